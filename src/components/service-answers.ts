/** What a person asks of a service, answered in sentences written from its newest figures. */

import type { MeasureId } from '../contract/measures.ts';
import { city, lastWholeMonth } from '../datasets/manifest.ts';
import { findRow, findRows, type MeasureRow, recentFigure, type Slice } from '../datasets/measures.ts';
import { monthlySeries, pointOf } from '../datasets/monthly-series.ts';
import { addMonths } from '../datasets/months.ts';
import { newestSeasons, type Season } from '../datasets/seasons.ts';
import { targetsOf } from '../datasets/services.ts';
import { lastDayWords, missingSentence, periodWords } from '../i18n/measure-sentence.ts';
import { valueWords } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { byRequests, isTargetMoved, seasonYears } from './season-rows.ts';
import { daysSentence } from './series-sentences.ts';

/** Was it done, and how many are still waiting. */
export function doneAnswer(wording: Wording, slice: Slice): string[] {
  return [...workSentence(wording, slice), ...openSentence(wording, slice)];
}

/** The half and the nine in ten of the last twelve months, how many met the target, and what counts as dealt with. */
export function longAnswer(wording: Wording, slice: Slice): string[] {
  return [
    daysSentence(wording, slice, recentFigure('median_days_to_close', slice)),
    ...targetSentence(wording, slice),
    wording.text('short.dealt_with'),
  ];
}

function workSentence(wording: Wording, slice: Slice): string[] {
  const row = recentFigure('fulfilment_rate', slice);
  if (!row) return [];
  if (row.value === null || row.denominator === null)
    return [missingSentence(wording, row.measureId, row, periodWords(wording, row))];
  return [
    wording.plural('short.work_done', row.denominator, {
      days: wording.plural('target.days', city.fulfilment_horizon_days),
      value: valueWords(wording, row.measureId, row.value),
      n: wording.format.count(row.denominator),
      period: periodWords(wording, row),
    }),
    ...(row.value < 1 ? [wording.text('short.others')] : []),
  ];
}

/** The newest winter and summer, each beside the one before. */
export function worseAnswer(wording: Wording, slice: Slice): string[] {
  const seasons = byRequests(slice, newestSeasons());
  const judged = seasons.flatMap((season) => judgeSeason(wording, slice, season) ?? []);
  const sentences = judged.map(({ sentence }) => sentence);
  if (sentences.length === 0) return yearSentence(wording, slice) ?? [wording.text('short.worse_none')];
  const isMoved = seasons.some((season) => isTargetMoved(slice, season.before, addMonths(season.start, 6)));
  const isAlike = judged.some(({ verdict }) => verdict === 'alike');
  return [
    ...sentences,
    ...(isMoved ? [wording.text('short.target_moved')] : []),
    ...(isAlike ? [wording.text('short.worse_note')] : []),
  ];
}

/** The newest two whole years, of a service that publishes no seasons. */
function yearSentence(wording: Wording, slice: Slice): string[] | undefined {
  const [before, now] = findRows('median_days_to_close', 'year', slice)
    .filter((row) => row.status === 'final')
    .slice(-2);
  if (!isTold(now) || !isTold(before)) return undefined;
  const words = (row: Told) => valueWords(wording, row.measureId, row.value);
  const values = { now: words(now), before: words(before) };
  const year = wording.format.year(now.periodStart);
  return [wording.text('short.years', { ...values, year, before_year: wording.format.year(before.periodStart) })];
}

function openSentence(wording: Wording, slice: Slice): string[] {
  const open = pointOf(monthlySeries('open_requests', slice), lastWholeMonth)?.value ?? null;
  if (open === null || lastWholeMonth === null) return [];
  const day = lastDayWords(wording, lastWholeMonth);
  if (open === 0) return [wording.text('short.open_none', { day })];
  return [wording.plural('short.open', open, { day, past_due: pastDueWords(wording, slice) })];
}

/** Nothing where the service has no target, so that nothing can be past due. */
function pastDueWords(wording: Wording, slice: Slice): string {
  const overdue = pointOf(monthlySeries('overdue_requests', slice), lastWholeMonth)?.value ?? null;
  if (overdue === null) return '';
  return overdue === 0 ? wording.text('short.past_due_none') : wording.plural('short.past_due', overdue);
}

function targetSentence(wording: Wording, slice: Slice): string[] {
  const [target] = slice.service === undefined ? [] : targetsOf(slice.service);
  if (!target) return [];
  const words = wording.plural(`target.${target.unit}`, target.value);
  const onTime = recentFigure('on_time_rate', slice);
  if (!onTime || onTime.value === null) return [wording.text('short.target_plain', { target: words })];
  const value = valueWords(wording, 'on_time_rate', onTime.value);
  return [wording.text('short.target_met', { target: words, value })];
}

interface Pair {
  readonly now: Told;
  readonly before: Told;
}

type Verdict = 'worse' | 'better' | 'alike';

interface JudgedSeason {
  readonly verdict: Verdict;
  readonly sentence: string;
}

type Told = MeasureRow & { readonly value: number };

/** By the share on time, or, without a target, by the half; nothing where either season has no figure. */
function judgeSeason(wording: Wording, slice: Slice, season: Season): JudgedSeason | undefined {
  // A share on time by two targets is two measures.
  const isMoved = isTargetMoved(slice, season.before, addMonths(season.start, 6));
  const onTime = isMoved ? undefined : pairOf('on_time_rate', slice, season);
  const median = pairOf('median_days_to_close', slice, season);
  const judged = onTime ?? median;
  if (judged === undefined) return undefined;
  const told = [
    onTime && figureWords(wording, 'short.figure_on_time', onTime),
    median && figureWords(wording, 'short.figure_median', median),
  ].filter((words) => words !== undefined);
  const [first = '', second] = told;
  const figures = second === undefined ? first : wording.text('short.figures', { first, second });
  const year = seasonYears(wording, season);
  const verdict = verdictOf(judged);
  return { verdict, sentence: wording.text(`short.${season.kind}_${verdict}`, { year, figures }) };
}

function pairOf(measureId: MeasureId, slice: Slice, { start, before }: Season): Pair | undefined {
  const [now, earlier] = [start, before].map((day) => findRow(measureId, 'season', slice, day));
  return isTold(now) && isTold(earlier) ? { now, before: earlier } : undefined;
}

function isTold(row: MeasureRow | undefined): row is Told {
  return row !== undefined && row.value !== null;
}

/** Worse or better only where the two intervals lie apart: a difference that chance could make is not called one. */
function verdictOf({ now, before }: Pair): Verdict {
  const isHigher = (one: Told, other: Told) => (one.lower ?? one.value) > (other.upper ?? other.value);
  const isShare = now.measureId === 'on_time_rate';
  if (isHigher(now, before)) return isShare ? 'better' : 'worse';
  if (isHigher(before, now)) return isShare ? 'worse' : 'better';
  return 'alike';
}

function figureWords(
  wording: Wording,
  key: 'short.figure_on_time' | 'short.figure_median',
  { now, before }: Pair,
): string {
  const words = ({ measureId, value }: Told) => valueWords(wording, measureId, value);
  return wording.text(key, { now: words(now), before: words(before) });
}
