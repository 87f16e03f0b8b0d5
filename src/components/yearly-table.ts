/** What can be said year by year where months hold too little: one row a year, one column a measure. */

import type { MeasureId } from '../contract/measures.ts';
import { findRows, type MeasureRow, type Slice } from '../datasets/measures.ts';
import { bareValue } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table, type TableCell } from './table.ts';

export function yearlyTable(
  wording: Wording,
  caption: string,
  slice: Slice,
  columns: readonly { measureId: MeasureId; title: string }[],
): Table {
  const series = columns
    .map(({ measureId, title }) => ({ measureId, title, rows: findRows(measureId, 'year', slice) }))
    .filter(({ rows }) => rows.length > 0);
  const years = [...new Set(series.flatMap(({ rows }) => rows.map((row) => row.periodStart)))].sort().toReversed();
  return {
    caption,
    columns: [textColumn(wording.text('table.year')), ...series.map(({ title }) => numberColumn(title))],
    rows: years.map((year) => [
      wording.format.year(year),
      ...series.map(({ measureId, rows }) =>
        cellOf(
          wording,
          measureId,
          rows.find((row) => row.periodStart === year),
        ),
      ),
    ]),
  };
}

export function cellOf(wording: Wording, measureId: MeasureId, row: MeasureRow | undefined): TableCell {
  if (!row) return '–';
  if (row.value !== null) return bareValue(wording, measureId, row.value);
  return row.missingReason ? { words: wording.text(`missing.${row.missingReason}`) } : '–';
}
