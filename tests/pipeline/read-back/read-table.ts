/** A table as some reader gave it back, in one form for all readers, and where two of them differ. */

import type { Column, ColumnType } from '../../../src/contract/datasets/dataset.ts';

/** Instants as milliseconds, dates as days, both since 1970; all else as itself. */
export type Cell = string | number | boolean | null;

export interface ReadTable {
  readonly rowCount: number;
  readonly columnNames: readonly string[];
  /** In the order of the rows. */
  column(column: Column): Promise<ArrayLike<Cell>>;
}

const DAY_MS = 86_400_000;

/** From an instant in ISO form, or milliseconds, as a column of the type holds it. */
export const cellFrom = {
  timestampText: (text: string | null) => (text === null ? null : Date.parse(text)),
  dateText: (text: string | null) => (text === null ? null : Date.parse(`${text}T00:00:00Z`) / DAY_MS),
  dateMilliseconds: (milliseconds: number | null) => (milliseconds === null ? null : milliseconds / DAY_MS),
} as const;

/** `map` only where a cell has to be turned: most columns are compared as they came. */
export function mapColumn<From>(cells: ArrayLike<From>, map: (cell: From) => Cell): Cell[] {
  return Array.from(cells, map);
}

/** Bits and all: -0 is not 0. Empty means equal; one line a column otherwise, with its first difference. */
export async function differences(
  columns: readonly Column[],
  expected: ReadTable,
  actual: ReadTable,
): Promise<string[]> {
  const names = columns.map(({ name }) => name);
  const found: string[] = [];
  if (actual.columnNames.join() !== names.join()) found.push(`columns ${actual.columnNames.join()}`);
  if (actual.rowCount !== expected.rowCount) found.push(`${actual.rowCount} rows, not ${expected.rowCount}`);
  if (found.length > 0) return found;
  for (const column of columns) {
    const [wanted, got] = [await expected.column(column), await actual.column(column)];
    if (wanted.length !== got.length) found.push(`${column.name}: ${got.length} cells, not ${wanted.length}`);
    const row = firstDifference(wanted, got);
    if (row === undefined) continue;
    found.push(`${column.name}, row ${row}: ${JSON.stringify(got[row])}, not ${JSON.stringify(wanted[row])}`);
  }
  return found;
}

/** Read once and kept: each repeated text only once in memory. */
export function remembering(table: ReadTable): ReadTable {
  const read = new Map<string, Promise<ArrayLike<Cell>>>();
  return {
    ...table,
    column(column) {
      const known =
        read.get(column.name) ?? table.column(column).then(column.type === 'code' ? shareTexts : (cells) => cells);
      read.set(column.name, known);
      return known;
    },
  };
}

function shareTexts(cells: ArrayLike<Cell>): Cell[] {
  const seen = new Map<Cell, Cell>();
  return Array.from(cells, (cell) => {
    if (!seen.has(cell)) seen.set(cell, cell);
    return seen.get(cell) ?? null;
  });
}

function firstDifference(expected: ArrayLike<Cell>, actual: ArrayLike<Cell>): number | undefined {
  for (let row = 0; row < expected.length; row++) if (!Object.is(expected[row], actual[row])) return row;
  return undefined;
}

/** The type each column has in an Arrow file, as apache-arrow writes it. */
export const arrowTypes: Record<ColumnType, RegExp> = {
  code: /^Dictionary<Int(8|16|32), Utf8>$/,
  text: /^Utf8$/,
  timestamp: /^Timestamp<MILLISECOND, UTC>$/,
  date: /^Date32<DAY>$/,
  number: /^Float64$/,
  integer: /^Int32$/,
  boolean: /^Bool$/,
};
