/** The landed pages of every source, as one table of text. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { rawFields } from '../../src/contract/sources.ts';
import { quoteName, quoteText } from './quote.ts';

export interface RawDelivery {
  readonly source: string;
  /** Parquet files in the order delivered; `merged` where the store of records has them all. */
  readonly files: readonly string[] | 'merged';
}

/**
 * Makes `raw_requests`: `source`, `delivery_order` (unique within the source; later is greater) and the raw fields, as
 * text; and, of sources that tell of them, `raw_deletions` (`id`, `deleted_at`) and `raw_status_changes` (`id`, `changed_at`,
 * `status`).
 * They are views of what has landed, for as long as the connection lasts: nothing is copied.
 */
export async function loadRaw(connection: DuckDBConnection, deliveries: readonly RawDelivery[]): Promise<void> {
  const names = rawFields.map(quoteName).join(', ');
  const records = deliveries.flatMap(({ source, files }) =>
    files === 'merged'
      ? `select source, delivery_order, ${names} from record_store.record_versions where source = ${quoteText(source)}`
      : files.map(
          (file, index) =>
            `select ${quoteText(source)} as source, ${index}::bigint * 1_000_000_000 + file_row_number as delivery_order, ${names}
             from read_parquet(${quoteText(file)}, file_row_number = true)`,
        ),
  );
  await connection.run(`create or replace temp view raw_requests as ${records.join(' union all ')}`);
  const merged = deliveries.filter(({ files }) => files === 'merged').map(({ source }) => source);
  await loadBeside(connection, 'raw_deletions', 'deletions', { id: 'id', at: 'deleted_at' }, merged);
  await loadBeside(
    connection,
    'raw_status_changes',
    'status_changes',
    { id: 'id', at: 'changed_at', status: 'status' },
    merged,
  );
}

/** What the store has beside the records, of these sources; no row where none delivers changes. */
async function loadBeside(
  connection: DuckDBConnection,
  view: string,
  table: string,
  names: Readonly<Record<string, string>>,
  sources: readonly string[],
): Promise<void> {
  const columns = Object.entries({ source: 'source', ...names });
  const query =
    sources.length === 0
      ? `select ${columns.map(([, name]) => `null::varchar as ${name}`).join(', ')} where false`
      : `select ${columns.map(([column, name]) => `${quoteName(column)} as ${name}`).join(', ')} from record_store.${table} where source in (${sources.map(quoteText).join(', ')})`;
  await connection.run(`create or replace temp view ${view} as ${query}`);
}
