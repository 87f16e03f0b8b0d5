/** What is open at the end of a period, one request after another: how many, how many late, and of what age. */

import type { Period } from './cells.ts';
import { count, type Found } from './found.ts';
import type { Moment, SeenRequest } from './seen-requests.ts';

/** Open, and open past due, when the period ended or, in the current one, at the moment. */
export function waiting(seen: readonly SeenRequest[], period: Period, moment: Moment): Found[] {
  const end = Math.min(period.to, moment.on);
  const open = seen.filter(
    (one) => one.isInScope && one.requestedOn <= end && (one.isOpen || (one.closedOn !== null && one.closedOn > end)),
  );
  const overdue = open.filter((one) =>
    one.isOpen && end === moment.on
      ? one.isOverdueNow && one.dueOn! <= end
      : one.isOnTime !== null && one.dueOn! <= end,
  );
  const ages = open.map(({ requestedOn }) => end - requestedOn).toSorted((a, b) => a - b);
  const bands = ageBands.map(([id, youngest, oldest]) => {
    const inBand = ages.filter((age) => age >= youngest && age <= oldest);
    return count(id, period, inBand.length, open.length);
  });
  const middle = (ages.at(Math.floor((ages.length - 1) / 2))! + ages.at(Math.floor(ages.length / 2))!) / 2;
  const unmapped = open.filter(({ isUnmapped }) => isUnmapped).length;
  return [
    ...bands.filter((band) => band.count > 0),
    ...(open.length > 0
      ? [{ ...count('median_open_age_days', period, open.length, open.length), value: middle, unmapped }]
      : []),
    ...(open.length > 0 ? [count('open_requests', period, open.length, open.length)] : []),
    ...(overdue.length > 0 ? [count('overdue_requests', period, overdue.length, open.length)] : []),
  ];
}

const ageBands = [
  ['open_0_7_days', 0, 7],
  ['open_8_30_days', 8, 30],
  ['open_31_90_days', 31, 90],
  ['open_91_365_days', 91, 365],
  ['open_over_365_days', 366, Infinity],
] as const;
