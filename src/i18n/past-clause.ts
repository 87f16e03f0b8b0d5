/** How a value stands beside its own past: within its range, above all of it, or below all of it. */

import type { MeasureId } from '../contract/measures.ts';
import type { SeasonalBand } from '../datasets/seasonal-band.ts';
import { bareValue, unitOf } from './measure-value.ts';
import type { Wording } from './wording.ts';

/** `month`: the same month in earlier years. `year`: whole earlier years. */
export type PastSpan = 'month' | 'year';

/** Empty where the history is too short for a band: the page says that once, apart. */
export function pastClause(
  wording: Wording,
  measureId: MeasureId,
  value: number,
  band: SeasonalBand | null,
  span: PastSpan = 'month',
): string {
  if (!band) return '';
  const show = (number: number): string => bareValue(wording, measureId, number);
  const values = { from: band.fromYear, to: band.toYear, low: show(band.low), high: show(band.high) };
  const unit = unitOf(measureId);
  // What reads the same is the same: 92 % is not above a range that ends at 92 %.
  if (value > band.high && show(value) !== show(band.high)) return wording.text(`past.${span}.${unit}.above`, values);
  if (value < band.low && show(value) !== show(band.low)) return wording.text(`past.${span}.${unit}.below`, values);
  return wording.text(`past.${span}.within`, values);
}
