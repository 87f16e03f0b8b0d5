/** One id everywhere: what the contract names is a model, a sentence in the dictionary and a value, by the same id. */

import { describe, expect, test } from 'vitest';
import { outcomes, privacyTiers, targetUnits } from '../../src/contract/city.ts';
import { datasets, qualityReasons } from '../../src/contract/datasets.ts';
import { measureIds, measures, missingReasons, periodTypes } from '../../src/contract/measures.ts';
import { en } from '../../src/i18n/en.ts';
import { filesBelow, projectFiles } from './project-files.ts';

/** Ids in the dictionary under a beginning: of `measure.on_time_rate.title`, `on_time_rate`. */
function idsUnder(beginning: string, ending: string): string[] {
  return Object.keys(en)
    .filter((key) => key.startsWith(`${beginning}.`) && key.endsWith(ending))
    .map((key) => key.slice(beginning.length + 1, Math.max(beginning.length + 1, key.length - ending.length)))
    .filter((id) => id !== '' && !id.includes('.'))
    .toSorted();
}

describe('the dictionary names exactly what the contract does', () => {
  test.each([
    ['measure', '.title', measureIds],
    ['measure', '.definition', measureIds],
    ['missing', '.definition', missingReasons],
    ['outcome', '.definition', outcomes],
    ['tier', '.records', privacyTiers],
    ['target', '', targetUnits],
    ['period', '', periodTypes],
    ['quality', '', qualityReasons],
  ] as const)('%s.…%s', (beginning, ending, ids) => {
    expect(idsUnder(beginning, ending)).toEqual([...ids].toSorted());
  });
});

test('every data set has the model that makes it', () => {
  const models = filesBelow('scripts/exports');
  const missing = datasets.filter(({ model }) => !models.includes(`scripts/exports/${model}.sql`));
  expect(missing.map(({ id, model }) => `${id}: scripts/exports/${model}.sql`)).toEqual([]);
});

test('every measure is written under its own id by the model that the contract names', () => {
  const models = projectFiles(['scripts/measures'], ['.sql']);
  const written = (id: string) => (id.startsWith('outcome_') ? `'outcome_' || ` : `'${id}'`);
  const unwritten = measures.filter(({ id, model }) => {
    const file = models.find(({ path }) => path === `scripts/measures/${model}.sql`);
    return !file?.text.includes(written(id));
  });
  expect(unwritten).toEqual([]);
});

test('no two models make the same table', () => {
  const names = projectFiles(['scripts'], ['.sql']).map(({ path }) => path.split('/').at(-1) ?? '');
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
