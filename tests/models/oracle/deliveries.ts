/** Records as a CRM might deliver them, generated: every outcome, precision and trap that the measures name. */

import fc from 'fast-check';
import { departments, services, wards } from './generated-city.ts';
import { type CityClock, cityClock, DAY, dayText, HOUR, monthStart } from './city-clock.ts';

export type Writing = 'instant' | 'local' | 'date';

export interface Told {
  readonly at: number;
  readonly as: Writing;
}

export interface Delivered {
  readonly id: string;
  readonly requested: Told;
  readonly closed: Told | null;
  readonly due: Told | null;
  readonly updated: number | null;
  readonly status: string;
  readonly service: string;
  readonly area: string | null;
  readonly department: string | null;
  /** Longitude and latitude, as written. */
  readonly point: readonly [string, string] | null;
  /** A date that means none, left in the field of the closing. */
  readonly hasPlaceholder: boolean;
  readonly channel: string | null;
  readonly firstClosed: Told | null;
  readonly firstReopened: Told | null;
  readonly reopenCount: number | null;
}

export interface Delivery {
  readonly zone: string;
  readonly asOf: number;
  readonly toleranceSeconds: number;
  readonly records: readonly Delivered[];
}

const writing = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Writing>('instant') },
  { weight: 2, arbitrary: fc.constant<Writing>('local') },
  { weight: 2, arbitrary: fc.constant<Writing>('date') },
);
const weighted = (...pairs: readonly (readonly [string, number])[]) =>
  fc.oneof(...pairs.map(([value, weight]) => ({ weight, arbitrary: fc.constant(value) })));
const status = weighted(
  ['fulfilled', 45], ['open', 18], ['no_action', 8], ['handed_on', 6], ['referred', 3], ['duplicate', 4],
  ['cancelled', 2], ['invalid', 2], ['strange', 6],
); // prettier-ignore
const duration = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 2, 5, 7, 30, 90, 91).map((days) => days * DAY) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => minutes * 60_000) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 130 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: -2 * DAY, max: 0 }) },
  { weight: 1, arbitrary: fc.integer({ min: -90, max: 0 }).map((seconds) => seconds * 1000) },
);

/** Closed once; closed, opened again and closed; or opened again at a moment that the source does not tell. */
const history = fc.record({
  way: weighted(['once', 400], ['again', 120], ['silent', 60], ['untold', 3]),
  share: fc.integer({ min: 0, max: 100 }),
  after: fc.oneof(
    fc.constantFrom(0, 29, 30, 31, 60).map((days) => days * DAY),
    fc.integer({ min: 0, max: 40 * 24 }).map((hours) => hours * HOUR),
  ),
  as: writing,
});

function historyOf(
  { way, share, after, as }: { way: string; share: number; after: number; as: Writing },
  requested: Told,
  closed: Told | null,
): Pick<Delivered, 'firstClosed' | 'firstReopened' | 'reopenCount'> {
  if (closed === null || way === 'silent') return { firstClosed: null, firstReopened: null, reopenCount: null };
  if (way === 'once') return { firstClosed: closed, firstReopened: null, reopenCount: 0 };
  const at = requested.at + Math.max(0, Math.round(((closed.at - requested.at) * share) / 100_000)) * 1000;
  const firstReopened = way === 'untold' ? null : { at: at + after, as };
  return { firstClosed: { at, as }, firstReopened, reopenCount: 1 };
}

/** On corners, on sides, inside and outside; and what is no place. */
const point = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.constantFrom(9.5, 10, 10.5, 11, 11.5, 12, 13, 14, 14.5), fc.constantFrom(-0.5, 0, 0.5, 1, 1.5, 2, 2.5))
      .map(([x, y]): [string, string] => [String(x), String(y)]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<[string, string]>(['0', '0'], ['none', '1'], [' ', ''], ['200', '1'], ['1.5', '1.5']),
  },
);

interface Span {
  readonly from: number;
  readonly days: number;
  readonly count: number;
}

