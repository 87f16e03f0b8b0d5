/** The limits of the funnel, with and without over-dispersion: as R's binomial distribution has them. */

import { describe, expect, test } from 'vitest';
import { runModels } from '../../scripts/warehouse/models.ts';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { readRows } from '../../scripts/warehouse/read-rows.ts';
import { expectAsInR, readRecorded } from './as-in-r.ts';
import { giveTable, readModels } from './model-case.ts';
import type { CsvRow } from './read-csv.ts';
import { modelShapes } from './table-shapes.ts';

const areas = readRecorded('areas').rows;
const answers = readRecorded('areas_in_r').rows;
const columns = Object.keys(answers[0] ?? {}).slice(2);
const models = await readModels();

async function compareAreas(rows: readonly CsvRow[]) {
  const { connection, close } = await openWarehouse({ file: ':memory:' });
  await giveTable(connection, 'published_measures', modelShapes.published_measures ?? {}, [
    rateOf('all', rows),
    ...rows.map((row) => rateOf(row.area ?? '', [row])),
  ]);
  await runModels(connection, models, ['published_area_comparisons'], new Set(['published_measures']));
  const made = await readRows(connection, 'select * from published_area_comparisons');
  close();
  return new Map(made.map((row) => [row.area_id, row]));
}

function rateOf(area_id: string, rows: readonly CsvRow[]): CsvRow {
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
  const [numerator, denominator] = [sum('numerator'), sum('denominator')];
  return {
    measure_id: 'on_time_rate',
    period_type: 'last_12_months',
    period_start: '2024-01-01',
    area_id,
    value: String(numerator / denominator),
    numerator: String(numerator),
    denominator: String(denominator),
  };
}

describe.each([...Map.groupBy(areas, (row) => row.city ?? '').entries()])('the city %s', (city, rows) => {
  test('has R’s limits in every area', async () => {
    const made = await compareAreas(rows);
    const told = answers.filter((answer) => answer.city === city);
    expect([...made.keys()].toSorted()).toEqual(told.map(({ area }) => area).toSorted());
    for (const answer of told) expectAsInR(made.get(answer.area ?? ''), answer, columns);
  });
});
