/** Reads everything of a stretch of time, in slices so short that no answer is cut off by the server's cap. */

import type { RawRecord } from '../source.ts';
import { readTime } from './read-time.ts';

/** What GeoReport allows in one question. */
const MAX_DAYS = 90;
/** No server is known to answer with fewer at most. */
const SMALLEST_CAP = 50;
const MAX_PAGES = 1000;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export interface Slice {
  readonly from: number;
  readonly to: number;
  /** From 1, and only where one second holds more than one answer. */
  readonly page?: number;
}

export interface SliceOptions {
  readonly from: number;
  readonly to: number;
  /** The most that an answer holds, where that is known. */
  readonly pageSize: number | undefined;
  readonly ask: (slice: Slice) => Promise<readonly RawRecord[]>;
  /** When a record belongs to a slice. */
  readonly timeOf: (record: RawRecord) => string | null | undefined;
  /** What to make of an answer with records of other times than were asked for. */
  readonly notObeyed: () => Error;
}

/**
 * Each answer that is whole, in the order of time. A slice is asked in one question, and the time by which it is cut never
 * changes for a record: what shifts between the pages of a list while it is read cannot be missed here.
 *
 * Which number is the cap is not known. An answer with as many records as the longest before it, or more, may have been
 * cut off: it is let go, and half of the time is asked for. At worst that costs a few questions more.
 */
export async function* sliceTime(options: SliceOptions): AsyncGenerator<readonly RawRecord[]> {
  const { to, pageSize = Number.POSITIVE_INFINITY, ask } = options;
  let most = 0;
  let length = MAX_DAYS * DAY;
  let fullUntil = 0;
  for (let from = options.from; from < to;) {
    // An end of the time asked for may be in or out: each slice begins a second before the last one ended.
    const slice = { from: from - SECOND, to: Math.min(from - SECOND + length, to) };
    const records = await ask(slice);
    const span = spanOf(records, options.timeOf);
    // A server may count in whole days, at both ends; more than that is no answer to the question.
    if (span > slice.to - slice.from + 2 * DAY) throw options.notObeyed();
    const isFull = records.length >= pageSize || records.length >= Math.max(SMALLEST_CAP, most);
    most = Math.max(most, records.length);
    const isCutFiner = span <= slice.to - slice.from + MINUTE;
    if (isFull && isCutFiner && slice.to - from > SECOND) {
      length = SECOND + wholeSeconds((slice.to - from) / 2);
      fullUntil = slice.to;
      continue;
    }
    yield records;
    if (isFull) yield* furtherPages(slice, records, options);
    from = slice.to;
    if (records.length < most / 2 && from >= fullUntil) length = Math.min(length * 2, MAX_DAYS * DAY);
  }
}

/** More in one second than an answer holds: page by page, until one brings nothing new (it may be the last one again). */
async function* furtherPages(
  slice: Slice,
  first: readonly RawRecord[],
  { ask, notObeyed }: SliceOptions,
): AsyncGenerator<readonly RawRecord[]> {
  const seen = new Set(first.map(keyOf));
  for (let page = 1; page <= MAX_PAGES; page++) {
    const records = await ask({ ...slice, page });
    const fresh = records.filter((record) => !seen.has(keyOf(record)));
    // Page 1 is the answer that is there already, but where pages are counted from 0.
    if (fresh.length === 0 && page > 1) return;
    for (const record of fresh) seen.add(keyOf(record));
    yield fresh;
  }
  throw notObeyed();
}

function keyOf(record: RawRecord): string {
  return record.id ?? JSON.stringify(record);
}

/** From the first to the last of the times, in milliseconds; in whichever zone they are written. */
function spanOf(records: readonly RawRecord[], timeOf: SliceOptions['timeOf']): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const record of records) {
    const { milliseconds } = readTime(timeOf(record) ?? '');
    if (milliseconds < first) first = milliseconds;
    if (milliseconds > last) last = milliseconds;
  }
  return Math.max(0, last - first);
}

function wholeSeconds(milliseconds: number): number {
  return Math.max(SECOND, Math.floor(milliseconds / SECOND) * SECOND);
}
