/** Each model makes of the tables it is given the rows that a person worked out by hand. */

import { expect, test } from 'vitest';
import { findCases, readModels, runCase } from './model-case.ts';

const models = await readModels();
const cases = findCases(import.meta.dirname);

const run = new Set<string>();

test.each(cases)('$model: $title', async (modelCase) => {
  const { made, expected } = await runCase(modelCase, models, (name) => run.add(name));
  expect(made).toEqual(expected);
});

test('every model of the records and of the measures has a case, or is run on the way to one', () => {
  const without = models.filter(({ name, folder }) => !run.has(name) && !/exports$/.test(folder));
  expect(without.map(({ name }) => name)).toEqual([]);
});
