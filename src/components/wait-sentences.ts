/** How much longer, of requests still open after a number of days: in a sentence for each, and as a table. */

import { fromStart, type FromStart, type WaitingTime } from '../datasets/waiting-times.ts';
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
  return wording.plural('wait.after', days, {
    half: wording.days(row.half.days),
    nine: nineWords(wording, row.nineInTen.days, 'wait.after_nine'),
  });
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
