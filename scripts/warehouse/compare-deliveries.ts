/** Two deliveries of one source, compared. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from './quote.ts';
import { readRows } from './read-rows.ts';

/** How many requests the earlier pages (Parquet) hold, and how many of them the later lack: by id, else by their number. */
export async function countAbsent(
  connection: DuckDBConnection,
  earlier: readonly string[],
  later: readonly string[],
  hasIds: boolean,
): Promise<{ readonly before: number; readonly count: number }> {
  const pages = (files: readonly string[]) =>
    files.length === 0 ? `(select null::varchar as id limit 0)` : `read_parquet([${files.map(quoteText).join(', ')}])`;
  const counted = hasIds
    ? `select
         count(*) as before,
         count_if(id_hash not in (select hash(id) from ${pages(later)} where id is not null)) as absent
       from (select hash(id) as id_hash from ${pages(earlier)} where id is not null)`
    : `select before, greatest(before - after, 0) as absent
       from (select count(*) as before from ${pages(earlier)}) cross join (select count(*) as after from ${pages(later)})`;
  const [row] = await readRows(connection, counted);
  return { before: Number(row?.['before'] ?? 0), count: Number(row?.['absent'] ?? 0) };
}
