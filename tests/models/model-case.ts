/** A case of a model: a folder of the tables it is given, and the rows it must make of them. */

import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CitySettings } from '../../src/contract/city.ts';
import { type Measure, measures } from '../../src/contract/measures.ts';
import { daysWaited } from '../../src/contract/understanding.ts';
import { createNight } from '../../scripts/warehouse/create-night.ts';
import { type Cell, createTable, type TableShape } from '../../scripts/warehouse/create-table.ts';
import { findModels, type Model, runModels } from '../../scripts/warehouse/models.ts';
import { openWarehouse, type Warehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { setCityZone, setSurrogateKey } from '../../scripts/warehouse/set-variables.ts';
import { keyTables, nameNumbers, numberNames } from './named-keys.ts';
import { type Csv, type CsvRow, readCsv } from './read-csv.ts';
import { loadedShapes, modelShapes } from './table-shapes.ts';

const scripts = resolve(import.meta.dirname, '..', '..', 'scripts');
const modelFolders = ['staging', 'measures', 'exports'].map((name) => join(scripts, name));

/** What a column holds where a case does not say; null for all others. */
const defaults: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  sources: {
    time_zone: 'America/Toronto',
    clock_tolerance_seconds: 0,
    sentinels: [],
    default_points: [],
    has_id: true,
    has_closing: true,
    has_status: true,
    has_history: false,
    has_reopenings: false,
  },
  dated_requests: { source: 'crm', clock_tolerance_seconds: 0, is_requested_a_date: false, is_closed_a_date: false },
  raw_requests: { source: 'crm' },
  superseded_records: { source: 'crm' },
  raw_deletions: { source: 'crm' },
  raw_status_changes: { source: 'crm' },
  status_steps: { source: 'crm', closure: '' },
  status_outcomes: { closure: '' },
  current_requests: { source: 'crm' },
  mapped_requests: { source: 'crm', clock_tolerance_seconds: 0, is_requested_a_date: false, is_closed_a_date: false },
  requests: { source: 'crm', clock_tolerance_seconds: 0, kind: 'request', time_precision: 'second' },
  services: { service_group: 'streets', department: 'works', kind: 'request', tier: 'A' },
  published_requests: {
    kind: 'request',
    source: 'phone',
    time_precision: 'hour',
    service_subtype: 'streets',
    agency_responsible: 'works',
    area_id: 'north',
  },
  withheld_requests: { kind: 'complaint', time_precision: 'second' },
  measured_requests: { basis: 'published', is_in_scope: true, is_unmapped: false, is_fulfilled_within_horizon: false },
  curve_steps: { unmapped_count: 0 },
  measures: {
    service_group: 'all',
    department: 'all',
    area_id: 'all',
    channel: 'all',
    kind: 'all',
    basis: 'warehouse',
    status: 'final',
  },
  published_measures: {
    basis: 'published',
    period_type: 'month',
    service_code: 'all',
    service_group: 'all',
    department: 'all',
    area_id: 'all',
    channel: 'all',
    kind: 'all',
    status: 'final',
  },
  months: { basis: 'published', is_whole: true, first_requested_on: '2000-01-01' },
  waiting_steps: { basis: 'published', unmapped_count: 0 },
};

/** What a loaded table holds where a case does not give it; nothing for all others. */
const usual: Readonly<Record<string, readonly CsvRow[]>> = {
  sources: [{ source: 'crm' }],
  measure_catalogue: measures.map(({ id, unit, needs, tierC, basis = 'published' }: Measure) => ({
    measure_id: id,
    unit,
    needs,
    is_tier_c: String(tierC),
    basis,
  })),
  waits: Object.entries(daysWaited).flatMap(([basis, days]) =>
    days.map((day) => ({ basis, days_waited: String(day) })),
  ),
};

export interface ModelCase {
  readonly model: string;
  readonly title: string;
  readonly folder: string;
}

/** Every folder that holds an `expected.csv`. */
export function findCases(root: string): ModelCase[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'expected.csv')
    .map(({ parentPath }) => ({
      model: basename(dirname(parentPath)),
      title: basename(parentPath).replaceAll('-', ' '),
      folder: parentPath,
    }))
    .toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}

export async function readModels(): Promise<Model[]> {
  const warehouse = await openWarehouse({ file: ':memory:' });
  const models = await findModels(warehouse.connection, modelFolders);
  warehouse.close();
  return models;
}

/**
 * The rows the model makes, and those expected, as sorted lines of text; fractions to nine decimals. A table that the
 * case does not give is made by its own model; one that no model makes is empty.
 */
