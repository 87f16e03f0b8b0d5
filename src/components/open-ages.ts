/** How long the open requests have waited: bands of the newest month beside a year earlier, in words and as a table. */

import type { AgeBand } from '../charts/backlog.ts';
import type { MeasureId } from '../contract/measures.ts';
import { lastWholeMonth } from '../datasets/manifest.ts';
import type { Slice } from '../datasets/measures.ts';
import { monthlySeries, pointOf } from '../datasets/monthly-series.ts';
import { addMonths } from '../datasets/months.ts';
import { lastDayWords } from '../i18n/measure-sentence.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table } from './table.ts';

/** Youngest first. */
export const openBands = [
  'open_0_7_days',
  'open_8_30_days',
  'open_31_90_days',
  'open_91_365_days',
  'open_over_365_days',
] as const satisfies readonly MeasureId[];
const oldBands = openBands.slice(3);

/** At the end of a month; a band without a row is of none, where anything at all is told of that month. */
function countOf(measureId: MeasureId, slice: Slice, month: string): number | null {
  if (monthlySeries('open_requests', slice).length === 0) return null;
  const point = pointOf(monthlySeries('open_requests', slice), month);
  if (!point || point.value === null) return null;
  return pointOf(monthlySeries(measureId, slice), month)?.value ?? 0;
}

/** None where no request was open, now or a year earlier: five bars of nothing say nothing. */
export function ageBands(wording: Wording, slice: Slice): AgeBand[] {
  const month = lastWholeMonth;
  const isNoneOpen = [month, month && addMonths(month, -12)].every(
    (one) => !one || !countOf('open_requests', slice, one),
  );
  if (month === null || isNoneOpen) return [];
  return openBands.map((measureId) => ({
    label: wording.text(`ages.${measureId}`),
    count: countOf(measureId, slice, month),
    earlier: countOf(measureId, slice, addMonths(month, -12)),
    missing: wording.text('missing.no_data'),
  }));
}

export function agesSentence(wording: Wording, slice: Slice): string {
  const month = lastWholeMonth ?? '';
  const day = lastDayWords(wording, month);
  const total = countOf('open_requests', slice, month) ?? 0;
  if (total === 0) return wording.text('ages.none', { day });
  const old = oldBands.reduce((sum, band) => sum + (countOf(band, slice, month) ?? 0), 0);
  return wording.plural('ages.sentence', total, { day, old: oldWords(wording, total, old) });
}

function oldWords(wording: Wording, total: number, old: number): string {
  if (total === 1) return wording.text(old === 1 ? 'ages.one_old' : 'ages.one_young');
  return old === 0 ? wording.text('ages.old_none') : wording.plural('ages.old', old);
}

export function medianAgeNote(wording: Wording, slice: Slice): string[] {
  const age = pointOf(monthlySeries('median_open_age_days', slice), lastWholeMonth)?.value ?? null;
  return age === null ? [] : [wording.text('ages.median', { days: wording.days(age) })];
}

export function agesTable(wording: Wording, slice: Slice): Table {
  const months = monthlySeries('open_requests', slice).filter((point) => !point.isUnfinished);
  const words = (value: number | null) => (value === null ? '–' : wording.format.count(value));
  return {
    caption: wording.text('table.monthly_caption', { measure: wording.text('ages.kicker') }),
    columns: [
      textColumn(wording.text('table.month')),
      ...openBands.map((band) => numberColumn(wording.text(`ages.${band}`))),
    ],
    rows: months
      .map(({ month }) => [wording.format.month(month), ...openBands.map((band) => words(countOf(band, slice, month)))])
      .toReversed(),
  };
}
