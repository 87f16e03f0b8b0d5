/** Lands one page of a source as Parquet: the allow-listed fields, as text, and nothing else. */

import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import { rawFields } from '../../src/contract/sources.ts';
import type { Page, RawFile, RawRecord } from '../sources/source.ts';
import { isDiskFull } from '../support/disk-full.ts';
import { quoteName, quoteText } from './quote.ts';

/** Returns how many records landed. */
export async function landPage(connection: DuckDBConnection, page: Page, file: string): Promise<number> {
  const { records } = page;
  if (!isFile(records)) return await landRecords(connection, records, file);
  try {
    const [count] = await Promise.all([copyQuery(connection, records.query, file), records.feed?.()]);
    return count;
  } catch (cause) {
    // The page that is written may be at fault, and not the file that is read.
    throw isDiskFull(cause) ? cause : (records.explain?.(cause) ?? cause);
  } finally {
    await records.close?.();
  }
}

function isFile(records: Page['records']): records is RawFile {
  return !Array.isArray(records);
}

/** As one JSON text: the database parses it ten times faster than the client appends value by value. */
async function landRecords(connection: DuckDBConnection, records: readonly RawRecord[], file: string): Promise<number> {
  const shape = JSON.stringify([Object.fromEntries(rawFields.map((field) => [field, 'VARCHAR']))]);
  const fields = rawFields.map((field) => `record.${quoteName(field)} as ${quoteName(field)}`).join(', ');
  await connection.run('set variable page = $page', { page: JSON.stringify(records) }, { page: VARCHAR });
  const count = await copyQuery(
    connection,
    `select ${fields} from (select unnest(from_json(getvariable('page'), ${quoteText(shape)})) as record)`,
    file,
  );
  await connection.run('reset variable page');
  return count;
}

async function copyQuery(connection: DuckDBConnection, query: string, file: string): Promise<number> {
  const result = await connection.runAndReadAll(
    `copy (${query}) to ${quoteText(file)} (format parquet, compression zstd)`,
  );
  return Number(result.getRows()[0]?.[0] ?? 0);
}
