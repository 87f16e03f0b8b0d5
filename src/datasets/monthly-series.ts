/** One measure of one slice, month by month: gaps filled where a missing row means zero, each month with its past. */

import { measures, type MeasureId } from '../contract/measures.ts';
import { isInForce } from './areas.ts';
import { firstWholeMonth, lastWholeMonth } from './manifest.ts';
import { findRows, type MeasureRow, type Slice } from './measures.ts';
import { addMonths, monthsBetween } from './months.ts';
import { seasonalBand, type SeasonalBand } from './seasonal-band.ts';

export interface MonthPoint {
  /** First day of the month. */
  readonly month: string;
  readonly value: number | null;
  readonly row: MeasureRow | null;
  readonly band: SeasonalBand | null;
  readonly isProvisional: boolean;
  /** No row, and not for want of requests: the service publishes this month within its year only. */
  readonly isWithheld: boolean;
  /** The current month: its count is of a part only. */
  readonly isUnfinished: boolean;
}

/** Counts publish no row for zero; rates publish none for a month without requests. */
const countMeasures: readonly MeasureId[] = measures.filter(({ unit }) => unit === 'count').map(({ id }) => id);

const made = new Map<string, readonly MonthPoint[]>();

/** Empty where the release has no monthly row of it at all. */
export function monthlySeries(measureId: MeasureId, slice: Slice = {}): readonly MonthPoint[] {
  const key = [measureId, slice.service, slice.area].join('|');
  const known = made.get(key) ?? makeSeries(measureId, slice);
  made.set(key, known);
  return known;
}

function makeSeries(measureId: MeasureId, slice: Slice): MonthPoint[] {
  const rows = new Map(findRows(measureId, 'month', slice).map((row) => [row.periodStart, row]));
  if (rows.size === 0 && !isNoneOpen(measureId, slice)) return [];
  const isTierC = isWithheldSeries([...rows.values()]);
  const isCount = countMeasures.includes(measureId) && !isTierC;
  const months = coveredMonths([...rows.keys()].concat(rows.size === 0 ? (lastWholeMonth ?? []) : []));
  const isZero = (month: string) => isCount && isTold(month) && isInForce(slice.area, month);
  const values = new Map(months.map((month) => [month, valueOrZero(rows.get(month), isZero(month))]));
  return months.map((month) => {
    const row = rows.get(month) ?? null;
    return {
      month,
      value: values.get(month) ?? null,
      row,
      band: seasonalBand(values, month),
      isWithheld: row === null && isTierC,
      isProvisional: row?.status === 'provisional',
      isUnfinished: lastWholeMonth === null || month > lastWholeMonth,
    };
  });
}

export function pointOf(series: readonly MonthPoint[], month: string | null): MonthPoint | undefined {
  return series.find((point) => point.month === month);
}

/** The newest month whose value will not move: one whose outcomes are unknown too, or older months would be picked for looking whole. */
export function newestFinal(series: readonly MonthPoint[]): MonthPoint | undefined {
  return series.findLast(
    ({ value, row, isProvisional, isUnfinished }) =>
      (value !== null || row?.missingReason === 'unmapped') && !isProvisional && !isUnfinished,
  );
}

/** Requests to be done, and not one open at the end of any month: a zero that no row tells. */
function isNoneOpen(measureId: MeasureId, slice: Slice): boolean {
  if (measureId !== 'open_requests' || lastWholeMonth === null || findRows(measureId, 'month').length === 0)
    return false;
  return findRows('median_days_to_close', 'month', slice).some(({ basis }) => basis === 'published');
}

/** A month in which nothing at all was asked of the city is one that no delivery holds: a gap, and not a zero. */
function isTold(month: string): boolean {
  return findRows('requests_received', 'month').some((row) => row.periodStart === month);
}

/** A service of tier C: no row there may mean withheld, never zero. */
function isWithheldSeries(rows: readonly MeasureRow[]): boolean {
  return rows.some((row) => row.basis === 'warehouse');
}

function valueOrZero(row: MeasureRow | undefined, isCount: boolean): number | null {
  return row ? row.value : isCount ? 0 : null;
}

/** From the first whole month to the newest month of any row; the unfinished one after the last whole too, and no more. */
function coveredMonths(present: readonly string[]): string[] {
  const sorted = present.toSorted();
  const first = firstWholeMonth ?? (sorted[0] as string);
  const unfinished = lastWholeMonth === null ? null : addMonths(lastWholeMonth, 1);
  const newest = sorted.findLast((month) => unfinished === null || month <= unfinished) ?? (sorted[0] as string);
  const last = lastWholeMonth !== null && newest < lastWholeMonth ? lastWholeMonth : newest;
  return monthsBetween(first, last < first ? first : last);
}
