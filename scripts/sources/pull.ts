/** Step 1, pull: every source's pages land in `raw/`, cut to the allow-list, before anything else happens. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../src/contract/city.ts';
import type { DataFolders } from '../support/data-folders.ts';
import { landPage } from '../warehouse/land-page.ts';
import { openSources } from './open-sources.ts';
import { beginRun, finishRun, pageFile } from './runs.ts';
import { nothingKnown } from './source.ts';

export interface PullOptions {
  readonly city: City;
  readonly folders: DataFolders;
  readonly connection: DuckDBConnection;
  /** When the reading begins. */
  readonly now: Date;
  /** Nothing after it is asked for. */
  readonly asOf: Date | undefined;
  readonly onProgress: (records: number) => void;
}

export interface Pulled {
  readonly recordCount: number;
  readonly sourceCount: number;
}

export async function pull({ city, folders, connection, now, asOf, onProgress }: PullOptions): Promise<Pulled> {
  const sources = openSources(city, connection);
  let recordCount = 0;
  for (const source of sources) {
    const until = asOf ?? (await source.completeUntil(now)) ?? now;
    const partial = await beginRun(folders.raw, source.id, now);
    let pageCount = 0;
    let sourceCount = 0;
    for await (const page of source.changes({ since: null, until }, nothingKnown)) {
      sourceCount += await landPage(connection, page, pageFile(partial, pageCount));
      pageCount += 1;
      onProgress(recordCount + sourceCount);
    }
    await finishRun(partial, {
      source: source.id,
      read_at: now.toISOString(),
      complete_until: (await source.completeUntil(asOf ?? now))?.toISOString() ?? null,
      delivery: source.delivery,
      fields: [...source.fields],
      page_count: pageCount,
      record_count: sourceCount,
    });
    recordCount += sourceCount;
  }
  return { recordCount, sourceCount: sources.length };
}
