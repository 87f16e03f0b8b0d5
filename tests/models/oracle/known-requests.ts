/** What is known of each request at a moment: the winning record, its times, outcome and due time, by plain loops. */

import type { Delivered, Delivery, Told } from './deliveries.ts';
import { departments, holidays, services, targets } from './generated-city.ts';
import { areaOf } from './request-areas.ts';
import { type CityClock, dayOf, HOUR, weekday } from './city-clock.ts';

export interface KnownRequest {
  readonly service: string;
  readonly tier: string;
  readonly kind: string;
  readonly area: string;
  readonly group: string;
  readonly department: string;
  readonly outcome: string;
  readonly requestedAt: number;
  readonly requestedOn: number;
  readonly closedAt: number | null;
  readonly closedOn: number | null;
  readonly dueAt: number | null;
  readonly dueOn: number | null;
  readonly isByDate: boolean;
  readonly channel: string;
  readonly firstClosedOn: number | null;
  /** Within 30 days; null where it is not known. */
  readonly isReopened: boolean | null;
}

export function knownRequests(delivery: Delivery, clock: CityClock): KnownRequest[] {
  const byId = new Map<string, Delivered[]>();
  for (const one of delivery.records) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return [...byId.values()]
    .map((versions) => knownRequest(versions, delivery.asOf, clock))
    .filter((one) => one !== null);
}

/** Null where the request is later than the moment. */
function knownRequest(versions: readonly Delivered[], asOf: number, clock: CityClock): KnownRequest | null {
  const asOfDay = clock.localDay(asOf - 1);
  const record = winner(versions, asOf);
  const read = (told: Told): number => {
    if (told.as === 'date') return clock.startOfDay(clock.localDay(told.at));
    return told.as === 'local' ? clock.firstInstant(Date.parse(`${clock.wallText(told.at)}Z`)) : told.at;
  };
  const requestedAt = read(record.requested);
  const requestedOn = clock.localDay(requestedAt);
  const told = record.status === 'strange' ? 'unmapped' : record.status;
  const closing = record.closed === null ? null : read(record.closed);
  const isAnyDate = record.requested.as === 'date' || record.closed?.as === 'date';
  const hasHappened = closing !== null && clock.localDay(closing) <= asOfDay && (isAnyDate || closing <= asOf);
  const isClosed = told !== 'open' && hasHappened;
  const closedAt = isClosed ? closing : null;
  const isByDate = record.requested.as === 'date' || (isClosed && record.closed?.as === 'date');
  const hasCome = (at: number | null): at is number => at !== null && clock.localDay(at) <= asOfDay && at <= asOf;
  const firstClosed = record.firstClosed && read(record.firstClosed);
  const firstClosedOn = hasCome(firstClosed) ? clock.localDay(firstClosed) : null;
  const reopened = record.firstReopened && read(record.firstReopened);
  if (requestedOn > asOfDay || (!isByDate && requestedAt > asOf)) return null;
  const service = services.find(({ source }) => source.trim().toLowerCase() === record.service.trim().toLowerCase());
  const isDate = record.requested.as === 'date';
  const seen = firstDue(versions.filter(({ updated }) => updated === null || updated <= asOf)) ?? record.due;
  const dueAt = dueOf(seen, service?.code, { at: requestedAt, on: requestedOn, isDate }, read, clock);
  return {
    service: service?.code ?? 'unmapped',
    tier: service?.tier ?? 'C',
    kind: service?.kind ?? 'request',
    area: areaOf(record, requestedOn),
    group: service?.group ?? 'unmapped',
    department:
      departments.find((one) => one === record.department?.toLowerCase()) ?? service?.department ?? 'unmapped',
    outcome: closing !== null && !hasHappened ? 'open' : told,
    requestedAt,
    requestedOn,
    closedAt,
    closedOn: closedAt === null ? null : clock.localDay(closedAt),
    dueAt,
    dueOn: dueAt === null ? null : clock.localDay(dueAt),
    isByDate,
    channel: record.channel === null ? 'unknown' : record.channel === 'Phone' ? 'phone' : 'unmapped',
    firstClosedOn,
    isReopened:
      firstClosedOn === null
        ? null
        : reopened !== null
          ? hasCome(reopened) && clock.localDay(reopened) - firstClosedOn <= 30
          : (record.reopenCount ?? 0) === 0 && told !== 'open'
            ? false
            : null,
  };
}

/** The newest update not after the moment; else the newest; the later delivered of two alike. */
function winner(versions: readonly Delivered[], asOf: number): Delivered {
  const inTime = versions.filter(({ updated }) => updated === null || updated <= asOf);
  let best: Delivered | undefined;
  for (const one of inTime.length > 0 ? inTime : versions) {
    if (best === undefined || (one.updated ?? -Infinity) >= (best.updated ?? -Infinity)) best = one;
  }
  if (best === undefined) throw new Error('a request without a record');
  return best;
}

/** The first one seen of some versions: of the record updated first, else delivered first. */
function firstDue(versions: readonly Delivered[]): Told | null {
  let first: Delivered | undefined;
  for (const one of versions) {
    if (one.due === null) continue;
    if (first === undefined || (one.updated ?? -Infinity) < (first.updated ?? -Infinity)) first = one;
  }
  return first?.due ?? null;
}

function dueOf(
  told: Told | null,
  service: string | undefined,
  requested: { readonly at: number; readonly on: number; readonly isDate: boolean },
  read: (told: Told) => number,
  clock: CityClock,
): number | null {
  if (told !== null) return told.as === 'date' ? clock.endOfDay(clock.localDay(told.at)) : read(told);
  const target = targets.findLast((one) => one.service_code === service && dayOf(one.valid_from) <= requested.on);
  if (target === undefined) return null;
  if (target.unit === 'hours' && requested.isDate) return clock.endOfDay(requested.on + Math.ceil(target.value / 24));
  if (target.unit === 'hours') return requested.at + target.value * HOUR;
  if (target.unit === 'days') return clock.endOfDay(requested.on + target.value);
  let day = requested.on;
  for (let counted = 0; counted < target.value;) {
    day += 1;
    if (weekday(day) <= 5 && !holidays.some((holiday) => dayOf(holiday) === day)) counted += 1;
  }
  return clock.endOfDay(day);
}
