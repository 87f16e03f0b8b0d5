/** The live map: draws the ground once, then changes the streets' state and the vehicles as it is told. */

import { Map as MapLibreMap, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { drawVehicle, mapStyle, vehicleIcon, type MapGround, type Scheme } from './map-style.ts';
import { boundsOf } from './street-features.ts';
import type { StreetAge } from './street-ages.ts';

export interface DrawnStreet {
  readonly age: StreetAge['id'];
  readonly isLikely: boolean;
}

export interface DrawnVehicle {
  readonly lon: number;
  readonly lat: number;
  /** Degrees clockwise from north. */
  readonly heading: number;
}

export interface LiveMap {
  /** In the order of the segments. */
  showStreets(streets: readonly DrawnStreet[]): void;
  showVehicles(vehicles: readonly DrawnVehicle[]): void;
  zoomBy(steps: number): void;
  remove(): void;
}

/** Said where somebody scrolls over the map: how it is moved, since a page that stops to scroll is a trap. */
export interface GestureWords {
  readonly fingers: string;
  readonly wheel: string;
  readonly macWheel: string;
}

export interface MapOptions {
  readonly container: HTMLElement;
  readonly ground: MapGround;
  readonly scheme: Scheme;
  readonly label: string;
  readonly gestures: GestureWords;
  /** The place of the segment that was pointed at. */
  readonly onStreet: (segment: number) => void;
}

/** Resolves once the map is drawn; throws where the browser has no WebGL. */
export async function drawMap({ container, ground, scheme, label, gestures, onStreet }: MapOptions): Promise<LiveMap> {
  // A file of our own, since the policy of the site allows no worker made of text.
  setWorkerUrl(new URL(workerUrl, document.baseURI).href);
  const map = new MapLibreMap({
    container,
    style: mapStyle(ground, scheme),
    bounds: boundsOf(ground.streets),
    fitBoundsOptions: { padding: 16 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    // One finger scrolls the page, two move the map.
    cooperativeGestures: true,
    locale: {
      'CooperativeGesturesHandler.MobileHelpText': gestures.fingers,
      'CooperativeGesturesHandler.WindowsHelpText': gestures.wheel,
      'CooperativeGesturesHandler.MacHelpText': gestures.macWheel,
    },
    maxZoom: 17,
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute('aria-label', label);
  await new Promise<void>((resolve, reject) => {
    map.once('load', () => resolve());
    map.once('error', ({ error }) => reject(error));
  });
  map.addImage(vehicleIcon, drawVehicle(scheme), { pixelRatio: 2 });
  map.on('click', 'reach', ({ features }) => {
    const id = features?.[0]?.id;
    if (typeof id === 'number') onStreet(id);
  });
  return {
    showStreets: (streets) => showStreets(map, streets),
    showVehicles: (vehicles) => void map.getSource<GeoJSONSource>('vehicles')?.setData(pointsOf(vehicles)),
    zoomBy: (steps) => void map.zoomTo(map.getZoom() + steps),
    remove: () => map.remove(),
  };
}

const drawn = new WeakMap<MapLibreMap, readonly DrawnStreet[]>();

/** Only what is another than before: a minute changes some twenty streets of thousands. */
function showStreets(map: MapLibreMap, streets: readonly DrawnStreet[]): void {
  const before = drawn.get(map);
  streets.forEach(({ age, isLikely }, id) => {
    const last = before?.[id];
    if (last?.age !== age || last.isLikely !== isLikely) {
      map.setFeatureState({ source: 'streets', id }, { age, likely: isLikely });
    }
  });
  drawn.set(map, streets);
}

function pointsOf(vehicles: readonly DrawnVehicle[]) {
  return {
    type: 'FeatureCollection' as const,
    features: vehicles.map(({ lon, lat, heading }) => ({
      type: 'Feature' as const,
      properties: { heading },
      geometry: { type: 'Point' as const, coordinates: [lon, lat] },
    })),
  };
}
