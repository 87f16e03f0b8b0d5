/** Asks again for requests by their ids, since GeoReport does not tell which of them have changed. */

import type { Page, RawRecord } from '../source.ts';

/** As many ids fit into an address, and into the smallest answers. */
const BATCH = 50;

export interface AskAgainOptions {
  readonly ids: readonly string[];
  readonly pageSize: number | undefined;
  readonly askMany: (ids: readonly string[]) => Promise<readonly RawRecord[]>;
  readonly askOne: (id: string) => Promise<readonly RawRecord[]>;
  /** What to make of an answer with other requests than were asked for. */
  readonly notObeyed: () => Error;
}

/** Their present states, a page for each batch. An id that the server no longer lists is counted: it may be hidden. */
export async function* askAgain(options: AskAgainOptions): AsyncGenerator<Page> {
  const { ids, pageSize = BATCH, askMany, askOne, notObeyed } = options;
  const lot = Math.min(BATCH, pageSize);
  for (let start = 0; start < ids.length; start += lot) {
    const batch = new Set(ids.slice(start, start + lot));
    const missing = new Set(batch);
    const found: RawRecord[] = [];
    const take = (records: readonly RawRecord[]) => {
      for (const record of records) {
        if (!record.id) continue;
        if (!batch.has(record.id)) throw notObeyed();
        missing.delete(record.id);
        found.push(record);
      }
    };
    take(await askMany([...batch]));
    // A server that takes one id at a time finds none of a list, or one.
    const isInDoubt = batch.size > 1 && batch.size - missing.size < 2;
    if (isInDoubt) for (const id of [...missing]) take(await askOne(id));
    yield { records: found, unlistedCount: missing.size };
  }
}
