/** Reads a few rows into JavaScript, for what a night says of itself. */

import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { quoteName } from './quote.ts';

/** For results that are known to be small. */
export async function readRows(
  connection: DuckDBConnection,
  query: string,
  parameters?: Record<string, DuckDBValue>,
): Promise<Record<string, string | number | boolean | null>[]> {
  const reader = await connection.runAndReadAll(query, parameters);
  return reader.getRowObjectsJS() as Record<string, string | number | boolean | null>[];
}

/** A whole table, known to be small. */
export async function readTable(
  connection: DuckDBConnection,
  table: string,
): Promise<Record<string, string | number | boolean | null>[]> {
  return await readRows(connection, `select * from ${quoteName(table)}`);
}
