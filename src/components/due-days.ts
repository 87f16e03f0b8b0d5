/** On which day, counted from the due day, requests were closed: parts, sentence, note and table. */

import { type ClosingDay, closingDays } from '../datasets/closing-days.ts';
import { cohortWords } from '../i18n/measure-sentence.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table } from './table.ts';

export interface DueParts {
  readonly before: number;
  readonly due: number;
  readonly after: number;
  readonly open: number;
}

/** So many times as on any day of the week before it, the due day is called a spike; of fewer than 20 nothing is. */
const spike = { times: 2, fewest: 20 };

export function dueParts(rows: readonly ClosingDay[]): DueParts {
  const sum = (isPart: (days: number | null) => boolean) =>
    rows.filter(({ daysFromDue }) => isPart(daysFromDue)).reduce((total, { count }) => total + count, 0);
  return {
    before: sum((days) => days !== null && days < 0),
    due: sum((days) => days === 0),
    after: sum((days) => days !== null && days > 0),
    open: sum((days) => days === null),
  };
}

export function dueSentence(wording: Wording, rows: readonly ClosingDay[]): string {
  const { before, due, after, open } = dueParts(rows);
  const n = before + due + after + open;
  const { count } = wording.format;
  return wording.plural('due_days.sentence', n, {
    n: count(n),
    period: cohortWords(wording),
    before: count(before),
    on: count(due),
    after: count(after),
    open: count(open),
  });
}

/**
 * Closings heaped on the last day may be a promise kept, or a number made: the reader is told, not the answer. Beside the busiest
 * day of the week before: of a target of hours there is no such week, and its last day is no heap.
 */
export function spikeNote(wording: Wording, rows: readonly ClosingDay[]): string[] {
  const { due } = dueParts(rows);
  const weekBefore = rows.filter(({ daysFromDue }) => daysFromDue !== null && daysFromDue < 0 && daysFromDue >= -7);
  const times = due / Math.max(1, ...weekBefore.map(({ count }) => count));
  if (due < spike.fewest || times < spike.times) return [];
  return [wording.text('due_days.spike', { times: wording.format.days(times) })];
}

export function dueDayWords(wording: Wording, days: number | null): string {
  if (days === null) return wording.text('due_days.open');
  if (days === 0) return wording.text('due_days.on');
  if (Math.abs(days) >= 31) return wording.text(days < 0 ? 'due_days.early_31' : 'due_days.late_31');
  return wording.plural(days < 0 ? 'due_days.early' : 'due_days.late', Math.abs(days));
}

/** Under a bar: in words where there is room, else as a number. */
export function shortDayWords(wording: Wording, days: number, size: 'wide' | 'narrow'): string {
  if (size === 'wide') return dueDayWords(wording, days);
  return Math.abs(days) >= 31 ? `${wording.format.count(days)}+` : wording.format.count(days);
}

export function dueTable(wording: Wording, service: string | undefined): Table {
  return {
    caption: wording.text('due_days.kicker'),
    columns: [textColumn(wording.text('due_days.day')), numberColumn(wording.text('table.requests'))],
    rows: closingDays(service).map(({ daysFromDue, count }) => [
      dueDayWords(wording, daysFromDue),
      wording.format.count(count),
    ]),
  };
}
