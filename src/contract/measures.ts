/** The catalogue of published measures: one id everywhere (column value, dictionary key, page address). */

/** How a value is to be read: a count of requests, a share from 0 to 1, days, or a count for 1,000 residents. */
export type MeasureUnit = 'count' | 'share' | 'days' | 'per_1000';

/** Which local date puts a request into a period. */
export type MeasureClock = 'requested_on' | 'due_on' | 'closed_on' | 'first_closed_on' | 'end_of_period';

export interface Measure {
  readonly id: string;
  /** The query in `scripts/measures/` that makes it. */
  readonly model: string;
  readonly unit: MeasureUnit;
  readonly clock: MeasureClock;
  /** Whether tier C services have city-wide rows of it (only measures of requests received do). */
  readonly tierC: boolean;
  /** What the source, or the city's list of areas, must give for the measure to exist at all. */
  readonly needs: 'opening' | 'closing' | 'due' | 'history' | 'residents';
  /** What its figures of tiers A and B are made of; the published records where it does not say. */
  readonly basis?: MeasureBasis;
}

export const measures = [
  {
    id: 'requests_received',
    model: 'measure_requests_received',
    unit: 'count',
    clock: 'requested_on',
    tierC: true,
    needs: 'opening',
  },
  {
    id: 'requests_per_1000_residents',
    model: 'measure_requests_per_1000_residents',
    unit: 'per_1000',
    clock: 'requested_on',
    tierC: false,
    needs: 'residents',
  },
  {
    id: 'fulfilment_rate',
    model: 'measure_fulfilment_rate',
    unit: 'share',
    clock: 'requested_on',
    tierC: true,
    needs: 'closing',
  },
  { id: 'on_time_rate', model: 'measure_on_time_rate', unit: 'share', clock: 'due_on', tierC: false, needs: 'due' },
  {
    id: 'median_days_to_close',
    model: 'measure_median_days_to_close',
    unit: 'days',
    clock: 'requested_on',
    tierC: true,
    needs: 'closing',
  },
  {
    id: 'p90_days_to_close',
    model: 'measure_p90_days_to_close',
    unit: 'days',
    clock: 'requested_on',
    tierC: true,
    needs: 'closing',
  },
  {
    id: 'closed_within_1_days',
    model: 'measure_closed_within',
    unit: 'share',
    clock: 'requested_on',
    tierC: true,
    needs: 'closing',
  },
  {
    id: 'closed_within_7_days',
    model: 'measure_closed_within',
    unit: 'share',
    clock: 'requested_on',
    tierC: true,
    needs: 'closing',
  },
  {
    id: 'closed_within_30_days',
    model: 'measure_closed_within',
    unit: 'share',
    clock: 'requested_on',
    tierC: true,
    needs: 'closing',
  },
  {
    id: 'closed_within_90_days',
    model: 'measure_closed_within',
    unit: 'share',
    clock: 'requested_on',
    tierC: true,
    needs: 'closing',
  },
  {
    id: 'open_requests',
    model: 'measure_open_requests',
    unit: 'count',
    clock: 'end_of_period',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'overdue_requests',
    model: 'measure_overdue_requests',
    unit: 'count',
    clock: 'end_of_period',
    tierC: false,
    needs: 'due',
  },
  {
    id: 'median_open_age_days',
    model: 'measure_median_open_age_days',
    unit: 'days',
    clock: 'end_of_period',
    tierC: false,
    needs: 'closing',
  },
  // The backlog by age: together they are the open requests.
  {
    id: 'open_0_7_days',
    model: 'measure_open_bands',
    unit: 'count',
    clock: 'end_of_period',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'open_8_30_days',
    model: 'measure_open_bands',
    unit: 'count',
    clock: 'end_of_period',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'open_31_90_days',
    model: 'measure_open_bands',
    unit: 'count',
    clock: 'end_of_period',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'open_91_365_days',
    model: 'measure_open_bands',
    unit: 'count',
    clock: 'end_of_period',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'open_over_365_days',
    model: 'measure_open_bands',
    unit: 'count',
    clock: 'end_of_period',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'reopened_rate',
    model: 'measure_reopened_rate',
    unit: 'share',
    clock: 'first_closed_on',
    tierC: false,
    needs: 'history',
  },
  {
    id: 'closed_in_10_minutes_share',
    model: 'measure_closed_in_10_minutes_share',
    unit: 'share',
    clock: 'closed_on',
    tierC: false,
    needs: 'closing',
    basis: 'warehouse',
  },
  // One for each outcome: what became of the requests received, by what is known now.
  {
    id: 'outcome_open',
    model: 'measure_outcome',
    unit: 'count',
    clock: 'requested_on',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'outcome_fulfilled',
    model: 'measure_outcome',
    unit: 'count',
    clock: 'requested_on',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'outcome_no_action',
    model: 'measure_outcome',
    unit: 'count',
    clock: 'requested_on',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'outcome_handed_on',
    model: 'measure_outcome',
    unit: 'count',
    clock: 'requested_on',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'outcome_referred',
    model: 'measure_outcome',
    unit: 'count',
    clock: 'requested_on',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'outcome_duplicate',
    model: 'measure_outcome',
    unit: 'count',
    clock: 'requested_on',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'outcome_cancelled',
    model: 'measure_outcome',
    unit: 'count',
    clock: 'requested_on',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'outcome_invalid',
    model: 'measure_outcome',
    unit: 'count',
    clock: 'requested_on',
    tierC: false,
    needs: 'closing',
  },
  {
    id: 'outcome_unmapped',
    model: 'measure_outcome',
    unit: 'count',
    clock: 'requested_on',
    tierC: false,
    needs: 'closing',
  },
] as const satisfies readonly Measure[];

export type MeasureId = (typeof measures)[number]['id'];

/** One of the counts of what became of the requests. */
export type OutcomeMeasureId = Extract<MeasureId, `outcome_${string}`>;

/** One of the counts of open requests by their age. */
export type OpenBandMeasureId = Extract<MeasureId, `open_${string}_days`>;

export function isOpenBandMeasure(id: MeasureId): id is OpenBandMeasureId {
  return /^open_.*_days$/.test(id);
}

export function isOutcomeMeasure(id: MeasureId): id is OutcomeMeasureId {
  return id.startsWith('outcome_');
}

export const measureIds = measures.map((measure) => measure.id) as [MeasureId, ...MeasureId[]];

/**
 * A season is six whole months: winter from 1 November, summer from 1 May; it starts on that day. Only the requests
 * received are told by day.
 */
export const periodTypes = ['day', 'month', 'season', 'year', 'last_12_months'] as const;
export type PeriodType = (typeof periodTypes)[number];

export const measureStatuses = ['final', 'provisional'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/** `published`: derivable from the published records. `warehouse`: the city's own check. */
export const measureBases = ['published', 'warehouse'] as const;
export type MeasureBasis = (typeof measureBases)[number];

/** Why a value is null; where several hold, the first in this order. */
export const missingReasons = [
  'no_data',
  'suppressed',
  'no_target',
  'not_due',
  'no_time',
  'unmapped',
  'too_few',
  'not_reached',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** The value of a dimension that a row does not slice by. */
export const ALL = 'all';
/** A value of the source that no list of the city names. */
export const UNMAPPED = 'unmapped';
/** A place that is missing, or held back because it would single out too few requests. */
export const UNKNOWN = 'unknown';

export function findMeasure(id: string): Measure | undefined {
  return measures.find((measure) => measure.id === id);
}
