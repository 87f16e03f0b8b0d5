/** Each request as the measures may see it: tiers A and B as published, tier C as it stood when the last month ended. */

import { type CityClock, DAY, yearOf } from './city-clock.ts';
import { horizonDays } from './generated-city.ts';
import type { KnownRequest } from './known-requests.ts';

/** What ends the watching: the night's moment, or for tier C the end of the last whole month. */
export interface Moment {
  readonly at: number;
  /** The local date of the instant just before. */
  readonly on: number;
}

export interface SeenRequest {
  readonly service: string;
  readonly area: string;
  readonly group: string;
  readonly department: string;
  readonly outcome: string;
  readonly requestedOn: number;
  readonly closedOn: number | null;
  readonly dueOn: number | null;
  readonly isInScope: boolean;
  readonly isDealtWith: boolean;
  readonly isOpen: boolean;
  readonly isUnmapped: boolean;
  readonly isFulfilledInTime: boolean;
  /** Time to close, or age; null where there is neither. */
  readonly days: number | null;
  readonly isOnTime: boolean | null;
  readonly isOverdueNow: boolean;
  readonly channel: string;
  readonly kind: string;
  readonly firstClosedOn: number | null;
  readonly isReopened: boolean | null;
  /** By exact times: how long it took, in ms; null where only dates are known, or it was closed before it was made. */
  readonly exactTime: number | null;
  readonly isClosedByDate: boolean;
}

interface Seeing {
  readonly moment: Moment;
  readonly toleranceSeconds: number;
  readonly clock: CityClock;
}

export function seePublished(known: readonly KnownRequest[], seeing: Seeing): SeenRequest[] {
  const firstYear = Math.min(...known.map(({ requestedOn }) => yearOf(requestedOn)));
  return known
    .filter(({ tier }) => tier !== 'C')
    .map((one) => {
      const isByDate = one.isByDate || one.tier === 'B';
      const year = Math.max(yearOf(one.requestedOn) - 1, firstYear);
      const alike = known.filter(
        ({ service, area, requestedOn }) =>
          service === one.service && area === one.area && yearOf(requestedOn) === year,
      );
      const area = one.tier === 'B' && alike.length < 5 ? 'unknown' : one.area;
      const from = isByDate ? one.requestedAt : seeing.clock.hourStart(one.requestedAt);
      return see(one, { isByDate, area, from }, seeing);
    });
}

export function seeWithheld(known: readonly KnownRequest[], seeing: Seeing): SeenRequest[] {
  return known
    .filter(({ tier, requestedOn }) => tier === 'C' && requestedOn <= seeing.moment.on)
    .map((one) => {
      const isLater = one.closedOn !== null && one.closedOn > seeing.moment.on;
      const then = isLater ? { ...one, outcome: 'open', closedAt: null, closedOn: null } : one;
      return see(then, { isByDate: one.isByDate, area: 'all', from: one.requestedAt }, seeing);
    });
}

function see(
  one: KnownRequest,
  { isByDate, area, from }: { isByDate: boolean; area: string; from: number },
  { moment, toleranceSeconds, clock }: Seeing,
): SeenRequest {
  const isInScope =
    ['request', 'complaint', 'application'].includes(one.kind) &&
    !['referred', 'duplicate', 'cancelled', 'invalid'].includes(one.outcome);
  const isDealtWith = one.outcome === 'fulfilled' || one.outcome === 'no_action';
  const isOpen = one.outcome === 'open' || (one.outcome === 'unmapped' && one.closedOn === null);
  const duration = durationOf(one, isByDate, toleranceSeconds);
  const age = isByDate ? moment.on - one.requestedOn : hundredths(moment.at - from);
  const isDue =
    one.dueAt !== null && one.dueOn !== null && (isByDate ? one.dueOn <= moment.on : one.dueAt <= moment.at);
  const isByDue =
    one.closedAt !== null &&
    one.closedOn !== null &&
    (isByDate ? one.closedOn <= one.dueOn! : one.closedAt <= one.dueAt!);
  const isOnTime = isInScope && isDue ? isDealtWith && isByDue : null;
  return {
    service: one.service,
    area,
    group: one.group,
    department: one.department,
    outcome: one.outcome,
    requestedOn: one.requestedOn,
    closedOn: one.closedOn,
    dueOn: one.dueOn,
    isInScope,
    isDealtWith,
    isOpen,
    isUnmapped: one.outcome === 'unmapped',
    isFulfilledInTime:
      one.outcome === 'fulfilled' && one.closedOn !== null && (duration === null || duration <= horizonDays),
    days: isOpen ? age : duration,
    isOnTime,
    // By the due time as published, floored to its hour: what anybody can derive.
    channel: one.channel,
    kind: one.kind,
    firstClosedOn: one.firstClosedOn,
    isReopened: one.isReopened,
    exactTime: exactTimeOf(one, toleranceSeconds),
    isClosedByDate: one.closedOn !== null && one.isByDate,
    isOverdueNow: isOpen && isOnTime === false && (isByDate || clock.hourStart(one.dueAt!) < moment.at),
  };
}

function durationOf(one: KnownRequest, isByDate: boolean, toleranceSeconds: number): number | null {
  if (one.closedAt === null || one.closedOn === null) return null;
  if (isByDate && one.closedOn >= one.requestedOn) return one.closedOn - one.requestedOn;
  if (!isByDate && one.closedAt >= one.requestedAt) return hundredths(one.closedAt - one.requestedAt);
  const isBeyond = one.closedAt > one.requestedAt || one.requestedAt - one.closedAt > toleranceSeconds * 1000;
  return isBeyond ? null : 0;
}

function exactTimeOf(one: KnownRequest, toleranceSeconds: number): number | null {
  if (one.closedAt === null || one.isByDate) return null;
  const time = one.closedAt - one.requestedAt;
  return time >= -toleranceSeconds * 1000 ? time : null;
}

/** Days to 0.01, half up. */
function hundredths(milliseconds: number): number {
  return Math.floor(milliseconds / (DAY / 100) + 0.5) / 100;
}