/** `busy` services get most of the requests, so that tier C has months of ten and more. */
function record(index: number, { from, days }: Span, busy: readonly string[]): fc.Arbitrary<Delivered[]> {
  return fc
    .record({
      requested: fc.record({
        at: fc.noBias(fc.integer({ min: 0, max: days * 24 * 3600 })).map((s) => from + s * 1000),
        as: writing,
      }),
      duration,
      closedAs: writing,
      due: fc.option(fc.record({ at: fc.integer({ min: -24, max: 24 * 40 }), as: writing }), { freq: 3 }),
      updated: fc.option(fc.integer({ min: 0, max: 10 * 24 }), { freq: 3 }),
      status,
      service: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...services.map(({ source }) => source), 'no such thing') },
        { weight: 7, arbitrary: fc.constantFrom(...busy) },
      ),
      area: fc.option(fc.constantFrom(...wards.map(({ id }) => id), 'South', 'elsewhere'), { freq: 8 }),
      department: fc.option(fc.constantFrom(...departments, 'PARKS', 'nobody'), { freq: 1 }),
      point: fc.option(point, { freq: 2 }),
      isTimeless: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
      isLeftOver: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
      hasPlaceholder: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      stale: fc.integer({ min: -24, max: 24 * 20 }),
      channel: fc.option(fc.constantFrom('Phone', 'Phone', 'pigeon'), { freq: 9 }),
      history,
    })
    .map(({ requested, closedAs, due, updated, isTimeless, isLeftOver, stale, history: told, ...rest }) => {
      const isClosed = rest.status === 'open' ? isLeftOver : !isTimeless;
      const closed = isClosed ? { at: requested.at + rest.duration, as: closedAs } : null;
      const one: Delivered = {
        id: `r${index}`,
        requested,
        closed,
        due: due === null ? null : { at: requested.at + due.at * HOUR, as: due.as },
        updated: updated === null ? null : Math.max(requested.at, closed?.at ?? 0) + updated * HOUR,
        status: rest.status,
        service: rest.service,
        area: rest.area,
        department: rest.department,
        point: rest.point,
        hasPlaceholder: rest.hasPlaceholder,
        channel: rest.channel,
        ...historyOf(told, requested, closed),
      };
      if (index % 5 !== 0) return [one];
      const before: Delivered = {
        ...one,
        closed: null,
        status: 'open',
        due: stale < 0 ? null : { at: requested.at + stale * HOUR, as: 'instant' },
        updated: one.updated === null ? null : requested.at,
      };
      return stale % 2 === 0 ? [before, one] : [one, before];
    });
}

function deliveryOf(span: Span, busy: readonly string[]): fc.Arbitrary<Delivery> {
  return fc
    .record({
      zone: fc.constantFrom('America/St_Johns', 'America/Toronto'),
      asOfDays: fc.integer({ min: Math.floor(span.days * 0.7), max: span.days + 20 }),
      asOfHours: fc.constantFrom(0, 0, 9.25),
      toleranceSeconds: fc.constantFrom(0, 60),
      records: fc.tuple(...Array.from({ length: span.count }, (_, index) => record(index, span, busy))),
    })
    .map(({ zone, asOfDays, asOfHours, toleranceSeconds, records }) => {
      const clock = cityClock(zone);
      const asOf = clock.startOfDay(clock.localDay(span.from) + asOfDays) + asOfHours * HOUR;
      return {
        zone,
        asOf,
        toleranceSeconds,
        records: records.flat().map((one, index) => touching(one, index, asOf, clock)),
      };
    });
}

/** From a day of summer time into the next spring: a day of 25 hours, a leap day, a day of 23 hours. */
export const eightMonths = deliveryOf({ from: Date.UTC(2023, 8, 1, 4), days: 240, count: 150 }, [
  'Pot Hole',
  'TREE',
  'light',
]);

export const thirtyMonths = deliveryOf({ from: Date.UTC(2022, 0, 1, 5), days: 900, count: 900 }, [
  'Noise',
  'Noise',
  'Noise',
  'permit',
]);

/** A few records to which something happens at the very moment, or in the last millisecond of a month. */
function touching(one: Delivered, index: number, asOf: number, clock: CityClock): Delivered {
  const moment: Told = { at: asOf, as: 'instant' };
  if (index % 60 === 7) return { ...one, requested: moment, closed: null };
  if (index % 60 === 17 && one.requested.at < asOf) return { ...one, closed: moment };
  const lastMoment = clock.startOfDay(monthStart(clock.localDay(one.requested.at), 1)) - 1;
  if (index % 60 === 37) return { ...one, requested: { at: lastMoment, as: 'instant' } };
  if (index % 60 === 47 && one.requested.at < lastMoment) return { ...one, closed: { at: lastMoment, as: 'instant' } };
  return index % 60 === 27 ? { ...one, due: moment } : one;
}

/** The record as the text that lands in `raw`. */
export function writeRaw(one: Delivered, clock: CityClock): Record<string, string | null> {
  const text = (told: Told | null): string | null => {
    if (told === null) return null;
    if (told.as === 'date') return dayText(clock.localDay(told.at));
    return told.as === 'local' ? clock.wallText(told.at) : new Date(told.at).toISOString();
  };
  return {
    id: one.id,
    requested_at: text(one.requested),
    first_closed_at: text(one.firstClosed),
    first_reopened_at: text(one.firstReopened),
    reopen_count: one.reopenCount === null ? null : String(one.reopenCount),
    closed_at: text(one.closed) ?? (one.hasPlaceholder ? '1900-01-01T00:00:00' : ' '),
    due_at: text(one.due),
    updated_at: one.updated === null ? null : new Date(one.updated).toISOString(),
    status: ` ${one.status.toUpperCase()}`,
    closure: null,
    service: one.service,
    area: one.area,
    department: one.department,
    longitude: one.point?.[0] ?? null,
    latitude: one.point?.[1] ?? null,
    channel: one.channel,
  };
}
