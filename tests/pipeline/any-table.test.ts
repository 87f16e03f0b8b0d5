/** Whatever a table holds: its CSV, Arrow and Parquet files hold it too, whoever reads them. */

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileFormat } from '../../src/contract/datasets.ts';
import type { Column, ColumnType } from '../../src/contract/datasets/dataset.ts';
import { writeArrow } from '../../scripts/exports/write-arrow.ts';
import { copyToCsv, copyToParquet, type CopyOptions } from '../../scripts/warehouse/copy-table.ts';
import { createTable } from '../../scripts/warehouse/create-table.ts';
import { openWarehouse, type Warehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { isSoak } from '../support/is-soak.ts';
import { readings } from './read-back/readings.ts';
import { arrowTypes, differences } from './read-back/read-table.ts';
import { readStrictCsv } from './read-back/strict-csv.ts';
import { arrowMessages, arrowTypesOf } from './read-back/with-apache-arrow.ts';
import { readModel } from './read-back/with-duckdb.ts';

let folder: string;
let warehouse: Warehouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plainview-table-'));
  warehouse = await openWarehouse({ file: ':memory:' });
});
afterAll(async () => {
  warehouse.close();
  await rm(folder, { recursive: true });
});

const writers: Record<FileFormat, (options: CopyOptions) => Promise<void>> = {
  csv: (options) => copyToCsv(warehouse.connection, options),
  arrow: (options) => writeArrow(warehouse.connection, options),
  parquet: (options) => copyToParquet(warehouse.connection, options),
};

const databaseTypes: Record<ColumnType, string> = {
  code: 'varchar',
  text: 'varchar',
  timestamp: 'timestamptz',
  date: 'date',
  number: 'double',
  integer: 'integer',
  boolean: 'boolean',
};

/** What breaks writers: all that CSV gives a meaning, what programs take for null, letters of more than one unit. */
const awkwardTexts = [
  '',
  ' ',
  '"',
  '""',
  ',',
  '\r\n',
  '\n',
  '\r',
  'a"b',
  'é',
  'œuvre, « à côté »',
  '🚜',
  'null',
  'NULL',
];
const moreTexts = ['nan', '\\N', '#', "'", ' a ', '\t', '=1+1', 'true', '0', '2026-11-01', '中文', '//', ';', '|'];
const text = fc.oneof(
  fc.constantFrom(...awkwardTexts, ...moreTexts),
  // The database's client ends a text at a zero byte, and readers in JavaScript drop a byte order mark before it.
  fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.replaceAll('\0', '').replace(/^\u{feff}+/u, '')),
);
const instant = fc.date({
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9999-12-30T00:00:00Z'),
  noInvalidDate: true,
});
const extremes = [
  0,
  -0,
  0.1,
  1 / 3,
  5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  Number.MAX_SAFE_INTEGER,
  1e21,
  1e-7,
];

/** As text that the database casts. */
const cells: Record<ColumnType, fc.Arbitrary<string>> = {
  code: text,
  text,
  timestamp: instant.map((value) => `${value.toISOString().slice(0, 19)}Z`),
  date: instant.map((value) => value.toISOString().slice(0, 10)),
  number: fc
    .oneof(fc.constantFrom(...extremes), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
    .map((value) => (Object.is(value, -0) ? '-0.0' : String(value))),
  integer: fc.oneof(fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 0), fc.integer()).map(String),
  boolean: fc.boolean().map(String),
};

interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

const column = (name: string, type: ColumnType): Column => {
  const said = { en: name, fr: name };
  return { name, type, title: said, description: said };
};
const key = column('key', 'integer');

/** The first column numbers the rows, so that their order is given; the others hold anything, null included. */
const anyTable: fc.Arbitrary<Table> = fc
  .array(fc.constantFrom(...(Object.keys(cells) as ColumnType[])), { minLength: 1, maxLength: 9 })
  .chain((types) => {
    const columns = types.map((type, index) => column(`${type} "${index}"`, type));
    const row = fc.tuple(...types.map((type) => fc.option(cells[type], { freq: 4 })));
    return fc.array(row, { maxLength: 40 }).map((rows) => ({
      columns: [key, ...columns],
      rows: rows.map((values, index) => ({
        key: String(index),
        ...Object.fromEntries(columns.map(({ name }, at) => [name, values[at] ?? null])),
      })),
    }));
  });

