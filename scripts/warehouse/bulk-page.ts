/** Reads a page of a request system's bulk answer, a CSV file, with DuckDB: its values never pass through JavaScript. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { type RawField, rawFields } from '../../src/contract/sources.ts';
import { relationOf } from './file-query.ts';
import { quoteName, quoteText } from './quote.ts';

/** An empty value, in quotes or not, is null: the format has no other word for it, and the database takes it so. */
export interface BulkPage {
  readonly path: string;
  readonly delimiter: string;
  /** The columns, in order; the file repeats them in its first line. */
  readonly header: readonly string[];
}

export interface BulkColumn {
  readonly field: RawField;
  readonly column: string;
  /** Written as `2.0` or `3.0E7`: read as the number it is, so that 2 is one text wherever it comes from. */
  readonly isNumber: boolean;
}

/** Rows whose column has that value. */
export interface BulkFilter {
  readonly column: string;
  readonly value: string;
}

/** Throws the database's own error, which may repeat a row, where the file is not whole. */
export async function countRows(connection: DuckDBConnection, page: BulkPage): Promise<number> {
  const reader = await connection.runAndReadAll(`select count(*)::integer from ${relation(page)}`);
  return Number(reader.getRows()[0]?.[0]);
}

/** For the few columns that are needed in JavaScript. */
export async function readColumns(
  connection: DuckDBConnection,
  page: BulkPage,
  columns: readonly string[],
  only?: BulkFilter,
): Promise<(string | null)[][]> {
  const reader = await connection.runAndReadAll(
    `select ${columns.map(quoteName).join(', ')} from ${relation(page)}${only ? ` where ${fits(only)}` : ''}`,
  );
  return reader.getRows() as (string | null)[][];
}

/** Of all other rows every allow-listed field as text, null where none of the columns is it. */
export function recordsQuery(page: BulkPage, columns: readonly BulkColumn[], without: BulkFilter): string {
  const fields = rawFields.map((name) => {
    const mapped = columns.find(({ field }) => field === name);
    return `${mapped === undefined ? 'null::varchar' : expressionOf(mapped)} as ${quoteName(name)}`;
  });
  return `select ${fields.join(', ')} from ${relation(page)} where not ${fits(without)}`;
}

function relation({ path, delimiter, header }: BulkPage): string {
  return relationOf({ kind: 'text', path, encoding: 'utf-8', delimiter, header });
}

function expressionOf({ column, isNumber }: BulkColumn): string {
  const text = quoteName(column);
  if (!isNumber) return text;
  return `coalesce(regexp_replace(try_cast(${text} as double)::varchar, '\\.0$', ''), ${text})`;
}

/** Never null, so that no row is on neither side. */
function fits({ column, value }: BulkFilter): string {
  return `(${quoteName(column)} is not distinct from ${quoteText(value)})`;
}
