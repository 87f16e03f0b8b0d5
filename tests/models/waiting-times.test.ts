/** How long it still takes, given the days already waited, and the share dealt with by then: as R's survival has them. */

import { beforeAll, describe, expect, test } from 'vitest';
import { runModels } from '../../scripts/warehouse/models.ts';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { readRows } from '../../scripts/warehouse/read-rows.ts';
import { expectAsInR, readRecorded } from './as-in-r.ts';
import { giveTable, readModels } from './model-case.ts';
import type { CsvRow } from './read-csv.ts';
import { loadedShapes, modelShapes } from './table-shapes.ts';

const cohorts = readRecorded('waits').rows;
const answers = readRecorded('waits_in_r').rows;
const columns = Object.keys(answers[0] ?? {}).slice(2);

const made = new Map<string, Readonly<Record<string, unknown>>>();

beforeAll(async () => {
  const { connection, close } = await openWarehouse({ file: ':memory:' });
  const steps = [...Map.groupBy(cohorts, ({ cohort, days }) => `${cohort},${days}`).values()].map(stepOf);
  const days = [...new Set(answers.map(({ days_waited }) => days_waited ?? ''))];
  await giveTable(connection, 'waiting_steps', modelShapes.waiting_steps ?? {}, steps);
  await giveTable(
    connection,
    'waits',
    loadedShapes.waits ?? {},
    days.map((days_waited) => ({ basis: 'published', days_waited })),
  );
  await runModels(connection, await readModels(), ['waiting_times'], new Set(['waiting_steps']));
  for (const row of await readRows(connection, 'select * from waiting_times')) {
    made.set(`${row.service_code} ${row.days_waited}`, row);
  }
  close();
});

/** The requests of one cohort that came to an end, or were last seen, after the same time. */
function stepOf(rows: readonly CsvRow[]): CsvRow {
  const count = (end: string) => String(rows.filter((row) => row.end === end).length);
  return {
    service_code: rows[0]?.cohort ?? null,
    days: rows[0]?.days ?? null,
    dealt_with_count: count('1'),
    handed_on_count: count('2'),
    step_count: String(rows.length),
  };
}

describe.each([...Map.groupBy(answers, (row) => row.cohort ?? '').entries()])('the cohort %s', (cohort, expected) => {
  test.each(expected)('gives R’s answers after $days_waited days', (answer) => {
    expectAsInR(made.get(`${cohort} ${answer.days_waited}`), answer, columns);
  });
});

test('the cohorts have every corner: no figure for each reason, and limits that are not reached', () => {
  const rows = [...made.values()];
  expect(new Set(rows.map((row) => row.missing_reason))).toEqual(new Set([null, 'too_few', 'not_reached']));
  expect(rows.some((row) => row.median_more_days !== null && row.median_more_upper === null)).toBe(true);
  expect(rows.some((row) => row.dealt_with_share === null)).toBe(true);
});
