/** Puts a small list (of the city folder, of the catalogue) into a table. */

import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import { quoteName } from './quote.ts';

export type Cell = string | number | boolean | null | readonly string[] | readonly (readonly number[])[];

/** Column names and their DuckDB types; every row holds every column. */
export type TableShape = Readonly<Record<string, string>>;

/** Makes room: tables of the session that nothing reads any more. */
export async function dropTables(connection: DuckDBConnection, names: readonly string[]): Promise<void> {
  for (const name of names) await connection.run(`drop table ${quoteName(name)}`);
}

/** Replaces the table. Values travel as text and are cast by the database, which refuses what does not fit. */
export async function createTable<Shape extends TableShape>(
  connection: DuckDBConnection,
  name: string,
  shape: Shape,
  rows: readonly { readonly [Name in keyof Shape]: Cell }[],
): Promise<void> {
  const columns = Object.entries(shape);
  const asText = columns.map(([column]) => `${quoteName(column)} varchar`).join(', ');
  await connection.run(`create or replace temp table incoming (${asText})`);
  const appender = await connection.createAppender('incoming', 'main', 'temp');
  for (const row of rows) {
    for (const [column] of columns) {
      const cell = row[column] ?? null;
      appender.appendValue(cell === null ? null : Array.isArray(cell) ? JSON.stringify(cell) : String(cell), VARCHAR);
    }
    appender.endRow();
  }
  appender.closeSync();
  const casts = columns.map(([column, type]) => {
    const from = type.endsWith('[]') ? `${quoteName(column)}::json` : quoteName(column);
    return `${from}::${type} as ${quoteName(column)}`;
  });
  await connection.run(`create or replace table ${quoteName(name)} as select ${casts.join(', ')} from incoming`);
  await connection.run('drop table incoming');
}
