/** What closings tell: which requests were opened again, and which were closed at once. */

import type { Period } from './cells.ts';
import { count, type Found, share } from './found.ts';
import type { SeenRequest } from './seen-requests.ts';

export function openedAgain(seen: readonly SeenRequest[], period: Period): Found[] {
  const rows = seen.filter(
    ({ isInScope, firstClosedOn: on }) => isInScope && on !== null && on >= period.from && on <= period.to,
  );
  if (rows.length === 0) return [];
  const known = rows.filter(({ isReopened }) => isReopened !== null);
  const found = share('reopened_rate', period, known, ({ isReopened }) => isReopened === true);
  return [{ ...found, isFinal: period.isPastReopening, missing: known.length < rows.length && 'no_data' }];
}

/** By exact times; a cell of fewer than ten is not told at all. */
export function atOnce(seen: readonly SeenRequest[], period: Period): Found[] {
  const rows = seen.filter(
    ({ isInScope, closedOn: on }) => isInScope && on !== null && on >= period.from && on <= period.to,
  );
  const timed = rows.filter(({ exactTime }) => exactTime !== null);
  const id = 'closed_in_10_minutes_share';
  if (timed.length >= 10) {
    return [{ ...share(id, period, timed, ({ exactTime }) => exactTime! <= 600_000), isFinal: period.isOver }];
  }
  if (rows.length < 10 || rows.some(({ isClosedByDate }) => !isClosedByDate)) return [];
  return [{ ...count(id, period, 0, 0), missing: 'no_time' }];
}
