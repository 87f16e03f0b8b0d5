/** How many signals chance alone would give: a stable process, simulated from a seed. */

import { expect, test } from 'vitest';
import { drawNormal, type Random, seededRandom } from '../../scripts/support/random.ts';
import { chanceSignalShare } from '../../src/contract/understanding.ts';

const SERIES = 40_000;
const [FEWEST, MOST] = [24, 72];
const RUN = 8;

/** Of all months with 24 to 72 independent, normal points before them, the share that the two rules together flag. */
function simulate(random: Random): number {
  let [judged, flagged] = [0, 0];
  for (let series = 0; series < SERIES; series++) {
    const points = Array.from({ length: MOST + 1 }, () => drawNormal(random));
    let [sum, ranges] = [0, 0];
    for (const [before, point] of points.entries()) {
      if (before >= FEWEST) {
        judged += 1;
        if (isSignal(points, before, sum / before, (2.66 * ranges) / (before - 1))) flagged += 1;
      }
      sum += point;
      if (before > 0) ranges += Math.abs(point - (points[before - 1] ?? 0));
    }
  }
  return flagged / judged;
}

function isSignal(points: readonly number[], at: number, center: number, reach: number): boolean {
  const eight = points.slice(at - RUN + 1, at + 1);
  return (
    Math.abs((points[at] ?? 0) - center) > reach ||
    eight.every((point) => point > center) ||
    eight.every((point) => point < center)
  );
}

test('the share of months that chance alone flags is as the contract says, to its three decimals', () => {
  const share = simulate(seededRandom(20261128));
  expect(Math.abs(share - chanceSignalShare), `simulated ${share}`).toBeLessThan(0.0005);
});
