/** Which month a figure is read at, and whether its months are enough for a line. */

import type { MeasureId } from '../contract/measures.ts';
import { firstWholeMonth, lastWholeMonth, manifest } from '../datasets/manifest.ts';
import { newestFinal, pointOf, type MonthPoint } from '../datasets/monthly-series.ts';
import { addMonths } from '../datasets/months.ts';
import { fewestYears } from '../datasets/seasonal-band.ts';
import type { Wording } from '../i18n/words-from.ts';

const fewestMonths = 6;
/** For so long after the records begin they may lack requests that were still open then, which no figure can show. */
const monthsOfBeginning = 24;

/** The newest final month for fulfilment, the last whole month for all else. */
export function shownPoint(measureId: MeasureId, points: readonly MonthPoint[]): MonthPoint | undefined {
  return measureId === 'fulfilment_rate' ? newestFinal(points) : pointOf(points, lastWholeMonth);
}

export function canDrawLine(points: readonly MonthPoint[]): boolean {
  return points.filter((point) => point.value !== null && !point.isUnfinished).length >= fewestMonths;
}

/** Said where a young city has no band, instead of drawing an empty one. */
export function shortHistoryNote(wording: Wording, points: readonly MonthPoint[]): string[] {
  if (firstWholeMonth === null || points.some((point) => point.band !== null)) return [];
  const month = wording.format.month(firstWholeMonth);
  return [wording.text('card.short_history', { years: fewestYears, month })];
}

/** Said of what is open, or falls due, in records that have just begun: what was asked before them is not in them. */
export function beginningNote(wording: Wording, key: 'card.begin_open' | 'card.begin_due'): string[] {
  const { first_requested_on: first } = manifest.coverage;
  if (lastWholeMonth === null || first < addMonths(lastWholeMonth, 1 - monthsOfBeginning)) return [];
  return [wording.text(key, { day: wording.format.day(first) })];
}
