/** The published CSV files as tables: all that anybody outside the city has. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Dataset } from '../../src/contract/datasets/dataset.ts';
import { databaseTypes } from './copy-table.ts';
import { quoteName, quoteText } from './quote.ts';

/** Makes `table` from the data set's CSV file in the folder, with the types of the catalogue. */
export async function loadPublished(
  connection: DuckDBConnection,
  folder: string,
  dataset: Dataset,
  table: string,
): Promise<void> {
  await connection.run(publishedStatement(path.join(folder, csvOf(dataset)), dataset, table));
}

/** The name of its file. */
export function csvOf({ id }: Dataset): string {
  return `${id}.csv`;
}

/** The statement for it. */
export function publishedStatement(file: string, dataset: Dataset, table: string): string {
  const columns = dataset.columns.map(({ name, type }) => `${quoteText(name)}: ${quoteText(databaseTypes[type])}`);
  return `create or replace table ${quoteName(table)} as
select * from read_csv(
  ${quoteText(file)},
  auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
  columns = {${columns.join(', ')}}
)`;
}

/** An empty table of the data set's shape. */
export async function makeEmpty(connection: DuckDBConnection, dataset: Dataset, table: string): Promise<void> {
  const columns = dataset.columns.map(({ name, type }) => `${quoteName(name)} ${databaseTypes[type]}`);
  await connection.run(`create or replace table ${quoteName(table)} (${columns.join(', ')})`);
}

/** A table of the warehouse file, which is read only. */
export async function loadFromWarehouse(connection: DuckDBConnection, file: string, table: string): Promise<void> {
  await connection.run(`attach if not exists ${quoteText(file)} as warehouse (read_only)`);
  await connection.run(`create or replace table ${quoteName(table)} as from warehouse.${quoteName(table)}`);
}
