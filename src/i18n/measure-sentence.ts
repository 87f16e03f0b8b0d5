/** The headline of a figure: one sentence written from its numbers. */

import type { Outcome } from '../contract/city.ts';
import { isOpenBandMeasure, isOutcomeMeasure, type MeasureId } from '../contract/measures.ts';
import { city, lastWholeMonth, manifest } from '../datasets/manifest.ts';
import { hasTwelveMonths, type MeasureRow, recentFigure } from '../datasets/measures.ts';
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

/** The sentence, and that its figure will still move, or that it rests on few, where that is so. */
export function asItStands(wording: Wording, row: MeasureRow | null, sentence: string): string {
  if (row !== null && restsOnFew(row)) {
    const { numerator, denominator } = row;
    const [done, n] = [numerator, denominator].map((count) => wording.format.count(count ?? 0)) as [string, string];
    return wording.text('sentence.rests_on_few', { sentence, done, n });
  }
  return row?.status === 'provisional' ? wording.text('sentence.provisional', { sentence }) : sentence;
}

/** The share of the requests that each time tells of. */
const toldShares: Partial<Record<MeasureId, number>> = { median_days_to_close: 0.5, p90_days_to_close: 0.9 };

/**
 * A time of the curve is that of requests which must all be finished. Where most were handed on, “half were dealt with within
 * 583 days” may rest on one request: fewer than half of those that it tells of were dealt with by then, and no more will be.
 */
function restsOnFew({ measureId, status, numerator, denominator }: MeasureRow): boolean {
  const told = toldShares[measureId];
  if (told === undefined || status !== 'final' || numerator === null || denominator === null) return false;
  return numerator < (told / 2) * denominator;
}

/** In the singular or the plural of what is counted: of a count its value, of a share or a time the requests it is of. */
function valueSentence(wording: Wording, measureId: MeasureId, n: number, value: number, values: Values): string {
  if (isOutcomeMeasure(measureId)) {
    const outcome = measureId.slice('outcome_'.length) as Outcome;
    return wording.plural('sentence.outcome', n, { ...values, outcome: wording.text(`outcome.${outcome}`) });
  }
  if (isOpenBandMeasure(measureId)) {
    return wording.plural('sentence.open_days', value, { ...values, age: wording.text(`age.${measureId}`) });
  }
  const isCounted = ['count', 'per_1000'].includes(unitOf(measureId));
  return wording.plural(`sentence.${measureId}`, isCounted ? value : n, values);
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

/** “on 1 November 2026”, “in October 2026”, “in the winter of 2025–2026”, “in the twelve months to October 2026”, “in 2025”. */
export function periodWords(wording: Wording, row: MeasureRow): string {
  switch (row.periodType) {
    case 'day':
      return wording.text('period.day', { day: wording.format.day(row.periodStart) });
    case 'season':
      return wording.text('period.season', { season: wording.text(`season.${seasonOf(row)}`, seasonYears(row)) });
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

/** The period of curves, waits, due days and comparisons: twelve months, or as many as the records hold. */
export function cohortWords(wording: Wording): string {
  if (hasTwelveMonths || lastWholeMonth === null) return recentWords(wording);
  const held = `${manifest.coverage.first_requested_on.slice(0, 7)}-01`;
  const eleven = addMonths(lastWholeMonth, -11);
  const first = held > eleven ? held : eleven;
  const month = wording.format.month(lastWholeMonth);
  if (first === lastWholeMonth) return wording.text('period.month', { month });
  return wording.text('months.from_to', { first: wording.format.month(first), month });
}

/** “Winter 2025–2026”. */
export function seasonTitle(wording: Wording, row: MeasureRow): string {
  return wording.text(`season.${seasonOf(row)}.title`, seasonYears(row));
}

function seasonOf({ periodStart }: MeasureRow): 'winter' | 'summer' {
  return periodStart.slice(5, 7) === '11' ? 'winter' : 'summer';
}

function seasonYears({ periodStart }: MeasureRow): { readonly from: string; readonly to: string } {
  const year = Number(periodStart.slice(0, 4));
  return { from: String(year), to: String(year + 1) };
}

const monthsAfterFirst = { day: 0, month: 0, season: 5, year: 11, last_12_months: 11 } as const;

/** The last month of a row's period. */
export function lastMonthOf({ periodType, periodStart }: MeasureRow): string {
  return periodType === 'day' ? `${periodStart.slice(0, 7)}-01` : addMonths(periodStart, monthsAfterFirst[periodType]);
}

export function lastDayWords(wording: Wording, month: string): string {
  return wording.format.day(addDays(addMonths(month, 1), -1));
}
