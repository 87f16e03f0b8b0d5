/** How a value stands beside its own past: within its range, above all of it, or below all of it. */

import type { MeasureId } from '../contract/measures.ts';
import type { SeasonalBand } from '../datasets/seasonal-band.ts';
import { bareValue, unitOf } from './measure-value.ts';
import type { Wording } from './words-from.ts';

/** The 95 % interval of a share or a time; a count has none. */
export interface Interval {
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The same month in earlier years, or, without a `month`, whole earlier years. Empty where the history is too short for a band: the page says that once, apart.
 */
export function pastClause(
  wording: Wording,
  measureId: MeasureId,
  value: number,
  band: SeasonalBand | null,
  month: string | null = null,
  interval: Interval | null = null,
): string {
  if (!band) return '';
  const show = (number: number): string => bareValue(wording, measureId, number);
  const values = {
    from: band.fromYear,
    to: band.toYear,
    low: show(band.low),
    high: show(band.high),
    monthName: month === null ? '' : wording.format.monthName(month),
  };
  const span = month === null ? 'year' : 'month';
  const own = unitOf(measureId);
  const unit = own === 'per_1000' ? 'count' : own;
  // What reads the same is the same: 92 % is not above a range that ends at 92 %.
  const isAbove = value > band.high && show(value) !== show(band.high);
  const isBelow = value < band.low && show(value) !== show(band.low);
  if (!isAbove && !isBelow) return wording.text(`past.${span}.within`, values);
  // Of a few requests chance alone can make the highest share of all: that is not said of it.
  const isChance = isAbove ? (interval?.lower ?? value) <= band.high : (interval?.upper ?? value) >= band.low;
  if (isChance) return wording.text(`past.${span}.beside`, values);
  return wording.text(`past.${span}.${unit}.${isAbove ? 'above' : 'below'}`, values);
}
