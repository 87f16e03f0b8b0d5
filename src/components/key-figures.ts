/** The figures at the head of a service's or an area's page: the newest, each with what it rests on. */

import type { MeasureId } from '../contract/measures.ts';
import { lastWholeMonth } from '../datasets/manifest.ts';
import { recentFigure, type MeasureRow, type Slice } from '../datasets/measures.ts';
import { monthlySeries, pointOf } from '../datasets/monthly-series.ts';
import { lastDayWords, lastMonthOf, periodWords } from '../i18n/measure-sentence.ts';
import { rangeWords, valueWords } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly isMissing: boolean;
  readonly detail: string;
}

const shown = [
  ['requests_received', 'table.requests'],
  ['requests_per_1000_residents', 'table.per_1000'],
  ['fulfilment_rate', 'table.fulfilled'],
  ['on_time_rate', 'table.on_time'],
  ['median_days_to_close', 'table.median'],
  ['p90_days_to_close', 'table.p90'],
] as const;

/** Measures that the slice has no row of are left out. */
export function keyFigures(wording: Wording, slice: Slice): KeyFigure[] {
  const newest = shown.flatMap(([measureId, label]) => {
    const row = recentFigure(measureId, slice);
    return row ? [figureOf(wording, measureId, wording.text(label), row)] : [];
  });
  return [...newest, ...openFigure(wording, slice)];
}

function figureOf(wording: Wording, measureId: MeasureId, label: string, row: MeasureRow): KeyFigure {
  if (row.value === null) {
    const reason = wording.text(row.missingReason ? `missing.${row.missingReason}` : 'table.no_requests');
    return { label, value: reason, isMissing: true, detail: '' };
  }
  return {
    label,
    value: valueWords(wording, measureId, row.value),
    isMissing: false,
    detail: detailOf(wording, measureId, row),
  };
}

/** The interval and the denominator; for a count, the period. */
function detailOf(wording: Wording, measureId: MeasureId, row: MeasureRow): string {
  if (row.lower === null || row.upper === null || row.denominator === null) return periodWords(wording, row);
  return wording.text(row.periodType === 'month' ? 'figure.detail_month' : 'figure.detail', {
    range: rangeWords(wording, measureId, row.lower, row.upper),
    n: wording.format.count(row.denominator),
    month: wording.format.monthShort(lastMonthOf(row)),
  });
}

function openFigure(wording: Wording, slice: Slice): KeyFigure[] {
  const point = pointOf(monthlySeries('open_requests', slice), lastWholeMonth);
  if (!point || point.value === null || lastWholeMonth === null) return [];
  return [
    {
      label: wording.text('table.open_end'),
      value: wording.format.count(point.value),
      isMissing: false,
      detail: lastDayWords(wording, lastWholeMonth),
    },
  ];
}
