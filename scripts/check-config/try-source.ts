/** Tries one source as a night would: reached, read, its columns named; or the error that a night would end with. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../src/contract/city.ts';
import type { Source } from '../../src/contract/sources.ts';
import { count, plural } from '../new-city/describe-proposal.ts';
import { findFiles } from '../sources/files/find-files.ts';
import { openSources } from '../sources/open-sources.ts';
import { pull } from '../sources/pull.ts';
import type { DataFolders } from '../support/data-folders.ts';
import { OperatorError } from '../support/operator-error.ts';

export interface TriedSource {
  readonly lines: readonly string[];
  readonly error?: OperatorError;
}

export interface TrySourceOptions {
  /** Its lists need not be valid. */
  readonly city: City;
  readonly source: Source;
  /** Temporary: the records land there, cut to the allowed fields, as in a night. */
  readonly folders: DataFolders;
  readonly connection: DuckDBConnection;
  readonly now: Date;
}

export async function trySource({ city, source, folders, connection, now }: TrySourceOptions): Promise<TriedSource> {
  const alone = { ...city, settings: { ...city.settings, sources: [source] } };
  try {
    const pulled = await pull({ city: alone, folders, connection, now, asOf: undefined, onProgress: () => {} });
    const records = plural(pulled.recordCount, 'record');
    return { lines: [`source ${source.id}: ${records}`, ...(await describeFiles(alone, source, connection))] };
  } catch (cause) {
    if (!(cause instanceof OperatorError)) throw cause;
    return { lines: [`source ${source.id}: cannot be read, see ${cause.code} below`], error: cause };
  }
}

async function describeFiles(city: City, source: Source, connection: DuckDBConnection): Promise<string[]> {
  if (source.kind !== 'files') return [];
  const files = await findFiles(source, city);
  const [opened] = openSources(city, connection);
  const columns = (await opened?.discover())?.fields ?? [];
  const mapped = Object.entries(source.fields).map(([field, spec]) => ({
    field,
    column: typeof spec === 'string' ? spec : spec.column,
  }));
  const isRead = (name: string) =>
    mapped.some(({ column }) => column.trim().toLowerCase() === name.trim().toLowerCase());
  const unread = columns.filter((name) => !isRead(name));
  return [
    `  ${count(files.length)} of ${source.pattern} in ${source.folder}`,
    `  read: ${mapped.map(({ field, column }) => (field === column ? field : `${column} → ${field}`)).join(', ')}`,
    `  not read, and never stored: ${unread.join(', ') || 'nothing'}`,
  ];
}