export async function runCase(
  { model, folder }: ModelCase,
  models: readonly Model[],
  onModel: (name: string) => void,
): Promise<{ readonly made: readonly string[]; readonly expected: readonly string[] }> {
  const warehouse = await openWarehouse({ file: ':memory:' });
  try {
    const given = await giveTables(warehouse, folder);
    await runModels(warehouse.connection, models, [model], given, { onModel });
    await runModels(warehouse.connection, models, keyTables(await typesOf(warehouse.connection, model)), given);
    return await compare(warehouse.connection, model, readCsv(join(folder, 'expected.csv')));
  } finally {
    warehouse.close();
  }
}

async function giveTables({ connection }: Warehouse, folder: string): Promise<Set<string>> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv') && name !== 'expected.csv');
  const given = new Map(files.map((name) => [basename(name, '.csv'), readCsv(join(folder, name))]));
  await setNight(connection, given.get('night'));
  for (const [name, shape] of Object.entries(loadedShapes)) {
    if (!given.has(name)) await giveTable(connection, name, shape, usual[name] ?? []);
  }
  const made: string[] = [];
  for (const [name, csv] of given) {
    if (name === 'night') continue;
    const shape = loadedShapes[name] ?? modelShapes[name];
    if (!shape) throw new Error(`${folder}: no shape for ${name}.csv in table-shapes.ts`);
    const numbered = await numberNames(connection, shape, csv);
    const strange = numbered.csv.columns.filter((column) => !(column in shape));
    if (strange.length > 0) throw new Error(`${folder}: ${name} has no column ${strange.join(', ')}`);
    await giveTable(connection, name, shape, numbered.csv.rows);
    made.push(...numbered.made);
  }
  return new Set([...given.keys(), ...made]);
}

/** Without a `night.csv` it is the midnight that ends 2024-06 in Toronto. */
async function setNight(connection: DuckDBConnection, night: Csv | undefined): Promise<void> {
  const { as_of, zone, horizon_days } = night?.rows[0] ?? {};
  const timeZone = zone ?? 'America/Toronto';
  await setCityZone(connection, timeZone);
  await setSurrogateKey(connection, 'a secret of the tests');
  await createNight(connection, new Date(as_of ?? '2024-07-01T04:00:00Z'), {
    time_zone: timeZone,
    fulfilment_horizon_days: Number(horizon_days ?? 90),
  } as CitySettings);
}

/** Makes a table that models read; a column that a row does not give holds what is usual. */
export async function giveTable(
  connection: DuckDBConnection,
  name: string,
  shape: TableShape,
  rows: readonly CsvRow[],
): Promise<void> {
  const filled = rows.map((row, index) =>
    Object.fromEntries(
      Object.entries(shape).map(([column, type]): [string, Cell] => {
        const cell =
          row[column] ?? (column === 'delivery_order' ? String(index + 1) : defaults[name]?.[column]) ?? null;
        return [column, type.endsWith('[]') && typeof cell === 'string' ? listOf(cell, type) : cell];
      }),
    ),
  );
  await createTable(connection, name, shape, filled);
}

/** `a|b`; of points, `-71.5 42.25|0 1`. */
function listOf(cell: string, type: string): Cell {
  const items = cell.split('|');
  return type === 'double[][]' ? items.map((item) => item.split(' ').map(Number)) : items;
}

async function compare(connection: DuckDBConnection, model: string, { columns, rows }: Csv) {
  const types = await typesOf(connection, model);
  const { from, find } = nameNumbers(model, types);
  const lost = columns.filter((column) => find(column) === undefined);
  if (lost.length > 0) throw new Error(`${model} makes no column ${lost.join(', ')}`);
  const shape = Object.fromEntries(columns.map((column) => [column, types.get(column) ?? 'varchar']));
  const filled = rows.map((row) =>
    Object.fromEntries(columns.map((column): [string, Cell] => [column, row[column] ?? null])),
  );
  await createTable(connection, 'expected', shape, filled);
  const shown = (name: string, place: string) => (shape[name] === 'DOUBLE' ? `round(${place}, 9)` : place);
  const linesOf = async (source: string, place: (column: string) => string): Promise<string[]> => {
    const cells = columns.map((column) => `coalesce(${shown(column, place(column))}::varchar, '∅')`);
    const reader = await connection.runAndReadAll(`select concat_ws(', ', ${cells.join(', ')}) from ${source}`);
    return reader
      .getRows()
      .map(([line]) => String(line))
      .toSorted();
  };
  return {
    made: await linesOf(from, (column) => find(column) ?? column),
    expected: await linesOf('expected', (column) => `"${column}"`),
  };
}

async function typesOf(connection: DuckDBConnection, model: string): Promise<Map<string, string>> {
  const described = await connection.runAndReadAll(
    `select column_name, data_type from information_schema.columns where table_name = '${model}'`,
  );
  return new Map(described.getRows().map(([name, type]) => [String(name), String(type)]));
}
