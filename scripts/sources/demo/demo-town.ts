/** The demo city's streets, parks, ponds and works yards, and the lake to its south. */

import type { AreaCollection } from '../../../src/contract/city.ts';
import { placeCollection, type PlaceCollection, type StreetCollection } from '../../../src/contract/streets.ts';
import type { Position, Ring } from '../../streets/ground.ts';
import { makeStreets } from '../../streets/made/make-streets.ts';
import { lakeRing } from './ward-shapes.ts';

/** The old town, by the harbour on the east bank of the river. */
const middle: Position = [-85.362, 50.256];
/** About what a city of 75,000 has. */
const segments = 3500;

export function makeDemoTown(
  seed: number,
  areas: AreaCollection,
): { streets: StreetCollection; places: PlaceCollection } {
  const outline = areas.features.flatMap(({ geometry }): Ring[][] => {
    if (geometry === null) return [];
    return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  });
  const town = makeStreets({ seed, segments, outline, middle, villages: outline.map(villageOf) });
  const lake = {
    type: 'Feature',
    properties: { kind: 'water' },
    geometry: { type: 'Polygon', coordinates: [lakeRing()] },
  };
  return {
    streets: town.streets,
    places: placeCollection.parse({ type: 'FeatureCollection', features: [...town.places, lake] }),
  };
}

/** Each ward has a village of its own, on the side of the ward that the old town is on. */
function villageOf([ring]: readonly Ring[]): Position {
  const mean = (axis: 0 | 1) => ring!.reduce((sum, corner) => sum + corner[axis], 0) / ring!.length;
  const toward = (axis: 0 | 1) => mean(axis) * 0.72 + middle[axis] * 0.28;
  return [toward(0), toward(1)];
}
