/** The whole life of one request, decided on the day it came in, and what the CRM shows of it at any moment. */

import { addWorkdays, dayOf, type Calendar } from './calendar.ts';
import type { Pace } from './durations.ts';
import { closingWords, ends, mixOf, type CrmWords, type End } from './outcome-mixes.ts';
import { drawIndex, type Random } from '../../support/random.ts';
import type { ServiceProfile } from './service-profiles.ts';

export interface Life {
  readonly opened: number;
  readonly assigned: number;
  /** Closings and reopenings take turns, a closing first; `Infinity` never comes. */
  readonly turns: readonly number[];
  readonly words: CrmWords;
  /** Marked as what it is, but never closed: a duplicate nobody tidied up. */
  readonly neverClosed: boolean;
  readonly isOnHold: boolean;
  readonly due: number | null;
  /** The due date it was moved to, and when. */
  readonly movedDue: readonly [due: number, at: number] | null;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface LifeOptions {
  readonly calendar: Calendar;
  readonly pace: Pace;
  readonly profile: ServiceProfile;
  readonly opened: number;
  readonly date: string;
  /** Time to close in its area relative to the city. */
  readonly areaPace: number;
}

export function drawLife(random: Random, options: LifeOptions): Life {
  const { calendar, pace, profile, opened, areaPace } = options;
  const end: End = ends[drawIndex(mixOf(profile.mix), random())]!;
  const words = closingWords(end, profile.mix, random());
  const worked = pace.drawEnd(random, profile, opened, areaPace * slowness(end));
  const [triage, forgotten, quick, reopens] = [random(), random(), random(), random()];
  const [again, hold, moves] = [random(), random(), random()];
  const resumed = worked === Infinity ? opened : worked + again * 12 * dayMs;
  const second = pace.drawEnd(random, profile, resumed, areaPace * 0.7);
  const closed = isQuick(options, quick) ? opened + quickMs(triage) : closing(worked, forgotten, again);
  const isReopened = (end === 'fulfilled' || end === 'no_action') && reopens < 0.028;
  const due = crmDue(calendar, profile, opened);
  return {
    opened,
    assigned: opened + Math.round((0.2 + 9 * triage * triage) * hourMs),
    turns: isReopened ? reopenedTurns(closed, again, second) : [closed],
    words,
    neverClosed: words.status === 'Duplicate' && forgotten < 0.6,
    isOnHold: hold < 0.12,
    due,
    movedDue: due !== null && moves < 0.12 ? movedDue(due, again, closed) : null,
  };
}

/** Some are forgotten: most of those are found and closed a season or two later, the rest never. */
function closing(worked: number, forgotten: number, again: number): number {
  if (forgotten < 0.003) return Infinity;
  return forgotten < 0.01 ? worked + Math.round(90 + 500 * again) * dayMs : worked;
}

/** Closed as it came in, before anybody can have looked. */
function isQuick({ profile: { quick }, date }: LifeOptions, share: number): boolean {
  return quick !== undefined && share < quick.share && date >= quick.from && date <= quick.to;
}

function quickMs(share: number): number {
  return Math.round((1 + 7 * share) * minuteMs);
}

function reopenedTurns(closed: number, again: number, second: number): number[] {
  const reopened = Math.round((closed + (0.3 + again * 12) * dayMs) / 1000) * 1000;
  return [closed, reopened, Math.max(second, reopened + hourMs)];
}

/** Two weeks later, decided on the last day, where the request is still open then. */
function movedDue(due: number, again: number, closed: number): Life['movedDue'] {
  const at = due - Math.round(again * 86_400) * 1000;
  return at < closed ? [due + 14 * dayMs, at] : null;
}

/** Time taken by a request that ends so, relative to one that is worked on. */
function slowness(end: End): number {
  if (end === 'fulfilled') return 1;
  return end === 'no_action' || end === 'unmapped' ? 0.8 : end === 'handed_on' ? 0.5 : 0.35;
}

/** The last second of the n-th working day after. */
function crmDue(calendar: Calendar, { crmDueWorkdays }: ServiceProfile, opened: number): number | null {
  if (crmDueWorkdays === undefined) return null;
  const day = addWorkdays(calendar, dayOf(calendar, opened), crmDueWorkdays);
  return day < calendar.dayCount ? calendar.midnights[day + 1]! - 1000 : null;
}

/** What the CRM shows at a moment: only what happened before it. */
export interface Snapshot {
  readonly words: CrmWords;
  readonly closed: number | null;
  readonly firstClosed: number | null;
  readonly firstReopened: number | null;
  readonly reopenCount: number;
  readonly due: number | null;
  readonly updated: number;
}

export function snapshot(life: Life, until: number): Snapshot {
  const { turns, movedDue } = life;
  const isAssigned = life.assigned < until;
  let past = 0;
  while (past < turns.length && turns[past]! < until) past++;
  if (life.neverClosed && isAssigned) past = Math.min(past, 0);
  const isMoved = movedDue !== null && movedDue[1] < until;
  const latest = past > 0 ? turns[past - 1]! : isAssigned ? life.assigned : life.opened;
  const isClosed = past % 2 === 1;
  return {
    words: isClosed || (life.neverClosed && isAssigned) ? life.words : openWords(life, past, isAssigned),
    // A reopened request keeps its old closing in the field, as CRMs do.
    closed: past > 0 ? turns[past - (isClosed ? 1 : 2)]! : null,
    firstClosed: past > 0 ? turns[0]! : null,
    firstReopened: past > 1 ? turns[1]! : null,
    reopenCount: Math.floor(past / 2),
    due: isMoved ? movedDue[0] : life.due,
    updated: isMoved ? Math.max(latest, movedDue[1]) : latest,
  };
}

function openWords(life: Life, past: number, isAssigned: boolean): CrmWords {
  if (past > 0) return { status: 'Reopened', closure: life.words.closure };
  const status = !isAssigned ? 'New' : life.isOnHold ? 'On Hold' : life.opened % 3 === 0 ? 'In Progress' : 'Assigned';
  return { status, closure: '' };
}
