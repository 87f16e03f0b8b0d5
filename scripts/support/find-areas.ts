/** Which area of the city a place lies in. */

import type { Area, City } from '../../src/contract/city.ts';

type Ring = readonly (readonly [number, number])[];

export type AreaFinder = (lon: number, lat: number) => string | undefined;

/** Of the areas in force on `day`, as `2027-01-12`; a place in none, or in areas without polygons, has none. */
export function findAreas({ areas }: City, day: string): AreaFinder {
  const shapes = areasOf(areas.features, day).map((area) => ({ id: area.properties.area_id, rings: ringsOf(area) }));
  return (lon, lat) => shapes.find(({ rings }) => isInside(rings, lon, lat))?.id;
}

/** The place by which a street's segment belongs to an area: half way between the two middle points of its line. */
export function middleOf(points: readonly (readonly [number, number])[]): readonly [number, number] {
  const after = Math.floor(points.length / 2);
  const [[x1, y1], [x2, y2]] = [points[after - 1], points[after]] as [[number, number], [number, number]];
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}

export function areasOf(features: readonly Area[], day: string): Area[] {
  return features.filter(
    ({ properties: { valid_from, valid_to } }) => (valid_from ?? '') <= day && day <= (valid_to ?? '9'),
  );
}

function ringsOf({ geometry }: Area): readonly Ring[] {
  if (geometry === null) return [];
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** The even-odd rule over all rings at once, so that holes are outside (Shimrat, 1962). */
function isInside(rings: readonly Ring[], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[i === 0 ? ring.length - 1 : i - 1] as readonly [number, number];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    });
  }
  return inside;
}
