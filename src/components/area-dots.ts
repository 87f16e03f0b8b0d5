/** The areas beside the city's own rate in the newest figures, as dots and as a table. */

import type { IntervalDot } from '../charts/interval-dots.ts';
import type { MeasureId } from '../contract/measures.ts';
import { areas } from '../datasets/areas.ts';
import { recentFigure, type MeasureRow } from '../datasets/measures.ts';
import { recentWords } from '../i18n/measure-sentence.ts';
import { rangeWords } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table } from './table.ts';
import { cellOf } from './yearly-table.ts';

export function areaDots(wording: Wording, measureId: MeasureId): IntervalDot[] {
  return areas.map((area) => {
    const row = recentFigure(measureId, { area: area.id });
    return {
      label: wording.name(area.names),
      value: row?.value ?? null,
      lower: row?.lower ?? null,
      upper: row?.upper ?? null,
      missing: wording.text(row?.missingReason ? `missing.${row.missingReason}` : 'table.no_requests'),
    };
  });
}

export function dotsTable(wording: Wording, measureId: MeasureId): Table {
  const measure = wording.text(`measure.${measureId}.title`);
  return {
    caption: wording.text('areas.measure_caption', { measure, period: recentWords(wording, measureId) }),
    columns: [
      textColumn(wording.text('table.area')),
      numberColumn(wording.text('table.value')),
      numberColumn(wording.text('table.n')),
      numberColumn(wording.text('table.interval')),
    ],
    rows: areas.map((area) => {
      const row = recentFigure(measureId, { area: area.id });
      return [
        wording.name(area.names),
        cellOf(wording, measureId, row),
        row?.denominator == null ? '–' : wording.format.count(row.denominator),
        intervalWords(wording, measureId, row),
      ];
    }),
  };
}

/** Why no area can be set beside the city, whose own rates are missing. */
export function noRates(wording: Wording): string {
  const row = recentFigure('fulfilment_rate');
  const reason = wording.text(row?.missingReason ? `because.${row.missingReason}` : 'because.no_requests');
  return wording.text('areas.no_rates', { period: recentWords(wording), reason });
}

export function intervalWords(wording: Wording, measureId: MeasureId, row: MeasureRow | undefined): string {
  if (!row || row.lower === null || row.upper === null) return '–';
  return rangeWords(wording, measureId, row.lower, row.upper);
}
