/** The two kinds of feature of a street collection, apart. */

import type { Intersection, Segment, StreetCollection } from '../../../src/contract/streets.ts';
import { middleOf } from '../../../scripts/streets/ground.ts';

export function segmentsOf({ features }: StreetCollection): Segment[] {
  return features.filter((feature): feature is Segment => feature.geometry.type === 'LineString');
}

export function intersectionsOf({ features }: StreetCollection): Intersection[] {
  return features.filter((feature): feature is Intersection => feature.geometry.type === 'Point');
}

export function placeOfSegment({ geometry }: Segment): [number, number] {
  return middleOf(geometry.coordinates);
}
