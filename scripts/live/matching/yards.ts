/** Yards, where vehicles are parked, loaded and tried out: nothing is painted there. */

import type { PlaceCollection } from '../../../src/contract/streets.ts';
import type { LocalPlane } from './local-plane.ts';

/** A ring as x and y by turns, and the box around it. */
interface Ring {
  readonly points: Float64Array;
  readonly box: readonly [number, number, number, number];
}

export type InYard = (x: number, y: number) => boolean;

export function findYards(places: PlaceCollection, plane: LocalPlane): InYard {
  const yards = places.features
    .filter(({ properties }) => properties.kind === 'yard')
    .map(({ geometry }) => geometry.coordinates.map((ring) => placeRing(ring, plane)));
  return (x, y) =>
    yards.some(
      ([outer, ...holes]) => outer !== undefined && isIn(outer, x, y) && !holes.some((hole) => isIn(hole, x, y)),
    );
}

function placeRing(ring: readonly (readonly [number, number])[], plane: LocalPlane): Ring {
  const xs = ring.map(([lon]) => plane.x(lon));
  const ys = ring.map(([, lat]) => plane.y(lat));
  const points = Float64Array.from(xs.flatMap((x, i) => [x, ys[i] as number]));
  return { points, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
}

/** The even-odd rule: how often a ray to the right crosses the ring (Shimrat, 1962). */
function isIn({ points, box }: Ring, x: number, y: number): boolean {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let isInside = false;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const [x1, y1, x2, y2] = [points[i]!, points[i + 1]!, points[j]!, points[j + 1]!];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside;
}
