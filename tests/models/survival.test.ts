/** The time to close and the share closed by a day, with their limits, as R's survival package gives them. */

import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTable } from '../../scripts/warehouse/create-table.ts';
import { runModels } from '../../scripts/warehouse/models.ts';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { readRows } from '../../scripts/warehouse/read-rows.ts';
import { readModels } from './model-case.ts';
import { numberNames } from './named-keys.ts';
import { readCsv } from './read-csv.ts';
import { modelShapes } from './table-shapes.ts';

const folder = join(import.meta.dirname, 'survival');
const cohorts = readCsv(join(folder, 'cohorts.csv')).rows;
const answers = readCsv(join(folder, 'r_answers.csv')).rows;

const made = new Map<string, Readonly<Record<string, unknown>>>();

beforeAll(async () => {
  const { connection, close } = await openWarehouse({ file: ':memory:' });
  const steps = Map.groupBy(cohorts, ({ cohort, days }) => `${cohort},${days}`);
  const shape = modelShapes.curve_steps ?? {};
  const { csv, made: given } = await numberNames(connection, shape, {
    columns: ['service_code', 'days_since_end', 'days', 'event_count', 'step_count', 'open_count', 'unmapped_count'],
    rows: [...steps.values()].map((rows) => ({
      service_code: rows[0]?.cohort ?? null,
      days_since_end: '1000',
      days: rows[0]?.days ?? null,
      event_count: String(rows.filter((row) => row.is_dealt_with === '1').length),
      step_count: String(rows.length),
      open_count: String(rows.filter((row) => row.is_dealt_with === '0').length),
      unmapped_count: '0',
    })),
  });
  await createTable(connection, 'curve_steps', shape, csv.rows as readonly Record<string, string>[]);
  const names = ['days_to_close', 'measure_closed_within'];
  await runModels(connection, await readModels(), names, new Set(['curve_steps', ...given]));
  for (const name of names) {
    for (const row of await readRows(connection, `select * from ${name} inner join cells using (cell_id)`)) {
      made.set(`${row.service_code} ${row.measure_id}`, { ...row, value: row.value ?? row.quantile_days });
    }
  }
  close();
});

describe.each([...Map.groupBy(answers, (row) => row.cohort ?? '').entries()])('the cohort %s', (cohort, expected) => {
  test.each(expected)('gives R’s $measure_id', (answer) => {
    const row = made.get(`${cohort} ${answer.measure_id}`);
    const isMissing = row === undefined || Boolean(row.missing_reason);
    for (const column of ['value', 'lower', 'upper'] as const) {
      const figure = isMissing ? null : row?.[column];
      const found = figure === null || figure === undefined ? null : Number(figure);
      const told = answer[column] === null || answer[column] === undefined ? null : Number(answer[column]);
      if (told === null || found === null) expect(found, column).toBe(told);
      else expect(Math.abs(found - told), `${column}: ${found}, R says ${told}`).toBeLessThan(1e-9);
    }
  });
});
