/** A measure's newest figures for the whole city: its last months, its years, and the last twelve months. */

import type { MeasureId } from '../contract/measures.ts';
import { findRows, type MeasureRow } from '../datasets/measures.ts';
import { lastMonthOf, seasonTitle } from '../i18n/measure-sentence.ts';
import type { Wording } from '../i18n/words-from.ts';
import { intervalWords } from './area-dots.ts';
import { numberColumn, textColumn, type Table } from './table.ts';
import { cellOf } from './yearly-table.ts';

const shownMonths = 6;

export function newestTable(wording: Wording, measureId: MeasureId): Table {
  const months = findRows(measureId, 'month').slice(-shownMonths).toReversed();
  const twelve = findRows(measureId, 'last_12_months');
  const years = findRows(measureId, 'year').toReversed();
  return {
    caption: wording.text('measure.now_caption', { measure: wording.text(`measure.${measureId}.title`) }),
    columns: [
      textColumn(wording.text('table.period')),
      numberColumn(wording.text('table.value')),
      numberColumn(wording.text('table.numerator')),
      numberColumn(wording.text('table.denominator')),
      numberColumn(wording.text('table.interval')),
      textColumn(wording.text('table.status')),
    ],
    rows: [...twelve.slice(-1), ...months, ...years].map((row) => [
      periodTitle(wording, row),
      cellOf(wording, measureId, row),
      row.numerator === null ? '–' : wording.format.count(row.numerator),
      row.denominator === null ? '–' : wording.format.count(row.denominator),
      intervalWords(wording, measureId, row),
      wording.text(`status.${row.status}`),
    ]),
  };
}

function periodTitle(wording: Wording, row: MeasureRow): string {
  switch (row.periodType) {
    case 'day':
      return wording.format.day(row.periodStart);
    case 'season':
      return seasonTitle(wording, row);
    case 'month':
      return wording.format.month(row.periodStart);
    case 'year':
      return wording.format.year(row.periodStart);
    case 'last_12_months':
      return wording.text('table.twelve_months', { month: wording.format.month(lastMonthOf(row)) });
  }
}
