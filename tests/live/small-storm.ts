/** A short storm over a small town, made once for the tests that need one. */

import { makeStorm } from '../../scripts/live/demo-storm/make-storm.ts';
import { buildNetwork } from '../../scripts/live/matching/network.ts';
import { makeStreets, squareOutline } from '../../scripts/streets/made/make-streets.ts';

export const startsAt = Date.UTC(2026, 0, 20, 5);

const middle: [number, number] = [-75, 45];
const town = makeStreets({ seed: 301, segments: 400, outline: squareOutline(middle, 6000), middle });

export const streets = town.streets;
export const places = { type: 'FeatureCollection' as const, features: town.places };
export const network = buildNetwork(streets);

/** Twenty minutes; three plows that set out at once, a loader, a sidewalk machine and a parked plow. */
export const storm = makeStorm({
  streets,
  places,
  seed: 301,
  startsAt,
  seconds: 1500,
  cadenceSeconds: 10,
  fleet: { plow: 4, loader: 1, sidewalk_machine: 1, parked: 1 },
});
