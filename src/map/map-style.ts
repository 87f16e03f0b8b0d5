/** The style of the live map: the city's own areas, parks, water and streets, and nothing from elsewhere. */

import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { likelyDash, streetAges, type StreetAge } from './street-ages.ts';
import type { StreetLine } from './street-features.ts';

type Collection = { readonly type: 'FeatureCollection'; readonly features: readonly unknown[] };

export interface MapGround {
  readonly streets: readonly StreetLine[];
  readonly areas: Collection;
  /** Parks and water. */
  readonly places: Collection;
}

const colours = {
  light: { ground: '#fffefb', park: '#dfe8d6', water: '#cfe0ea', border: '#b4afa2', ink: '#1c1f23' },
  dark: { ground: '#15181c', park: '#20301f', water: '#1c3442', border: '#4b525a', ink: '#eceae4' },
} as const;
export type Scheme = keyof typeof colours;

export function mapStyle({ streets, areas, places }: MapGround, scheme: Scheme): StyleSpecification {
  const colour = colours[scheme];
  const geojson = (features: readonly unknown[]) =>
    ({ type: 'geojson', data: { type: 'FeatureCollection', features } as never }) as const;
  return {
    version: 8,
    sources: {
      areas: geojson(areas.features),
      places: geojson(places.features),
      streets: { ...geojson(streets), tolerance: 0.2 },
      vehicles: geojson([]),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colour.ground } },
      ...(['park', 'water'] as const).map((kind): LayerSpecification => ({
        id: kind,
        type: 'fill',
        source: 'places',
        filter: ['==', ['get', 'kind'], kind],
        paint: { 'fill-color': colour[kind] },
      })),
      { id: 'areas', type: 'line', source: 'areas', paint: { 'line-color': colour.border, 'line-dasharray': [4, 3] } },
      // Wide and unseen, so that a finger finds a thin street.
      { id: 'reach', type: 'line', source: 'streets', paint: { 'line-width': 16, 'line-opacity': 0 } },
      ...streetAges.toReversed().map((age) => ageLayer(age, scheme)),
      likelyLayer(colour.ground),
      { id: 'vehicles', type: 'symbol', source: 'vehicles', layout: vehicleLayout },
    ],
  };
}

/** One layer for each age: a dash cannot follow a feature's state, but being seen can. */
function ageLayer(age: StreetAge, scheme: Scheme): LayerSpecification {
  const isShown = ['==', ['coalesce', ['feature-state', 'age'], 'none'], age.id];
  return {
    id: `age-${age.id}`,
    type: 'line',
    source: 'streets',
    layout: { 'line-cap': age.dash.length === 0 ? 'round' : 'butt' },
    paint: {
      'line-color': age[scheme],
      'line-width': widthOf(age.width),
      'line-opacity': ['case', isShown, 1, 0] as never,
      ...(age.dash.length > 0 && { 'line-dasharray': [...age.dash] }),
    },
  };
}

function likelyLayer(ground: string): LayerSpecification {
  return {
    id: 'likely',
    type: 'line',
    source: 'streets',
    paint: {
      'line-color': ground,
      'line-width': widthOf(4.5),
      'line-opacity': ['case', ['boolean', ['feature-state', 'likely'], false], 1, 0] as never,
      'line-dasharray': [...likelyDash],
    },
  };
}

/** Thin where the whole city is seen, and thrice as wide where a street is. */
function widthOf(width: number): never {
  return ['interpolate', ['linear'], ['zoom'], 11, width / 2, 13, width, 16, width * 3] as never;
}

export const vehicleIcon = 'vehicle';

const vehicleLayout = {
  'icon-image': vehicleIcon,
  'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.55, 14, 1] as never,
  'icon-rotate': ['get', 'heading'] as never,
  'icon-rotation-alignment': 'map',
  'icon-allow-overlap': true,
  'icon-ignore-placement': true,
} as const;

/** An arrowhead that points north, dark with a light rim, or the other way round: seen on every street colour. */
export function drawVehicle(scheme: Scheme): ImageData {
  const size = 44;
  const pen = Object.assign(document.createElement('canvas'), { width: size, height: size }).getContext('2d');
  if (pen === null) throw new Error('this browser draws no pictures');
  const corners = [[22, 3], [37, 39], [22, 31], [7, 39]] as const; // prettier-ignore
  pen.beginPath();
  for (const [x, y] of corners) pen.lineTo(x, y);
  pen.closePath();
  pen.lineJoin = 'round';
  pen.lineWidth = 5;
  pen.strokeStyle = colours[scheme].ground;
  pen.fillStyle = colours[scheme].ink;
  pen.stroke();
  pen.fill();
  return pen.getImageData(0, 0, size, size);
}
