/** The measures of the release, read once and indexed by measure, period type and slice. */

import {
  ALL,
  isOpenBandMeasure,
  measureIds,
  type MeasureBasis,
  type MeasureId,
  type MeasureStatus,
  type MissingReason,
  type PeriodType,
} from '../contract/measures.ts';
import { lastWholeMonth } from './manifest.ts';
import { addMonths, monthsBetween } from './months.ts';
import { type CellReader, readArrow, type RawRow } from './read-arrow.ts';

export interface MeasureRow {
  readonly measureId: MeasureId;
  readonly periodType: PeriodType;
  /** First local day of the period, `YYYY-MM-DD`. */
  readonly periodStart: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: MeasureStatus;
  readonly basis: MeasureBasis;
  readonly missingReason: MissingReason | null;
}

/** Which rows: the whole city (tiers A and B), one service, one area, or one service in one area. */
export interface Slice {
  readonly service?: string;
  readonly area?: string;
}

/** Measures of which, but for the whole city, no page shows any figure. */
const shownForCity: ReadonlySet<string> = new Set<MeasureId>(['reopened_rate', 'closed_in_10_minutes_share']);
/** Measures of which services and areas show their months and no other period. */
const shownByMonth: ReadonlySet<string> = new Set<MeasureId>([
  'median_open_age_days',
  ...measureIds.filter(isOpenBandMeasure),
]);
/** Measures of which services show their winters and summers. */
const shownBySeason: ReadonlySet<string> = new Set<MeasureId>(['on_time_rate', 'median_days_to_close']);

const index = indexRows(readArrow('measures', isShown));

/** The rows of one measure and slice, oldest period first; empty where the release has none. */
export function findRows(measureId: MeasureId, periodType: PeriodType, slice: Slice = {}): readonly MeasureRow[] {
  return index.get(keyOf(measureId, periodType, slice.service ?? ALL, slice.area ?? ALL)) ?? [];
}

export function findRow(
  measureId: MeasureId,
  periodType: PeriodType,
  slice: Slice,
  periodStart: string | null,
): MeasureRow | undefined {
  return findRows(measureId, periodType, slice).find((row) => row.periodStart === periodStart);
}

/** A city in its first year has none, nor has one whose deliveries leave a month out: its pages tell of one month. */
export const hasTwelveMonths = isEachMonthTold(findRows('requests_received', 'last_12_months').at(-1));

function isEachMonthTold(row: MeasureRow | undefined): boolean {
  if (row === undefined) return false;
  const told = new Set(findRows('requests_received', 'month').map(({ periodStart }) => periodStart));
  return monthsBetween(row.periodStart, addMonths(row.periodStart, 11)).every((month) => told.has(month));
}

/**
 * The row of the last twelve whole months; for fulfilment, the twelve that end with its newest final month. Without
 * twelve, the row of the one month.
 */
export function recentFigure(measureId: MeasureId, slice: Slice = {}): MeasureRow | undefined {
  if (hasTwelveMonths) return findRows(measureId, 'last_12_months', slice).at(-1);
  return findRow(measureId, 'month', slice, recentMonth(measureId));
}

/** The last whole month; for fulfilment the newest final one, where there is one. */
function recentMonth(measureId: MeasureId): string | null {
  if (measureId !== 'fulfilment_rate') return lastWholeMonth;
  const final = findRows(measureId, 'month').findLast(
    ({ status, periodStart }) => status === 'final' && (lastWholeMonth === null || periodStart <= lastWholeMonth),
  );
  return final?.periodStart ?? lastWholeMonth;
}

function indexRows(rows: readonly RawRow[]): Map<string, MeasureRow[]> {
  const found = new Map<string, MeasureRow[]>();
  for (const row of rows) {
    const key = keyOf(
      row['measure_id'] as MeasureId,
      row['period_type'] as PeriodType,
      String(row['service_code']),
      String(row['area_id']),
    );
    const list = found.get(key) ?? [];
    list.push(measureRow(row));
    found.set(key, list);
  }
  for (const list of found.values()) list.sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  return found;
}

/**
 * Not the slices that no page shows yet: channels, kinds, groups and departments, and days; of a service in an area, the
 * requests received in the last twelve months and the last whole one; of some measures a part.
 */
function isShown(read: CellReader): boolean {
  if (['service_group', 'department', 'channel', 'kind'].some((name) => read(name) !== ALL)) return false;
  const period = read('period_type');
  const measureId = String(read('measure_id'));
  const isWholeCity = read('service_code') === ALL && read('area_id') === ALL;
  if (period === 'day') return false;
  if (period === 'season') return shownBySeason.has(measureId) && read('area_id') === ALL;
  if (isWholeCity) return true;
  if (shownForCity.has(measureId)) return false;
  if (shownByMonth.has(measureId) && period !== 'month') return false;
  if (read('service_code') === ALL || read('area_id') === ALL) return true;
  return measureId === 'requests_received' && (period === 'last_12_months' || isRecentMonth(read));
}

function isRecentMonth(read: CellReader): boolean {
  return read('period_type') === 'month' && String(read('period_start')) === lastWholeMonth;
}

function keyOf(measureId: MeasureId, periodType: PeriodType, service: string, area: string): string {
  return [measureId, periodType, service, area].join('|');
}

function measureRow(row: RawRow): MeasureRow {
  return {
    measureId: row['measure_id'] as MeasureId,
    periodType: row['period_type'] as PeriodType,
    periodStart: String(row['period_start']),
    value: row['value'] as number | null,
    numerator: row['numerator'] as number | null,
    denominator: row['denominator'] as number | null,
    lower: row['lower'] as number | null,
    upper: row['upper'] as number | null,
    status: row['status'] as MeasureStatus,
    basis: row['basis'] as MeasureBasis,
    missingReason: row['missing_reason'] as MissingReason | null,
  };
}
