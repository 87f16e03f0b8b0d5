/** Every measure of a cell, counted one request after another, as the definitions say it. */

import { dayText } from './city-clock.ts';
import type { Period, Periods } from './cells.ts';
import { atOnce, openedAgain } from './closing-figures.ts';
import { count, type Found, share } from './found.ts';
import { waiting } from './open-figures.ts';
import { perThousand } from './resident-figures.ts';
import type { Moment, SeenRequest } from './seen-requests.ts';
import { curveOf, quantileOf, shareBy } from './survival.ts';

export interface Figure {
  readonly measure_id: string;
  readonly period_type: string;
  readonly period_start: string;
  readonly service_code: string;
  readonly service_group: string;
  readonly department: string;
  readonly area_id: string;
  readonly channel: string;
  readonly kind: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: string;
  readonly basis: string;
  readonly missing_reason: string | null;
}

export interface Slice {
  readonly service: string;
  readonly group: string;
  readonly department: string;
  readonly area: string;
  readonly channel: string;
  readonly kind: string;
  readonly basis: string;
}

/** All figures of one slice, given the requests in it. */
export function figuresOf(seen: readonly SeenRequest[], slice: Slice, periods: Periods, moment: Moment): Figure[] {
  const found: Found[] = [];
  if (slice.channel !== 'all' || slice.kind !== 'all') {
    found.push(...periods.received.flatMap((period) => volume(receivedIn(seen, period), period)));
    return found.map((one) => judged(one, slice));
  }
  if ([slice.group, slice.department, slice.area].every((name) => name === 'all')) {
    found.push(...periods.days.flatMap((day) => volume(receivedIn(seen, day), day)));
  }
  for (const period of periods.fulfilled) found.push(...fulfilment(receivedIn(seen, period), period));
  for (const period of periods.received) {
    const received = receivedIn(seen, period);
    found.push(...volume(received, period));
    found.push(...times(received, period));
    if (slice.basis === 'published') {
      found.push(
        ...onTime(seen, received, period, moment),
        ...waiting(seen, period, moment),
        ...became(received, period),
        ...perThousand(received, slice, period),
        ...openedAgain(seen, period),
        ...(slice.area === 'all' ? atOnce(seen, period) : []),
      );
    }
  }
  return found.map((one) => judged(one, slice));
}

function receivedIn(seen: readonly SeenRequest[], { from, to }: Period): SeenRequest[] {
  return seen.filter(({ requestedOn }) => requestedOn >= from && requestedOn <= to);
}

function volume(received: readonly SeenRequest[], period: Period): Found[] {
  return received.length > 0 ? [count('requests_received', period, received.length, received.length)] : [];
}

function fulfilment(received: readonly SeenRequest[], period: Period): Found[] {
  const rows = received.filter(({ isInScope }) => isInScope);
  if (rows.length === 0) return [];
  const found = share('fulfilment_rate', period, rows, ({ isFulfilledInTime }) => isFulfilledInTime);
  return [{ ...found, isFinal: period.isPastHorizon, missing: !period.isPastHorizon && 'not_due' }];
}

function onTime(
  seen: readonly SeenRequest[],
  received: readonly SeenRequest[],
  period: Period,
  moment: Moment,
): Found[] {
  const end = Math.min(period.to, moment.on);
  const rows = seen.filter(
    ({ isOnTime, dueOn }) => isOnTime !== null && dueOn !== null && dueOn >= period.from && dueOn <= end,
  );
  if (rows.length > 0) {
    return [{ ...share('on_time_rate', period, rows, ({ isOnTime }) => isOnTime === true), isFinal: period.isOver }];
  }
  const inScope = received.filter(({ isInScope }) => isInScope);
  if (inScope.length === 0 || inScope.some(({ dueOn }) => dueOn !== null)) return [];
  return [{ ...count('on_time_rate', period, 0, 0), missing: 'no_target' }];
}

function times(received: readonly SeenRequest[], period: Period): Found[] {
  const rows = received.filter(({ isInScope, days }) => isInScope && days !== null);
  if (rows.length === 0) return [];
  const curve = curveOf(rows.map(({ days, isDealtWith }) => ({ days: days!, isDealtWith })));
  const isNothingOpen = period.isOver && rows.every(({ isOpen }) => !isOpen);
  const unmapped = rows.filter(({ isUnmapped }) => isUnmapped).length;
  const dealtWithBy = (t: number) => rows.filter(({ days, isDealtWith }) => isDealtWith && days! <= t).length;
  const quantiles = [['median_days_to_close', 0.5] as const, ['p90_days_to_close', 0.9] as const].map(([id, q]) => {
    const estimate = quantileOf(curve, q);
    const isLongOver = estimate.upper !== null && period.daysSinceEnd >= estimate.upper;
    const missing = estimate.value === null && 'not_reached';
    const numerator = dealtWithBy(estimate.value ?? Infinity);
    return {
      id,
      period,
      count: numerator,
      of: rows.length,
      ...estimate,
      isFinal: isNothingOpen || isLongOver,
      unmapped,
      missing,
    };
  });
  const shares = [1, 7, 30, 90].map((t) => {
    const estimate = shareBy(curve, t);
    const missing = estimate.value === null && 'not_reached';
    const isFinal = isNothingOpen || period.daysSinceEnd >= t;
    return {
      id: `closed_within_${t}_days`,
      period,
      count: dealtWithBy(t),
      of: rows.length,
      ...estimate,
      isFinal,
      unmapped,
      missing,
    };
  });
  return [...quantiles, ...shares];
}

/** What became of them, as it is known now. */
function became(received: readonly SeenRequest[], period: Period): Found[] {
  const isFinal = period.isOver && received.every(({ isOpen }) => !isOpen);
  return [...Map.groupBy(received, ({ outcome }) => outcome)].map(([outcome, rows]) => ({
    ...count(`outcome_${outcome}`, period, rows.length, received.length),
    isFinal,
  }));
}

function judged(one: Found, { service, group, department, area, channel, kind, basis }: Slice): Figure {
  const isCount = /^(?:requests_received|open_.*|overdue_requests|outcome_.*)$/.test(one.id);
  const isCity = [service, group, department, area].every((name) => name === 'all');
  const isTooFew = one.of < (isCity ? 1 : 10);
  const isUnmapped = one.unmapped >= 5 && one.unmapped / one.of > 0.05;
  const reasons = [
    one.missing === 'no_data' && 'no_data',
    one.missing === 'no_target' && 'no_target',
    one.missing === 'not_due' && 'not_due',
    one.missing === 'no_time' && 'no_time',
    !isCount && isUnmapped && 'unmapped',
    !isCount && isTooFew && 'too_few',
    one.missing === 'not_reached' && 'not_reached',
  ];
  const missing = reasons.find((reason) => reason !== false) || null;
  const shown = (figure: number | null | undefined) => (missing === null ? (figure ?? null) : null);
  return {
    measure_id: one.id,
    period_type: one.period.type,
    period_start: dayText(one.period.from),
    service_code: service,
    service_group: group,
    department,
    area_id: area,
    channel,
    kind,
    value: shown(one.value),
    numerator: one.count,
    denominator: one.of,
    lower: shown(one.lower),
    upper: shown(one.upper),
    status: one.isFinal ? 'final' : 'provisional',
    basis: one.id === 'closed_in_10_minutes_share' ? 'warehouse' : basis,
    missing_reason: missing,
  };
}
