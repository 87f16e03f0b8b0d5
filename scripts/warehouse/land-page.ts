/** Lands one page of a source as Parquet: the allow-listed fields, as text, and nothing else. */

import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import { rawFields } from '../../src/contract/city.ts';
import type { Page, RawFile, RawRecord } from '../sources/source.ts';
import { quoteName, quoteText } from './quote.ts';

/** Returns how many records landed. */
export async function landPage(connection: DuckDBConnection, page: Page, file: string): Promise<number> {
  const { records } = page;
  return isFile(records) ? copyQuery(connection, records.query, file) : landRecords(connection, records, file);
}

function isFile(records: Page['records']): records is RawFile {
  return !Array.isArray(records);
}

async function landRecords(
  connection: DuckDBConnection,
  records: readonly RawRecord[],
  file: string,
): Promise<number> {
  const columns = rawFields.map((field) => `${quoteName(field)} varchar`).join(', ');
  await connection.run(`create or replace temp table page (${columns})`);
  const appender = await connection.createAppender('page', 'main', 'temp');
  for (const record of records) {
    for (const field of rawFields) appender.appendValue(record[field] ?? null, VARCHAR);
    appender.endRow();
  }
  appender.closeSync();
  const count = await copyQuery(connection, 'select * from page', file);
  await connection.run('drop table page');
  return count;
}

async function copyQuery(connection: DuckDBConnection, query: string, file: string): Promise<number> {
  const result = await connection.runAndReadAll(
    `copy (${query}) to ${quoteText(file)} (format parquet, compression zstd)`,
  );
  return Number(result.getRows()[0]?.[0] ?? 0);
}
