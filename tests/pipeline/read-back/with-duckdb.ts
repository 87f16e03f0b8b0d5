/** Reads a table of the database, and CSV and Parquet files, with DuckDB. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column, ColumnType } from '../../../src/contract/datasets/dataset.ts';
import { quoteName, quoteText } from '../../../scripts/warehouse/quote.ts';
import type { Cell, ReadTable } from './read-table.ts';

const comparable: Record<ColumnType, (name: string) => string> = {
  code: (name) => `${name}::varchar`,
  text: (name) => `${name}::varchar`,
  timestamp: (name) => `epoch_ms(${name}::timestamptz)::double`,
  date: (name) => `(${name}::date - date '1970-01-01')::double`,
  number: (name) => `${name}::double`,
  integer: (name) => `${name}::integer`,
  boolean: (name) => `${name}::boolean`,
};

let copies = 0;

/** The rows of `from`, kept in their order in a table of the session; `names` are the columns that it has. */
async function keep(
  connection: DuckDBConnection,
  from: string,
  columns: readonly Column[],
  names: readonly string[],
): Promise<ReadTable> {
  copies += 1;
  const copy = `read_back_${copies}`;
  const select = columns.map(({ name, type }) => `${comparable[type](quoteName(name))} as ${quoteName(name)}`);
  await connection.run(`create temp table ${copy} as select ${select.join(', ')} from ${from}`);
  const counted = await connection.runAndReadAll(`select count(*)::integer from ${copy}`);
  return {
    rowCount: Number(counted.getRows()[0]?.[0]),
    columnNames: names,
    column: async ({ name }) =>
      ((await connection.runAndReadAll(`select ${quoteName(name)} from ${copy}`)).getColumnsJS()[0] ?? []) as Cell[],
  };
}

/** What the files are made from: the model's own table, in the order in which a file has it. */
export async function readModel(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
  sortedBy: readonly string[],
): Promise<ReadTable> {
  const order = sortedBy.map((name) => `${quoteName(name)} asc nulls last`).join(', ');
  const sorted = `(select * from ${table} order by ${order})`;
  return keep(
    connection,
    sorted,
    columns,
    columns.map(({ name }) => name),
  );
}

/** A quoted empty cell is an empty text, one without quotes is null. */
export async function readCsvWithDuckdb(
  connection: DuckDBConnection,
  file: string,
  columns: readonly Column[],
): Promise<ReadTable> {
  const options = `delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', allow_quoted_nulls = false`;
  const named = columns.map(({ name }) => `${quoteText(name)}: 'varchar'`).join(', ');
  const source = `read_csv(${quoteText(file)}, header = true, auto_detect = false, ${options}, columns = {${named}})`;
  const header = await connection.runAndReadAll(
    `select * from read_csv(${quoteText(file)}, header = false, all_varchar = true, ${options}) limit 1`,
  );
  return keep(connection, source, columns, (header.getRows()[0] ?? []).map(String));
}

export async function readParquetWithDuckdb(
  connection: DuckDBConnection,
  file: string,
  columns: readonly Column[],
): Promise<ReadTable> {
  const source = `read_parquet(${quoteText(file)})`;
  const described = await connection.runAndReadAll(`describe from ${source}`);
  return keep(
    connection,
    source,
    columns,
    described.getRows().map(([name]) => String(name)),
  );
}
