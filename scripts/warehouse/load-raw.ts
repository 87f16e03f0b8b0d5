/** The landed pages of every source, as one table of text. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { rawFields } from '../../src/contract/city.ts';
import { quoteName, quoteText } from './quote.ts';

export interface RawPages {
  readonly source: string;
  /** Parquet files in the order delivered. */
  readonly files: readonly string[];
}

/**
 * Makes `raw_requests`: `source`, `delivery_order` (unique within the source; later is greater) and the raw fields, as
 * text, null where a page lacks one.
 */
export async function loadRaw(connection: DuckDBConnection, deliveries: readonly RawPages[]): Promise<void> {
  const columns = rawFields.map((field) => `${quoteName(field)} varchar`).join(', ');
  await connection.run(`create or replace table raw_requests (source varchar, delivery_order bigint, ${columns})`);
  const names = rawFields.map(quoteName).join(', ');
  for (const { source, files } of deliveries) {
    for (const [index, file] of files.entries()) {
      await connection.run(
        `insert into raw_requests
         select $source, $first::bigint + file_row_number, ${names}
         from read_parquet(${quoteText(file)}, file_row_number = true)`,
        { source, first: BigInt(index) * 1_000_000_000n },
      );
    }
  }
}
