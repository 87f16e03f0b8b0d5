/** Every published figure of generated requests, made again without the database from the definitions alone. */

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { differences } from './compare-figures.ts';
import { readModels } from './model-case.ts';
import { eightMonths, thirtyMonths } from './oracle/deliveries.ts';
import { expectedFigures } from './oracle/expected-figures.ts';
import { runChain } from './run-chain.ts';

const seed = Number(process.env['PLAINVIEW_SEED'] ?? Date.now() % 1_000_000);
const runs = Number(process.env['PLAINVIEW_RUNS'] ?? 4);
const models = await readModels();
const warehouse = await openWarehouse({ file: ':memory:' });
afterAll(() => warehouse.close());

const spans = {
  'eight months of 150 requests': eightMonths,
  'thirty months, with a busy service of tier C': thirtyMonths,
};

describe.each(Object.entries(spans))('of %s', (_, deliveries) => {
  test(`every cell is as the definitions say (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async (delivery) => {
        const made = await runChain(warehouse.connection, models, delivery);
        expect(differences(made, expectedFigures(delivery)).slice(0, 12)).toEqual([]);
      }),
      { seed, numRuns: runs, endOnFailure: true },
    );
  }, 120_000);
});
