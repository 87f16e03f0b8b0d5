/** The towns and storms that the matching is judged on, and the others that it is tuned on. */

import type { PlaceCollection, StreetCollection } from '../../../src/contract/streets.ts';
import { makeStorm, type Storm } from '../../../scripts/live/demo-storm/make-storm.ts';
import { buildNetwork, type Network } from '../../../scripts/live/matching/network.ts';
import { makeStreets, squareOutline } from '../../../scripts/streets/made/make-streets.ts';

export const tuningSeeds = [101, 102, 103, 104, 105, 106];
/** Nothing may be chosen by what these give. */
export const judgingSeeds = [201, 202, 203, 204, 205, 206];

export interface TownOfStreets {
  readonly seed: number;
  readonly streets: StreetCollection;
  readonly places: PlaceCollection;
  readonly network: Network;
}

export function makeTown(seed: number, segments = 5200): TownOfStreets {
  const middle = [-75, 45] as const;
  const outline = squareOutline([...middle], 20_000);
  const { streets, places } = makeStreets({ seed, segments, outline, middle: [...middle] });
  return { seed, streets, places: { type: 'FeatureCollection', features: places }, network: buildNetwork(streets) };
}

export const stormStart = Date.UTC(2026, 0, 20, 5);

export function stormOver({ seed, streets, places }: TownOfStreets, cadenceSeconds: number, hours = 3): Storm {
  return makeStorm({ streets, places, seed, startsAt: stormStart, seconds: hours * 3600, cadenceSeconds });
}
