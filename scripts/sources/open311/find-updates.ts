/** Asks a GeoReport server for what has changed, where it can tell: `updated_after` is no part of the standard. */

import type { RawRecord } from '../source.ts';
import { readTime } from './read-time.ts';
import { sliceTime, type Slice, type SliceOptions } from './slice-time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A server that does not know the question answers something else; then the answer proves nothing. */
class NotObeyed extends Error {}

export type FindUpdatesOptions = Pick<SliceOptions, 'from' | 'to' | 'pageSize' | 'ask'> & {
  /** The same question, when a refusal is an answer. */
  readonly probe: (slice: Slice) => Promise<readonly RawRecord[] | undefined>;
};

/**
 * Yields what was updated in the time, and returns whether the server has proved that it can tell: to a question about
 * the day after tomorrow it answers nothing, each answer holds updates of the time asked for and of no other, and there
 * were some. Where it returns false, what it has yielded is true, but may not be all.
 */
export async function* findUpdates(options: FindUpdatesOptions): AsyncGenerator<readonly RawRecord[], boolean> {
  const { to, probe, ask } = options;
  const later = { from: to + DAY, to: to + 2 * DAY };
  const answer = await probe(later);
  if (!answer || !areWithin(answer, later)) return false;
  let count = 0;
  const checked = async (slice: Slice) => {
    const records = await ask(slice);
    if (!areWithin(records, slice)) throw new NotObeyed();
    count += records.length;
    return records;
  };
  try {
    yield* sliceTime({ ...options, ask: checked, timeOf: updateOf, notObeyed: () => new NotObeyed() });
  } catch (cause) {
    if (cause instanceof NotObeyed) return false;
    throw cause;
  }
  return count > 0;
}

/** An update from before the request is not kept (see `read-request.ts`): then it was about as old as the request. */
function updateOf({ updated_at, requested_at }: RawRecord): string | null | undefined {
  return updated_at ?? requested_at;
}

/** Only where an offset is written, and to an hour, for what `updateOf` puts up with. */
function areWithin(records: readonly RawRecord[], { from, to }: Slice): boolean {
  return records.every((record) => {
    const { milliseconds, hasOffset } = readTime(updateOf(record) ?? '');
    return hasOffset && milliseconds >= from - HOUR && milliseconds <= to + HOUR;
  });
}
