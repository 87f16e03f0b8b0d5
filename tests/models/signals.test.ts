/** Centre, limits and signals of each month judged: as R has them. */

import { beforeAll, describe, expect, test } from 'vitest';
import { runModels } from '../../scripts/warehouse/models.ts';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { readRows } from '../../scripts/warehouse/read-rows.ts';
import { expectAsInR, readRecorded } from './as-in-r.ts';
import { giveTable, readModels } from './model-case.ts';
import { modelShapes } from './table-shapes.ts';

const series = readRecorded('months').rows;
const answers = readRecorded('months_in_r').rows;
const columns = Object.keys(answers[0] ?? {}).slice(3);

const made = new Map<string, Readonly<Record<string, unknown>>>();

beforeAll(async () => {
  const { connection, close } = await openWarehouse({ file: ':memory:' });
  const months = [...new Set(series.map(({ month }) => month ?? ''))];
  const models = await readModels();
  await giveTable(
    connection,
    'months',
    modelShapes.months ?? {},
    months.map((month_start) => ({ month_start })),
  );
  await giveTable(
    connection,
    'published_measures',
    modelShapes.published_measures ?? {},
    series.map(({ measure, service, month, value, weight }) => ({
      measure_id: measure ?? null,
      service_code: service ?? null,
      period_start: month ?? null,
      value: value ?? null,
      denominator: weight ?? null,
    })),
  );
  await runModels(connection, models, ['published_signals'], new Set(['months', 'published_measures']));
  const query = 'select * exclude (period_start), period_start::varchar as month from published_signals';
  for (const row of await readRows(connection, query)) {
    made.set(`${row.measure_id} ${row.service_code} ${row.month}`, row);
  }
  close();
});

const bySeries = Map.groupBy(answers, ({ measure, service }) => `${measure} of ${service}`);

describe.each([...bySeries.entries()])('%s', (_, expected) => {
  test('has R’s limits and signals in each month judged', () => {
    for (const answer of expected) {
      expectAsInR(made.get(`${answer.measure} ${answer.service} ${answer.month}`), answer, columns);
    }
  });
});

test('no month is judged but those that R judges', () => {
  expect(made.size).toBe(answers.length);
});

test('the series have every signal', () => {
  expect(new Set(answers.map(({ signal }) => signal))).toEqual(
    new Set(['none', 'above', 'below', 'run_above', 'run_below']),
  );
});
