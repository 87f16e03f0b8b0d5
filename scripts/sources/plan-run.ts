/** What a night asks of a source: from when to when, and which of the rarer checks are due. */

import type { Run } from './runs.ts';
import type { Window } from './source.ts';

const dayMs = 86_400_000;
/** What the nights before asked for is asked for again: a change may be dated before it can be seen. */
export const OVERLAP_MS = 2 * dayMs;
export const SELF_CHECK_DAYS = 400;
export const SELF_CHECK_EVERY_DAYS = 30;
export const RECONCILE_EVERY_DAYS = 7;

export interface PlannedRun extends Window {
  /** Goes back further than the nights need, to see that they lost nothing. */
  readonly isSelfCheck: boolean;
  readonly reconciles: boolean;
  /** Records changed before this were the business of earlier nights; null on the first. */
  readonly dueFrom: Date | null;
}

type EarlierRun = Pick<Run, 'until' | 'read_at' | 'is_self_check' | 'is_reconciled' | 'since'>;

/** By the runs that are there whole, oldest first. Null where nothing is left to ask for. */
export function planRun(runs: readonly EarlierRun[], until: Date): PlannedRun | null {
  const asked = runs.filter((run) => run.until !== null);
  const watermark = Math.max(...asked.map((run) => Date.parse(run.until!)));
  if (asked.length === 0) {
    return { since: null, until, isSelfCheck: false, reconciles: false, dueFrom: null };
  }
  const dueFrom = watermark - OVERLAP_MS;
  if (until.getTime() <= dueFrom) return null;
  const isSelfCheck = isDue(asked, until, SELF_CHECK_EVERY_DAYS, (run) => run.is_self_check || run.since === null);
  const since = isSelfCheck ? Math.min(dueFrom, until.getTime() - SELF_CHECK_DAYS * dayMs) : dueFrom;
  return {
    since: new Date(since),
    until,
    isSelfCheck,
    reconciles: isDue(asked, until, RECONCILE_EVERY_DAYS, (run) => run.is_reconciled || run.since === null),
    dueFrom: new Date(dueFrom),
  };
}

/** Of the runs that did it, the first load among them, the last is at least so many days ago. */
function isDue(runs: readonly EarlierRun[], until: Date, days: number, did: (run: EarlierRun) => boolean): boolean {
  const last = runs.findLast(did);
  return last === undefined || until.getTime() - Date.parse(last.until!) >= days * dayMs;
}
