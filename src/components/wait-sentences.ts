/** How much longer, of requests still open after a number of days: in a sentence for each, and as a table. */

import type { WaitingTime } from '../datasets/waiting-times.ts';
import { recentWords } from '../i18n/measure-sentence.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table, type TableCell } from './table.ts';

export function waitSentence(wording: Wording, row: WaitingTime): string {
  const { daysWaited: days } = row;
  if (row.missingReason === 'too_few') return wording.plural('wait.too_few', days);
  if (row.half.days === null) return wording.plural('wait.not_reached', days);
  const half = wording.days(row.half.days);
  if (days === 0) {
    return wording.text('wait.now', {
      period: recentWords(wording),
      half,
      nine: nineWords(wording, row, 'wait.now_nine'),
    });
  }
  return wording.plural('wait.after', days, { half, nine: nineWords(wording, row, 'wait.after_nine') });
}

function nineWords(wording: Wording, { nineInTen }: WaitingTime, key: 'wait.now_nine' | 'wait.after_nine'): string {
  if (nineInTen.days === null) return wording.text('wait.nine_not_reached');
  return wording.text(key, { value: wording.days(nineInTen.days) });
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
      daysCell(wording, row, row.half.days),
      daysCell(wording, row, row.nineInTen.days),
      ...count(row.atRiskCount),
    ]),
  };
}

function daysCell(wording: Wording, { missingReason }: WaitingTime, value: number | null): TableCell {
  if (value !== null) return wording.days(value);
  return { words: wording.text(`missing.${missingReason ?? 'not_reached'}`) };
}