async function writeAll({ columns, rows }: Table): Promise<(format: FileFormat) => string> {
  const shape = Object.fromEntries(columns.map(({ name, type }) => [name, databaseTypes[type]]));
  // The last row first: the writers sort.
  await createTable(warehouse.connection, 'any_table', shape, rows.toReversed());
  const file = (format: FileFormat) => join(folder, `table.${format}`);
  for (const format of ['csv', 'arrow', 'parquet'] as const) {
    await writers[format]({ table: 'any_table', columns, sortedBy: ['key'], file: file(format) });
  }
  return file;
}

/** Each reader's differences from the table; empty when all of them read what was written. */
async function misreadings(columns: readonly Column[], file: (format: FileFormat) => string): Promise<string[]> {
  const { connection } = warehouse;
  const written = await readModel(connection, 'any_table', columns, ['key']);
  const found: string[] = [];
  for (const { format, reader, read } of readings) {
    const readBack = await read(file(format), columns, connection);
    const lines = await differences(columns, written, readBack);
    found.push(...lines.map((line) => `${format} read by ${reader}: ${line}`));
  }
  return found;
}

test('the three files of any table hold the same rows and values, and their readers agree', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, async (table) => {
      const file = await writeAll(table);
      expect(await misreadings(table.columns, file)).toEqual([]);
      const csv = readStrictCsv(await readFile(file('csv')));
      expect(csv).toEqual({ header: table.columns.map(({ name }) => name), rowCount: table.rows.length });
      const arrow = await readFile(file('arrow'));
      expect(arrowMessages(arrow).compressedCount).toBe(0);
      const types = arrowTypesOf(arrow);
      for (const { name, type } of table.columns) expect(types.get(name), name).toMatch(arrowTypes[type]);
    }),
    { numRuns: isSoak ? 300 : 30 },
  );
}, 180_000);

test.each([
  { values: 128, indexes: 'Int8' },
  { values: 129, indexes: 'Int16' },
  { values: 256, indexes: 'Int16' },
  { values: 257, indexes: 'Int16' },
  { values: 32_768, indexes: 'Int16' },
  { values: 32_769, indexes: 'Int32' },
])(
  '$values distinct codes get dictionary indexes of type $indexes, and come back',
  async ({ values, indexes }) => {
    const columns = [key, column('code', 'code'), column('mostly_null', 'code')];
    const rows = Array.from({ length: values + 100 }, (_, index) => ({
      key: String(index),
      code: index < values ? `code ${(index * 7919) % values}` : null,
      mostly_null: index === values ? 'é' : null,
    }));
    const file = await writeAll({ columns, rows });
    expect(arrowTypesOf(await readFile(file('arrow'))).get('code')).toBe(`Dictionary<${indexes}, Utf8>`);
    expect(await misreadings(columns, file)).toEqual([]);
  },
  60_000,
);

test('a table without rows has its columns in every file', async () => {
  const columns = [key, ...(Object.keys(cells) as ColumnType[]).map((type) => column(type, type))];
  const file = await writeAll({ columns, rows: [] });
  expect(await misreadings(columns, file)).toEqual([]);
  expect(await readFile(file('csv'), 'utf8')).toBe(`${columns.map(({ name }) => name).join(',')}\r\n`);
});

test.runIf(existsSync('/dev/full'))(
  'a full disk is the error of the file that did not fit, and nothing else',
  async () => {
    const columns = [key, column('name', 'text')];
    await writeAll({ columns, rows: [{ key: '0', name: 'a' }] });
    const written = writers.arrow({ table: 'any_table', columns, sortedBy: ['key'], file: '/dev/full' });
    await expect(written).rejects.toMatchObject({ code: 'ENOSPC' });
  },
);

test.each(readings)('a single cell that differs is found in the $format file by $reader', async ({ format, read }) => {
  const columns = [key, column('name', 'text'), column('value', 'number')];
  const rows = [
    { key: '0', name: 'a', value: '0' },
    { key: '1', name: null, value: '1' },
  ];
  const file = await writeAll({ columns, rows });
  await warehouse.connection.run(`update any_table set name = '' where name is null`);
  await warehouse.connection.run(`update any_table set value = 5e-324 where value = 0`);
  const changed = await readModel(warehouse.connection, 'any_table', columns, ['key']);
  const found = await differences(columns, changed, await read(file(format), columns, warehouse.connection));
  expect(found).toEqual(['name, row 1: null, not ""', 'value, row 0: 0, not 5e-324']);
});
