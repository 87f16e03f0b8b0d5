/** How a feed is doing, for its report card: how many vehicles report, how often, and how old their positions are. */

import type { Fix } from '../../../src/contract/live.ts';
import { fixKey } from './dedupe.ts';

export interface FeedReport {
  readonly vehicleCount: number;
  /** As they were read, and without those read before. */
  readonly readCount: number;
  readonly fixCount: number;
  /** Seconds from a position's own time to its reading: half are younger, and nine in ten. */
  readonly medianAge: number | null;
  readonly p90Age: number | null;
  /** Seconds between a vehicle's positions; half of the intervals are shorter. */
  readonly medianCadence: number | null;
}

/** Of all that was read, repeats included: a truck that stands repeats itself, and its position is as old as it says. */
export function reportFeed(readings: readonly Fix[]): FeedReport {
  const byVehicle = [...Map.groupBy(readings, ({ source, vehicle }) => `${source} ${vehicle}`).values()];
  const times = byVehicle.map((fixes) => [...new Map(fixes.map((fix) => [fixKey(fix), timeOf(fix)])).values()]);
  const ages = readings.map((fix) => (fix.receivedAt - timeOf(fix)) / 1000);
  return {
    vehicleCount: byVehicle.length,
    readCount: readings.length,
    fixCount: times.flat().length,
    medianAge: quantile(ages, 0.5),
    p90Age: quantile(ages, 0.9),
    medianCadence: quantile(times.flatMap(intervals), 0.5),
  };
}

function timeOf({ at, receivedAt }: Fix): number {
  return at ?? receivedAt;
}

function intervals(times: readonly number[]): number[] {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted.slice(1).map((time, i) => (time - (sorted[i] as number)) / 1000);
}

/** The least value that at least this share do not exceed (Hyndman and Fan, 1996, type 1). */
function quantile(values: readonly number[], share: number): number | null {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? null;
}
