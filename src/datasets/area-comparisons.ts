/** Each area's rate over twelve months beside the city's, with the limits of chance. */

import type { AreaPosition, ComparedMeasureId } from '../contract/understanding.ts';
import { readArrow } from './read-arrow.ts';

export interface AreaComparison {
  readonly measureId: ComparedMeasureId;
  /** First day of the twelve months. */
  readonly periodStart: string;
  readonly area: string;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly cityValue: number;
  readonly z: number;
  /** Mean square of z over the areas; over 1, the limits are widened by its root. */
  readonly dispersion: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
  readonly position: AreaPosition;
}

const rows: readonly AreaComparison[] = readArrow('area_comparisons').map((row) => ({
  measureId: row['measure_id'] as ComparedMeasureId,
  periodStart: String(row['period_start']),
  area: String(row['area_id']),
  value: Number(row['value']),
  numerator: Number(row['numerator']),
  denominator: Number(row['denominator']),
  cityValue: Number(row['city_value']),
  z: Number(row['z']),
  dispersion: Number(row['dispersion']),
  lower95: Number(row['lower_95']),
  upper95: Number(row['upper_95']),
  lower998: Number(row['lower_998']),
  upper998: Number(row['upper_998']),
  position: row['position'] as AreaPosition,
}));

/** The areas with at least 20 requests, by their ids; none where the city has no areas, or no twelve months. */
export function comparisonsOf(measureId: ComparedMeasureId): readonly AreaComparison[] {
  return rows.filter((row) => row.measureId === measureId);
}
