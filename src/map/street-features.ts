/** The segments of `streets.<hash>.json` as lines that a map can draw, each with its place as its id. */

import type { LiveStreets } from '../contract/live.ts';

const SCALE = 1e5;

export interface StreetLine {
  readonly type: 'Feature';
  /** Its place in the columns of the status. */
  readonly id: number;
  readonly properties: { readonly name: string; readonly class: string };
  readonly geometry: { readonly type: 'LineString'; readonly coordinates: [number, number][] };
}

export function streetLines({ origin, points, street, streets, class: classes }: LiveStreets): StreetLine[] {
  return points.map((steps, id) => ({
    type: 'Feature',
    id,
    properties: { name: streets[street[id] ?? -1]?.name ?? '', class: classes[id] ?? 'local' },
    geometry: { type: 'LineString', coordinates: addUp(origin, steps) },
  }));
}

function addUp(origin: readonly [number, number], steps: readonly number[]): [number, number][] {
  let [x, y] = origin.map((degrees) => Math.round(degrees * SCALE)) as [number, number];
  return Array.from({ length: steps.length / 2 }, (_, place) => {
    x += steps[2 * place] ?? 0;
    y += steps[2 * place + 1] ?? 0;
    return [x / SCALE, y / SCALE];
  });
}

/** West, south, east, north. */
export function boundsOf(lines: readonly StreetLine[]): [number, number, number, number] {
  const all = lines.flatMap(({ geometry }) => geometry.coordinates);
  const fold = (place: 0 | 1, pick: (a: number, b: number) => number) =>
    all.reduce((found, point) => pick(found, point[place]), all[0]?.[place] ?? 0);
  return [fold(0, Math.min), fold(1, Math.min), fold(0, Math.max), fold(1, Math.max)];
}
