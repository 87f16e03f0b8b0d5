/** The headline of a figure: one sentence written from its numbers. */

import type { Outcome } from '../contract/city.ts';
import { isOutcomeMeasure, type MeasureId } from '../contract/measures.ts';
import { city } from '../datasets/manifest.ts';
import { type MeasureRow, recentFigure } from '../datasets/measures.ts';
import { addDays, addMonths } from '../datasets/months.ts';
import type { Values } from './fill-placeholders.ts';
import { unitOf, valueWords } from './measure-value.ts';
import type { Wording } from './words-from.ts';

export interface SentenceParts {
  readonly measureId: MeasureId;
  readonly row: MeasureRow | null;
  /** Also where a count has no row, and is 0. */
  readonly value: number | null;
  /** First day of the period, where there is no row to say it. */
  readonly month: string;
  readonly past?: string;
}

export function measureSentence(wording: Wording, { measureId, row, value, month, past = '' }: SentenceParts): string {
  const period = row ? periodWords(wording, row) : wording.text('period.month', { month: wording.format.month(month) });
  if (value === null) return missingSentence(wording, measureId, row, period);
  const values = {
    value: valueWords(wording, measureId, value),
    n: wording.format.count(row?.denominator ?? 0),
    period,
    past,
    days: wording.plural('target.days', city.fulfilment_horizon_days),
    day: lastDayWords(wording, month),
  };
  return asItStands(wording, row, valueSentence(wording, measureId, row?.denominator ?? 0, value, values));
}

/** The sentence, and that its figure will still move where that is so. */
export function asItStands(wording: Wording, row: MeasureRow | null, sentence: string): string {
  return row?.status === 'provisional' ? wording.text('sentence.provisional', { sentence }) : sentence;
}

/** In the singular or the plural of what is counted: of a count its value, of a share or a time the requests it is of. */
function valueSentence(wording: Wording, measureId: MeasureId, n: number, value: number, values: Values): string {
  if (isOutcomeMeasure(measureId)) {
    const outcome = measureId.slice('outcome_'.length) as Outcome;
    return wording.plural('sentence.outcome', n, { ...values, outcome: wording.text(`outcome.${outcome}`) });
  }
  return wording.plural(`sentence.${measureId}`, unitOf(measureId) === 'count' ? value : n, values);
}

export function missingSentence(
  wording: Wording,
  measureId: MeasureId,
  row: MeasureRow | null,
  period: string,
): string {
  const measure = wording.text(`measure.${measureId}.title`);
  const reason = wording.text(row?.missingReason ? `because.${row.missingReason}` : 'because.no_requests');
  return wording.text('sentence.missing', { measure, period, reason });
}

/** “in October 2026”, “in the twelve months to October 2026”, “in 2025”. */
export function periodWords(wording: Wording, row: MeasureRow): string {
  switch (row.periodType) {
    case 'month':
      return wording.text('period.month', { month: wording.format.month(row.periodStart) });
    case 'year':
      return wording.text('period.year', { year: wording.format.year(row.periodStart) });
    case 'last_12_months':
      return wording.text('period.last_12_months', { month: wording.format.month(lastMonthOf(row)) });
  }
}

/** The period of the figures of a page that tells of the newest. */
export function recentWords(wording: Wording, measureId: MeasureId = 'requests_received'): string {
  const row = recentFigure(measureId);
  return row ? periodWords(wording, row) : '–';
}

/** The month of a row, or the twelfth of a row of the last twelve months. */
export function lastMonthOf(row: MeasureRow): string {
  return row.periodType === 'month' ? row.periodStart : addMonths(row.periodStart, 11);
}

export function lastDayWords(wording: Wording, month: string): string {
  return wording.format.day(addDays(addMonths(month, 1), -1));
}
