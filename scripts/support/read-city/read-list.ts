/** Reads one list of the city folder: its header against the contract, then each row. */

import { basename, join } from 'node:path';
import type { z } from 'zod';
import { cityLists, optionalCityLists, type CityListName } from '../../../src/contract/city.ts';
import { nearestName } from '../nearest-name.ts';
import type { Fault } from '../operator-error.ts';
import { parseCsv, type CsvRow } from './csv-rows.ts';
import { readText } from './read-text.ts';
import { findRenamed, type RenamedKey, renamedFault } from './renamed-keys.ts';
import { schemaFaults } from './schema-faults.ts';

/** A row as written, kept beside the checked one so that the checks across files see every row. */
export interface ListRow {
  readonly where: (column: string) => string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface ReadRows {
  readonly file: string;
  /** False where an optional list is not there. */
  readonly present: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly ListRow[];
  readonly faults: readonly Fault[];
}

export interface ReadList extends ReadRows {
  readonly name: CityListName;
}

export async function readList(folder: string, name: CityListName, renamed: readonly RenamedKey[]): Promise<ReadList> {
  const isOptional = (optionalCityLists as readonly string[]).includes(name);
  return { name, ...(await readRows(join(folder, `${name}.csv`), cityLists[name], isOptional, renamed)) };
}

/** The same for a list whose rows have another shape. */
export async function readRows(
  file: string,
  row: z.ZodObject,
  isOptional: boolean,
  renamed: readonly RenamedKey[] = [],
): Promise<ReadRows> {
  const { text, faults } = await readText(file);
  const nothing = { file, present: false, columns: [], rows: [] };
  if (text === null) return { ...nothing, faults: isOptional && faults[0]?.found === 'no such file' ? [] : faults };
  const { rows, unclosedQuoteLine } = parseCsv(text);
  const [header, ...records] = rows;
  if (unclosedQuoteLine !== null) {
    const fault = { where: `${file}, line ${unclosedQuoteLine}`, found: 'a quote that is never closed' };
    return { ...nothing, faults: [{ ...fault, expected: 'a closing quote' }] };
  }
  if (!header) return { ...nothing, faults: [{ where: file, found: 'an empty file', expected: 'a header row' }] };
  const columns = header.values.map((column) => column.trim());
  const read = records.map((record) => readRow(file, row, columns, record));
  return {
    file,
    present: true,
    columns,
    rows: read.map(({ row }) => row),
    faults: [...headerFaults(file, row, columns, renamed), ...read.flatMap((one) => one.faults)],
  };
}

/** Columns of the contract; those without a default must be there. */
export function listColumns(name: CityListName): Columns {
  return columnsOf(cityLists[name]);
}

interface Columns {
  readonly all: readonly string[];
  readonly required: readonly string[];
}

function columnsOf(row: z.ZodObject): Columns {
  const shape = row.shape as Readonly<Record<string, z.ZodType>>;
  const all = Object.keys(shape);
  return { all, required: all.filter((column) => !shape[column]?.safeParse(undefined).success) };
}

function headerFaults(
  file: string,
  row: z.ZodObject,
  columns: readonly string[],
  renamed: readonly RenamedKey[],
): Fault[] {
  const { all, required } = columnsOf(row);
  const unknown = columns.filter((column) => !all.includes(column));
  const changeOf = (column: string) => findRenamed(renamed, basename(file), column);
  const meant = new Set(unknown.map((column) => changeOf(column)?.now ?? nearestName(column, all)));
  const where = (column: string) => `${file}, line 1, column ${column}`;
  return [
    ...unknown.map((column) => {
      const change = changeOf(column);
      if (change) return renamedFault(where(column), change);
      const nearest = nearestName(column, all);
      const expected = `one of ${all.join(', ')}${nearest ? `   (nearest: ${nearest})` : ''}`;
      return { where: where(column || '(blank)'), found: 'a column that is not known', expected };
    }),
    ...columns
      .filter((column, index) => columns.indexOf(column) !== index)
      .map((column) => ({ where: where(column), found: 'the same column twice', expected: 'each column once' })),
    ...required
      .filter((column) => !columns.includes(column) && !meant.has(column))
      .map((column) => ({ where: where(column), found: 'no such column', expected: `a column ${column}` })),
  ];
}

function readRow(file: string, shape: z.ZodObject, columns: readonly string[], record: CsvRow) {
  const where = (column: string) => `${file}, line ${record.line}, column ${column}`;
  const { all } = columnsOf(shape);
  const cells: Record<string, string> = {};
  columns.forEach((column, index) => {
    if (all.includes(column)) cells[column] = record.values[index] ?? '';
  });
  const row: ListRow = { where, line: record.line, cells };
  if (record.values.length !== columns.length) {
    const found = `${record.values.length} values`;
    const fault = { where: `${file}, line ${record.line}`, found, expected: `${columns.length}, one for each column` };
    return { row, faults: [fault] };
  }
  // A column that the header lacks is one fault of the header, not one of every row.
  const faults = schemaFaults(shape, cells, (path) => where(String(path[0])));
  return { row, faults: faults.filter((fault) => columns.some((column) => fault.where === where(column))) };
}
