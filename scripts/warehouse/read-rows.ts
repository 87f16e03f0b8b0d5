/** Reads a few rows into JavaScript, for what a night says of itself. */

import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { quoteName } from './quote.ts';

/** One row: column names and JavaScript values, whole numbers of 64 bits as `bigint`, dates as midnight UTC. */
export type Row = Readonly<Record<string, string | number | bigint | boolean | Date | null>>;

/** For results that are known to be small. */
export async function readRows(
  connection: DuckDBConnection,
  query: string,
  parameters?: Record<string, DuckDBValue>,
): Promise<Row[]> {
  const reader = await connection.runAndReadAll(query, parameters);
  return reader.getRowObjectsJS() as Row[];
}

/** A whole table, known to be small. */
export async function readTable(connection: DuckDBConnection, table: string): Promise<Row[]> {
  return await readRows(connection, `select * from ${quoteName(table)}`);
}
