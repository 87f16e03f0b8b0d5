/** A storm that nothing was tuned on: few streets are called plowed that were not, and few that were are missed. */

import { describe, expect, test } from 'vitest';
import { openMatching } from '../../scripts/live/matching/matching.ts';
import { gates } from '../bench/live/gates.ts';
import { edgesOf, score } from '../bench/live/score.ts';
import { judgingSeeds, makeTown, stormOver, stormStart } from '../bench/live/storms.ts';

/** One of the six that the bench has. */
const town = makeTown(judgingSeeds[0] as number);

describe.each(Object.entries(gates))('a fix each %s seconds', (cadence, gate) => {
  const { fixes, truth } = stormOver(town, Number(cadence));
  const matching = openMatching({ ...town, since: stormStart });
  matching.add(fixes);
  const done = matching.passes(Infinity).filter(({ state }) => state === 'done');
  const found = score(town.network, truth, edgesOf(town.network, done));

  test('streets that no plow served are not shown as done', () => {
    expect(found.falseDone).toBeLessThanOrEqual(gate.falseDone[0]);
  });

  test('streets that a plow served are shown so', () => {
    expect(found.recall).toBeGreaterThanOrEqual(gate.recall[0]);
  });
});
