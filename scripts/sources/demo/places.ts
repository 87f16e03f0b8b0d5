/** Where requests come from: along the streets of the city's areas, or anywhere in them, denser toward the centre. */

import type { AreaCollection, AreaGeometry } from '../../../src/contract/city.ts';
import type { StreetCollection } from '../../../src/contract/streets.ts';
import { isInside, laySheet, middleOf } from '../../streets/ground.ts';
import { cumulate, drawIndex, seededRandom, type Random } from '../../support/random.ts';
import type { Setting } from './service-profiles.ts';

type Position = readonly [longitude: number, latitude: number];

const pointsPerArea = 900;

/** Demand per resident in the first, second … area, by setting; areas beyond the sixth begin again. */
const tilts: Record<Setting, readonly number[]> = {
  even: [1.05, 0.98, 0.96, 1.08, 0.95, 1.0],
  core: [1.9, 1.2, 0.55, 1.45, 0.6, 0.5],
  suburb: [0.65, 0.95, 1.3, 0.8, 1.35, 0.95],
  old: [1.25, 1.4, 0.8, 1.35, 0.75, 0.6],
  rural: [0.35, 0.7, 1.35, 0.5, 1.1, 2.1],
};
/** Time to close in each area relative to the city: the rural edge waits longer. */
const paces = [0.92, 0.98, 1.04, 0.95, 1.03, 1.16];

export interface Place {
  /** The CRM's word for the area; null where nobody entered one. */
  readonly area: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Time to close relative to the city. */
  readonly pace: number;
}

export interface Places {
  /** Six draws. */
  draw(random: Random, setting: Setting): Place;
}

export function makePlaces(seed: number, areas: AreaCollection, streets: StreetCollection | null): Places {
  const list = areas.features.filter((area) => area.geometry !== null);
  const points = nearestFirst(
    list.map(({ properties, geometry }) => {
      const random = seededRandom(seed, 'places', properties.area_id);
      return streets ? pointsAlong(random, geometry!, streets) : pointsInside(random, geometry!);
    }),
  );
  const words = list.map((area) => area.properties.matches.split('|')[0] || area.properties.area_id);
  const residents = list.map((area) => Object.values(area.properties.population).at(-1) ?? 1);
  const weights = Object.fromEntries(
    Object.entries(tilts).map(([setting, tilt]) => [
      setting,
      cumulate(residents.map((count, i) => count * tilt[i % 6]!)),
    ]),
  );
  return {
    draw(random, setting) {
      const [share, which, gap, slip, noise, spelling] = [random(), random(), random(), random(), random(), random()];
      const index = drawIndex(weights[setting]!, share);
      const point = points[index]?.[Math.floor(which ** 1.8 * pointsPerArea)];
      // One in 25 comes without a place, one in 250 with the neighbouring area's name.
      if (!point || gap < 0.04) return { area: null, longitude: null, latitude: null, pace: paces[index % 6]! };
      const word = words[slip < 0.004 ? (index + 1) % words.length : index]!;
      const located = noise > 0.06;
      return {
        area: spelling < 0.02 ? word.toUpperCase() : word,
        longitude: located ? point[0] : null,
        latitude: located ? point[1] : null,
        pace: paces[index % 6]!,
      };
    },
  };
}

/** Each area's points, the nearest to the middle of them all first: they are drawn more often. */
function nearestFirst(areas: readonly Position[][]): Position[][] {
  const all = areas.flat();
  const [x, y] = [0, 1].map((axis) => all.reduce((sum, point) => sum + point[axis as 0 | 1], 0) / all.length);
  const distance = (point: Position) => Math.hypot(point[0] - x!, (point[1] - y!) * 1.56);
  return areas.map((points) => points.toSorted((a, b) => distance(a) - distance(b)));
}

/** Metres from the middle of the road to the front of a house. */
const frontMetres = 14;

/** Before a house on a street of the area, on either side. */
function pointsAlong(random: Random, geometry: AreaGeometry, { features }: StreetCollection): Position[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const lines = features.flatMap(({ geometry: line }) => (line.type === 'LineString' ? [line.coordinates] : []));
  const within = lines.filter((line) => isInside(rings, ...middleOf(line)));
  const points: Position[] = [];
  for (let tries = 0; points.length < pointsPerArea && within.length > 0 && tries < pointsPerArea * 60; tries++) {
    const line = within[Math.floor(random() * within.length)]!;
    const at = Math.floor(random() * (line.length - 1));
    const place = besideStretch(line[at]!, line[at + 1]!, random(), random() < 0.5 ? frontMetres : -frontMetres);
    const [x, y] = [round(place[0]), round(place[1])];
    if (isInside(rings, x, y)) points.push([x, y]);
  }
  return points;
}

function besideStretch(from: Position, to: Position, share: number, aside: number): Position {
  const sheet = laySheet(from[1]);
  const [[x0, y0], [x1, y1]] = [sheet.toMetres(from), sheet.toMetres(to)];
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [dx, dy] = [x1 - x0, y1 - y0];
  return sheet.toDegrees([x0 + dx * share - (dy / length) * aside, y0 + dy * share + (dx / length) * aside]);
}

function pointsInside(random: Random, geometry: AreaGeometry): Position[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const points: Position[] = [];
  for (let tries = 0; points.length < pointsPerArea && tries < pointsPerArea * 60; tries++) {
    const x = west + (east - west) * random();
    const y = south + (north - south) * random();
    if (isInside(rings, x, y)) points.push([round(x), round(y)]);
  }
  return points;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
