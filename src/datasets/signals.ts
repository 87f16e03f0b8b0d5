/** Months judged by what the months before them led one to expect. */

import { ALL } from '../contract/measures.ts';
import type { SignalKind, SignalMeasureId } from '../contract/understanding.ts';
import { readArrow } from './read-arrow.ts';

export interface Signal {
  readonly measureId: SignalMeasureId;
  readonly service: string;
  /** First day of the month judged. */
  readonly month: string;
  readonly value: number;
  readonly expected: number;
  /** Of a count, the logarithm of value ÷ expected; of a share, the difference. Centre and limits are on this scale. */
  readonly deviation: number;
  readonly center: number;
  readonly lower: number;
  readonly upper: number;
  /** The limits on the scale of the value. */
  readonly lowerValue: number;
  readonly upperValue: number;
  readonly pointCount: number;
  readonly signal: SignalKind;
}

const rows: readonly Signal[] = readArrow('signals').map((row) => ({
  measureId: row['measure_id'] as SignalMeasureId,
  service: String(row['service_code']),
  month: String(row['period_start']),
  value: Number(row['value']),
  expected: Number(row['expected']),
  deviation: Number(row['deviation']),
  center: Number(row['center']),
  lower: Number(row['lower']),
  upper: Number(row['upper']),
  lowerValue: Number(row['lower_value']),
  upperValue: Number(row['upper_value']),
  pointCount: Number(row['point_count']),
  signal: row['signal'] as SignalKind,
}));

const bySeries = Map.groupBy(rows, ({ measureId, service }) => `${measureId} ${service}`);

/** The months judged of one measure, oldest first; none where the past is too short. Without a service: the city. */
export function signalsOf(measureId: SignalMeasureId, service: string = ALL): readonly Signal[] {
  return bySeries.get(`${measureId} ${service}`) ?? [];
}

/** What was judged in one month: of the city and of every service. */
export function judgedIn(month: string): readonly Signal[] {
  return rows.filter((row) => row.month === month);
}
