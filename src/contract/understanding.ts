/** What the figures are compared with: signals, comparisons of areas, waits already served, and other formulas. */

import type { MeasureBasis, MeasureId } from './measures.ts';

/** Measures whose months are watched for signals. */
export const signalMeasures = [
  'requests_received',
  'on_time_rate',
  'closed_within_7_days',
] as const satisfies readonly MeasureId[];
export type SignalMeasureId = (typeof signalMeasures)[number];

/** `run_…`: eight points up to this one on one side of the centre. */
export const signalKinds = ['none', 'above', 'below', 'run_above', 'run_below'] as const;
export type SignalKind = (typeof signalKinds)[number];

/**
 * Of the months judged, the share that both rules together would flag in a process that never changes: simulated with
 * independent, normal points, 24 to 72 of them before the month judged.
 */
export const chanceSignalShare = 0.011;

/** Measures by which areas are compared. */
export const comparedMeasures = ['fulfilment_rate', 'on_time_rate'] as const satisfies readonly MeasureId[];
export type ComparedMeasureId = (typeof comparedMeasures)[number];

/** Where an area lies: inside the limits of chance, or beyond those of 95 % or of 99.8 %. */
export const areaPositions = ['within', 'beyond_95', 'beyond_998'] as const;
export type AreaPosition = (typeof areaPositions)[number];

/** Days for which a reader may have waited: each day of a month, each week of a quarter, each 30 days of a year. */
const daysOfYear: readonly number[] = [
  ...everyDays(0, 30, 1),
  ...everyDays(35, 91, 7),
  ...everyDays(120, 360, 30),
  365,
];

/** By what the times are made of: tier C has few. */
export const daysWaited: Readonly<Record<MeasureBasis, readonly number[]>> = {
  published: daysOfYear,
  warehouse: [0, 7, 14, 30, 60, 90, 180],
};

/** A formula that others use, and the measure that it stands beside. */
export const alternatives = [
  { id: 'on_time_of_closed', measureId: 'on_time_rate' },
  { id: 'median_of_closed', measureId: 'median_days_to_close' },
  { id: 'closings_of_requests', measureId: 'fulfilment_rate' },
] as const satisfies readonly { readonly id: string; readonly measureId: MeasureId }[];
export type AlternativeId = (typeof alternatives)[number]['id'];

function everyDays(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}
