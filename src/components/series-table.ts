/** The table under a chart of several measures: every month, newest first, one column a measure. */

import type { MeasureId } from '../contract/measures.ts';
import { pointOf, type MonthPoint } from '../datasets/monthly-series.ts';
import { bareValue, unitOf } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { stateWords } from './month-note.ts';
import { numberColumn, textColumn, type Table, type TableCell } from './table.ts';

export interface TableSeries {
  readonly measureId: MeasureId;
  readonly label: string;
  readonly points: readonly MonthPoint[];
}

export function seriesTable(wording: Wording, caption: string, series: readonly TableSeries[]): Table {
  const months = series[0]?.points.map((point) => point.month) ?? [];
  const hasDenominator = series.some(({ measureId }) => unitOf(measureId) !== 'count');
  return {
    caption,
    columns: [
      textColumn(wording.text('table.month')),
      ...series.map(({ label }) => numberColumn(label)),
      ...(hasDenominator ? [numberColumn(wording.text('table.n'))] : []),
    ],
    rows: months
      .toReversed()
      .map((month) => [
        wording.format.month(month),
        ...series.map((one) => cellOf(wording, one, month)),
        ...(hasDenominator ? [denominatorOf(wording, series[0], month)] : []),
      ]),
  };
}

/** The value, or the reason why there is none; a value that will move says so. */
function cellOf(wording: Wording, { measureId, points }: TableSeries, month: string): TableCell {
  const point = pointOf(points, month);
  if (!point) return '–';
  const state = stateWords(wording, point).join('');
  if (point.value === null) return { words: state };
  const value = bareValue(wording, measureId, point.value);
  return state === '' ? value : `${value} (${state})`;
}

function denominatorOf(wording: Wording, series: TableSeries | undefined, month: string): string {
  const count = pointOf(series?.points ?? [], month)?.row?.denominator;
  return count === null || count === undefined ? '–' : wording.format.count(count);
}
