/** Which requests the fake server answers with: its filters, its order, its cap, and its habits. */

import { changedAt, idOf, isListed, type FakeRequest } from './requests.ts';

export interface ListingHabits {
  /** The most that one answer holds. */
  readonly cap: number;
  readonly order: 'newest first' | 'oldest first' | 'last changed first' | 'by number';
  /** Whether what happened at the very ends of the time asked for is answered. */
  readonly ends: 'in' | 'out';
  /** Of a page past the end. `ignored`: every page is the first. */
  readonly pastTheEnd: 'empty' | 'last again' | 'ignored';
  readonly firstPage: 0 | 1;
  readonly updates: 'work' | 'ignored' | 'refused' | 'nothing' | 'after only';
  /** What `service_request_id=a,b` finds. */
  readonly ids: 'all' | 'the first' | 'none' | 'ignored';
  readonly dates: 'to the second' | 'to the day' | 'ignored';
  /** Where no date is asked for, only requests made in so many days are looked at. */
  readonly lastDays: number;
}

export const goodHabits: ListingHabits = {
  cap: 1000,
  order: 'newest first',
  ends: 'in',
  pastTheEnd: 'empty',
  firstPage: 1,
  updates: 'refused',
  ids: 'all',
  dates: 'to the second',
  lastDays: 90,
};

const DAY = 86_400_000;

/** Of what is listed at `now`. */
export function findListed(
  requests: readonly FakeRequest[],
  now: number,
  query: URLSearchParams,
  habits: ListingHabits,
): FakeRequest[] {
  const ids = idsAsked(query, habits);
  const isAsked = ids ? (request: FakeRequest) => ids.has(idOf(request)) : inTime(now, query, habits);
  const found = requests.filter((request) => isAsked(request) && isListed(request, now));
  return ids ? found.slice(0, habits.cap) : pageOf(found.sort(orders[habits.order](now)), query, habits);
}

function idsAsked(query: URLSearchParams, { ids }: ListingHabits): Set<string> | undefined {
  const asked = query.get('service_request_id')?.split(',');
  if (asked === undefined || ids === 'ignored') return undefined;
  if (ids === 'all' || asked.length === 1) return new Set(asked);
  return new Set(ids === 'none' ? [] : asked.slice(0, 1));
}

function inTime(now: number, query: URLSearchParams, { ends, updates, dates, lastDays }: ListingHabits) {
  const earliest = query.has('start_date') || updates === 'work' ? 0 : now - lastDays * DAY;
  const between = (after: string, before: string) => {
    const from = Date.parse(query.get(after) ?? '1970-01-01T00:00:00Z');
    const to = Date.parse(query.get(before) ?? '2100-01-01T00:00:00Z');
    if (dates === 'to the day') return (time: number) => day(time) >= day(from) && day(time) <= day(to);
    return (time: number) => (ends === 'in' ? time >= from && time <= to : time > from && time < to);
  };
  const isAsked = between('start_date', 'end_date');
  const isChanged = between('updated_after', updates === 'after only' ? 'unknown' : 'updated_before');
  if (updates === 'nothing' && query.has('updated_after')) return () => false;
  return (request: FakeRequest) =>
    request.requestedAt >= earliest &&
    (dates === 'ignored' || isAsked(request.requestedAt)) &&
    (updates === 'ignored' || isChanged(changedAt(request, now)));
}

function day(time: number): number {
  return Math.floor(time / DAY);
}

type Order = (now: number) => (one: FakeRequest, other: FakeRequest) => number;

const orders: Record<ListingHabits['order'], Order> = {
  'newest first': () => (one, other) => other.requestedAt - one.requestedAt,
  'oldest first': () => (one, other) => one.requestedAt - other.requestedAt,
  'last changed first': (now) => (one, other) => changedAt(other, now) - changedAt(one, now),
  'by number': () => (one, other) => (idOf(one) < idOf(other) ? -1 : 1),
};

function pageOf(found: readonly FakeRequest[], query: URLSearchParams, habits: ListingHabits): FakeRequest[] {
  const size = Math.min(habits.cap, Number(query.get('page_size') ?? habits.cap));
  const asked = habits.pastTheEnd === 'ignored' ? 0 : Number(query.get('page') ?? habits.firstPage) - habits.firstPage;
  const last = Math.max(0, Math.ceil(found.length / size) - 1);
  const page = habits.pastTheEnd === 'last again' ? Math.min(asked, last) : asked;
  return found.slice(page * size, (page + 1) * size);
}
