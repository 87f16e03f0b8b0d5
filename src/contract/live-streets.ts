/** The segments as `streets.<hash>.json` holds them: the relay writes it, and the site knows by it whose order it is. */

import type { LiveStreets } from './live.ts';
import type { Segment } from './streets.ts';

/** Of a degree: about a metre. */
const SCALE = 1e5;

export function liveStreets(segments: readonly Segment[]): LiveStreets {
  const streets = new Map<string, { id: string; name: string; index: number }>();
  const street = segments.map(({ properties: { street_id: id, name } }) => {
    const known = streets.get(id) ?? { id, name, index: streets.size };
    streets.set(id, known);
    return known.index;
  });
  const [lon = 0, lat = 0] = segments[0]?.geometry.coordinates[0] ?? [];
  const origin = [Math.round(lon * SCALE) / SCALE, Math.round(lat * SCALE) / SCALE] as const;
  return {
    segment: segments.map(({ properties }) => properties.segment_id),
    street,
    streets: [...streets.values()].map(({ id, name }) => ({ id, name })),
    class: segments.map(({ properties }) => properties.class),
    houses: segments.map(housesOf),
    origin,
    points: segments.map(({ geometry }) => differences(origin, geometry.coordinates)),
  };
}

function housesOf({ properties }: Segment): (number | null)[] | null {
  const { left_from, left_to, right_from, right_to } = properties;
  const houses = [left_from, left_to, right_from, right_to];
  return houses.every((house) => house === null) ? null : houses;
}

function differences(origin: readonly [number, number], points: readonly (readonly [number, number])[]): number[] {
  let [x, y] = origin.map((degrees) => Math.round(degrees * SCALE)) as [number, number];
  return points.flatMap(([lon, lat]) => {
    const next: [number, number] = [Math.round(lon * SCALE), Math.round(lat * SCALE)];
    const step = [next[0] - x, next[1] - y];
    [x, y] = next;
    return step;
  });
}
