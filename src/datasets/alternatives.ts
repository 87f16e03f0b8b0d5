/** What other formulas would say, beside the measures that they are taken for. */

import { ALL, type MeasureId } from '../contract/measures.ts';
import type { AlternativeId } from '../contract/understanding.ts';
import { readArrow } from './read-arrow.ts';

export interface Alternative {
  readonly id: AlternativeId;
  readonly measureId: MeasureId;
  readonly periodType: 'month' | 'last_12_months';
  /** First day of the period, which is the measure's own. */
  readonly periodStart: string;
  readonly service: string;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}

const rows: readonly Alternative[] = readArrow('alternatives').map((row) => ({
  id: row['alternative_id'] as AlternativeId,
  measureId: row['measure_id'] as MeasureId,
  periodType: row['period_type'] as Alternative['periodType'],
  periodStart: String(row['period_start']),
  service: String(row['service_code']),
  value: Number(row['value']),
  numerator: Number(row['numerator']),
  denominator: Number(row['denominator']),
}));

/** Oldest first. Services have the last twelve months only. */
export function alternativesOf(
  id: AlternativeId,
  periodType: Alternative['periodType'],
  service: string = ALL,
): readonly Alternative[] {
  return rows.filter((row) => row.id === id && row.periodType === periodType && row.service === service);
}
