/** Each model makes of the tables it is given the rows that a person worked out by hand. */

import { expect, test } from 'vitest';
import { findCases, readModels, runCase } from './model-case.ts';

const models = await readModels();
const cases = findCases(import.meta.dirname);

test.each(cases)('$model: $title', async (modelCase) => {
  const { made, expected } = await runCase(modelCase, models);
  expect(made).toEqual(expected);
});

test('every model of the measures and of the records has a case', () => {
  const withCase = new Set(cases.map(({ model }) => model));
  const without = models.filter(({ name, folder }) => !withCase.has(name) && !/exports$/.test(folder));
  expect(without.map(({ name }) => name)).toEqual([]);
});
