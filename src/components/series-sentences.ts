/** Headlines of cards that show several measures of the same requests. */

import type { MeasureId } from '../contract/measures.ts';
import { lastWholeMonth } from '../datasets/manifest.ts';
import { findRow, findRows, recentFigure, type MeasureRow, type Slice } from '../datasets/measures.ts';
import { monthlySeries, pointOf } from '../datasets/monthly-series.ts';
import { asItStands, lastDayWords, lastMonthOf, measureSentence, periodWords } from '../i18n/measure-sentence.ts';
import { valueWords } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';

/** The half and the nine in ten; the half alone where nine in ten is not reached. */
export function daysSentence(
  wording: Wording,
  slice: Slice = {},
  median: MeasureRow | undefined = newestRow('median_days_to_close', slice),
): string {
  if (!median || median.value === null) return plainSentence(wording, 'median_days_to_close', median);
  const p90 = sameCell(median, 'p90_days_to_close', slice);
  if (!p90 || p90.value === null) return plainSentence(wording, 'median_days_to_close', median);
  const sentence = wording.text('sentence.median_and_p90', {
    period: periodWords(wording, median),
    median: valueWords(wording, 'median_days_to_close', median.value),
    p90: valueWords(wording, 'p90_days_to_close', p90.value),
  });
  return asItStands(wording, p90, sentence);
}

/** Within a day, a week and a month, of the same requests. */
export function withinSentence(wording: Wording, slice: Slice = {}): string {
  const first = newestWatched(slice) ?? newestRow('closed_within_7_days', slice);
  const rows = first ? ([1, 7, 30] as const).map((days) => sameCell(first, `closed_within_${days}_days`, slice)) : [];
  const values = rows.map((row) => row?.value ?? null);
  if (!first || values.length < 3 || values.includes(null))
    return plainSentence(wording, 'closed_within_7_days', first);
  const [day, week, month] = values.map((value) => wording.format.share(value as number));
  const n = first.denominator ?? 0;
  const sentence = wording.plural('sentence.within', n, {
    n: wording.format.count(n),
    period: periodWords(wording, first),
    first: day as string,
    second: week as string,
    third: month as string,
  });
  return asItStands(wording, rows.find((row) => row?.status === 'provisional') ?? null, sentence);
}

/** What was open, and past due, on the last day of the last whole month. */
export function waitingSentence(wording: Wording, slice: Slice = {}): string {
  const open = pointOf(monthlySeries('open_requests', slice), lastWholeMonth);
  const overdue = pointOf(monthlySeries('overdue_requests', slice), lastWholeMonth);
  if (!open || open.value === null || lastWholeMonth === null) {
    return wording.text('sentence.no_value', { measure: wording.text('measure.open_requests.title') });
  }
  const values = { value: wording.format.count(open.value), day: lastDayWords(wording, lastWholeMonth) };
  if (!overdue || overdue.value === null) {
    return wording.plural('sentence.open_requests', open.value, { ...values, past: '' });
  }
  return wording.plural('sentence.open_and_overdue', open.value, {
    ...values,
    overdue: wording.format.count(overdue.value),
  });
}

/** What became of the requests of the last twelve months, in three parts. */
export function outcomesSentence(wording: Wording, slice: Slice = {}): string {
  const received = recentFigure('requests_received', slice);
  const count = (measureId: MeasureId) => recentFigure(measureId, slice)?.value ?? 0;
  if (!received || received.value === null) return wording.text('outcomes.kicker');
  const done = count('outcome_fulfilled') + count('outcome_no_action');
  const open = count('outcome_open');
  return wording.plural('sentence.outcomes', received.value, {
    n: wording.format.count(received.value),
    period: periodWords(wording, received),
    done: wording.format.count(done),
    open: wording.format.count(open),
    other: wording.format.count(received.value - done - open),
  });
}

/** The newest month whose requests have all been watched for thirty days. */
function newestWatched(slice: Slice): MeasureRow | undefined {
  const isWatched = ({ value, status }: MeasureRow) => value !== null && status === 'final';
  const watched = findRows('closed_within_30_days', 'month', slice).findLast(isWatched);
  return watched && sameCell(watched, 'closed_within_7_days', slice);
}

/** The last whole month where it has a value, else the last twelve. */
function newestRow(measureId: MeasureId, slice: Slice): MeasureRow | undefined {
  const month = findRow(measureId, 'month', slice, lastWholeMonth);
  return month && month.value !== null ? month : (recentFigure(measureId, slice) ?? month);
}

function sameCell(row: MeasureRow, measureId: MeasureId, slice: Slice): MeasureRow | undefined {
  return findRow(measureId, row.periodType, slice, row.periodStart);
}

function plainSentence(wording: Wording, measureId: MeasureId, row: MeasureRow | undefined): string {
  if (!row) return wording.text('sentence.no_value', { measure: wording.text(`measure.${measureId}.title`) });
  return measureSentence(wording, { measureId, row, value: row.value, month: lastMonthOf(row) });
}
