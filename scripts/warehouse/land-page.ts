/** Lands one page of a source as Parquet: the allow-listed fields, as text, and nothing else. */

import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import { rawFields } from '../../src/contract/sources.ts';
import type { Page, RawFile } from '../sources/source.ts';
import { isDiskFull } from '../support/disk-full.ts';
import { quoteName, quoteText } from './quote.ts';

/** Returns how many records landed. */
export async function landPage(connection: DuckDBConnection, records: Page['records'], file: string): Promise<number> {
  if (!isFile(records)) return await landRows(connection, rawFields, records, file);
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

/**
 * Rows of text, one column for each name; what a row has beside them is left out. Handed over as one JSON text: the
 * database parses it ten times faster than the client appends value by value.
 */
export async function landRows<Name extends string>(
  connection: DuckDBConnection,
  names: readonly Name[],
  rows: readonly { readonly [Key in Name]?: string | null }[],
  file: string,
): Promise<number> {
  const shape = JSON.stringify([Object.fromEntries(names.map((name) => [name, 'VARCHAR']))]);
  const columns = names.map((name) => `record.${quoteName(name)} as ${quoteName(name)}`).join(', ');
  await connection.run('set variable page = $page', { page: JSON.stringify(rows) }, { page: VARCHAR });
  const count = await copyQuery(
    connection,
    `select ${columns} from (select unnest(from_json(getvariable('page'), ${quoteText(shape)})) as record)`,
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
