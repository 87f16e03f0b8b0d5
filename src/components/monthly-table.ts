/** The table under a chart of one measure: every month, newest first, with its denominator, interval and past. */

import type { MeasureId } from '../contract/measures.ts';
import type { MonthPoint } from '../datasets/monthly-series.ts';
import { bareValue, rangeWords, unitOf } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { monthNote } from './month-note.ts';
import { numberColumn, textColumn, type Table } from './table.ts';

export function monthlyTable(wording: Wording, measureId: MeasureId, points: readonly MonthPoint[]): Table {
  const isCount = unitOf(measureId) === 'count';
  const hasBand = points.some((point) => point.band !== null);
  return {
    caption: wording.text('table.monthly_caption', { measure: wording.text(`measure.${measureId}.title`) }),
    columns: [
      textColumn(wording.text('table.month')),
      numberColumn(wording.text('table.value')),
      ...(isCount ? [] : [numberColumn(wording.text('table.n')), numberColumn(wording.text('table.interval'))]),
      ...(hasBand ? [numberColumn(wording.text('table.earlier'))] : []),
      textColumn(wording.text('table.note')),
    ],
    rows: points
      .toReversed()
      .map((point) => [
        wording.format.month(point.month),
        point.value === null ? '–' : bareValue(wording, measureId, point.value),
        ...(isCount ? [] : [countOrDash(wording, point.row?.denominator), intervalOf(wording, measureId, point)]),
        ...(hasBand ? [point.band ? rangeWords(wording, measureId, point.band.low, point.band.high) : '–'] : []),
        monthNote(wording, point),
      ]),
  };
}

function countOrDash(wording: Wording, count: number | null | undefined): string {
  return count === null || count === undefined ? '–' : wording.format.count(count);
}

function intervalOf(wording: Wording, measureId: MeasureId, { row }: MonthPoint): string {
  if (!row || row.lower === null || row.upper === null) return '–';
  return rangeWords(wording, measureId, row.lower, row.upper);
}
