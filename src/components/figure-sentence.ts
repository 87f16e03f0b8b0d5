/** The headline of a card about one measure: of its month beside the same months before, else of the last twelve. */

import type { MeasureId } from '../contract/measures.ts';
import { recentFigure, type Slice } from '../datasets/measures.ts';
import type { MonthPoint } from '../datasets/monthly-series.ts';
import { lastMonthOf, measureSentence } from '../i18n/measure-sentence.ts';
import { pastClause } from '../i18n/past-clause.ts';
import type { Wording } from '../i18n/words-from.ts';

export function figureSentence(
  wording: Wording,
  measureId: MeasureId,
  slice: Slice,
  point: MonthPoint | undefined,
): string {
  if (point && point.value !== null) return monthSentence(wording, measureId, point, point.value);
  const row = recentFigure(measureId, slice);
  if (row) return measureSentence(wording, { measureId, row, value: row.value, month: lastMonthOf(row) });
  if (point) return measureSentence(wording, { measureId, row: point.row, value: null, month: point.month });
  return wording.text('sentence.no_value', { measure: wording.text(`measure.${measureId}.title`) });
}

function monthSentence(wording: Wording, measureId: MeasureId, point: MonthPoint, value: number): string {
  const past = pastClause(wording, measureId, value, point.band, point.month, point.row);
  return measureSentence(wording, { measureId, row: point.row, value, month: point.month, past });
}
