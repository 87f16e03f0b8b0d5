/** How much longer, of requests still open after a number of days: in a sentence for each, and as a table. */

import { fromStart, type FromStart, type MoreDays, type WaitingTime } from '../datasets/waiting-times.ts';
import { cohortWords } from '../i18n/measure-sentence.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table, type TableCell } from './table.ts';

export function waitSentence(wording: Wording, row: WaitingTime, start: FromStart = fromStart(row.service)): string {
  const { daysWaited: days } = row;
  if (days === 0 && start.half !== null) return nowSentence(wording, start.half, start.nineInTen);
  if (row.missingReason === 'unmapped') return wording.text('wait.unmapped');
  if (days === 0) return noneNow(wording, row);
  if (row.missingReason === 'too_few') return wording.plural('wait.too_few', days);
  if (row.half.days === null) return wording.plural('wait.not_reached', days);
  if (!isBounded(row, row.half)) return atLeast(wording, row);
  return wording.plural('wait.after', days, {
    half: wording.days(row.half.days),
    nine: nineMoreWords(wording, row),
  });
}

function nineMoreWords(wording: Wording, row: WaitingTime): string {
  const isUnsure = row.nineInTen.days !== null && !isBounded(row, row.nineInTen);
  return isUnsure ? wording.text('wait.nine_unsure') : nineWords(wording, row.nineInTen.days, 'wait.after_nine');
}

/** A time whose interval has no end may be any: it is told as what it is at the least. Tier C has no intervals. */
function isBounded({ basis }: WaitingTime, { days, upper }: MoreDays): boolean {
  return days !== null && (basis === 'warehouse' || upper !== null);
}

function atLeast(wording: Wording, { daysWaited, half }: WaitingTime): string {
  if (half.lower === null || half.lower <= 0) return wording.plural('wait.not_reached', daysWaited);
  return wording.plural('wait.at_least', daysWaited, { half: wording.days(half.lower) });
}

/** Of one asked today: of all that were received, those closed on the same day too. */
function nowSentence(wording: Wording, half: number, nineInTen: number | null): string {
  return wording.text('wait.now', {
    period: cohortWords(wording),
    half: wording.days(half),
    nine: nineWords(wording, nineInTen, 'wait.now_nine'),
  });
}

function noneNow(wording: Wording, { missingReason }: WaitingTime): string {
  const period = cohortWords(wording);
  return wording.text(missingReason === 'too_few' ? 'wait.none' : 'wait.now_not_reached', { period });
}

function nineWords(wording: Wording, days: number | null, key: 'wait.now_nine' | 'wait.after_nine'): string {
  if (days === null) return wording.text('wait.nine_not_reached');
  return wording.text(key, { value: wording.days(days) });
}

export function waitTable(wording: Wording, rows: readonly WaitingTime[]): Table {
  const hasCounts = rows.some(({ atRiskCount }) => atRiskCount !== null);
  const count = (value: number | null): TableCell[] =>
    hasCounts ? [value === null ? '–' : wording.format.count(value)] : [];
  return {
    caption: wording.text('wait.caption'),
    columns: [
      textColumn(wording.text('wait.waited')),
      numberColumn(wording.text('wait.half')),
      numberColumn(wording.text('wait.nine')),
      ...(hasCounts ? [numberColumn(wording.text('wait.at_risk'))] : []),
    ],
    rows: rows.map((row) => [
      wording.plural('target.days', row.daysWaited),
      daysCell(wording, row, row.half),
      daysCell(wording, row, row.nineInTen),
      ...count(row.atRiskCount),
    ]),
  };
}

function daysCell(wording: Wording, row: WaitingTime, more: MoreDays): TableCell {
  if (more.days !== null && isBounded(row, more)) return wording.days(more.days);
  if (more.days !== null && more.lower !== null && more.lower > 0) {
    return { words: wording.text('wait.at_least_cell', { days: wording.days(more.lower) }) };
  }
  if (row.missingReason === 'too_few') return { words: wording.text('wait.too_few_cell') };
  return { words: wording.text(`missing.${row.missingReason ?? 'not_reached'}`) };
}
