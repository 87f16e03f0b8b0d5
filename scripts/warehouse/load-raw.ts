/** The landed pages of every source, as one table of text. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { rawFields } from '../../src/contract/sources.ts';
import { quoteName, quoteText } from './quote.ts';

export interface RawPages {
  readonly source: string;
  /** Parquet files in the order delivered. */
  readonly files: readonly string[];
}

/**
 * Makes `raw_requests`: `source`, `delivery_order` (unique within the source; later is greater) and the raw fields, as
 * text. It is a view of the pages, for as long as the connection lasts: nothing is copied.
 */
export async function loadRaw(connection: DuckDBConnection, deliveries: readonly RawPages[]): Promise<void> {
  const names = rawFields.map(quoteName).join(', ');
  const pages = deliveries.flatMap(({ source, files }) =>
    files.map(
      (file, index) =>
        `select ${quoteText(source)} as source, ${index}::bigint * 1_000_000_000 + file_row_number as delivery_order, ${names}
         from read_parquet(${quoteText(file)}, file_row_number = true)`,
    ),
  );
  await connection.run(`create or replace temp view raw_requests as ${pages.join(' union all ')}`);
}
