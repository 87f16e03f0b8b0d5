/** Copies a table, sorted, into a CSV or Parquet file: the database writes, nothing passes through JavaScript. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column, ColumnType } from '../../src/contract/datasets/dataset.ts';
import { quoteName, quoteText } from './quote.ts';

export interface CopyOptions {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly sortedBy: readonly string[];
  readonly file: string;
}

/** What the database calls each type of column. */
export const databaseTypes: Record<ColumnType, string> = {
  code: 'varchar',
  text: 'varchar',
  timestamp: 'timestamptz',
  date: 'date',
  number: 'double',
  integer: 'integer',
  boolean: 'boolean',
};

/** RFC 4180: UTF-8 without BOM, CRLF, instants as `2026-11-01T05:00:00Z`. */
export async function copyToCsv(connection: DuckDBConnection, options: CopyOptions): Promise<void> {
  await copy(
    connection,
    options,
    String.raw`format csv, header, new_line '\r\n', timestampformat '%Y-%m-%dT%H:%M:%SZ', dateformat '%Y-%m-%d'`,
    (column) =>
      column.type === 'timestamp'
        ? `timezone('UTC', ${quoteName(column.name)})::timestamp as ${quoteName(column.name)}`
        : selected(column),
  );
}

/** Compressed with zstd; the same bytes for the same rows. */
export async function copyToParquet(connection: DuckDBConnection, options: CopyOptions): Promise<void> {
  await copy(connection, options, 'format parquet, compression zstd', selected);
}

/** How many rows the table holds. */
export async function countRows(connection: DuckDBConnection, table: string): Promise<number> {
  const reader = await connection.runAndReadAll(`select count(*) from ${quoteName(table)}`);
  return Number(reader.getRows()[0]?.[0]);
}

async function copy(
  connection: DuckDBConnection,
  { table, columns, sortedBy, file }: CopyOptions,
  format: string,
  select: (column: Column) => string,
): Promise<void> {
  await connection.run(
    `copy (select ${columns.map(select).join(', ')} from ${quoteName(table)} order by ${orderOf(sortedBy)})
     to ${quoteText(file)} (${format})`,
  );
}

function selected({ name, type }: Column): string {
  return `${quoteName(name)}::${databaseTypes[type]} as ${quoteName(name)}`;
}

/** Ascending, nulls last; qualified by position of no alias, so the table's own values sort. */
export function orderOf(columns: readonly string[]): string {
  return columns.map((name) => `${quoteName(name)} asc nulls last`).join(', ');
}
