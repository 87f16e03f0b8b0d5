/** How far a device's clock is to be trusted: local time sent as if UTC is recognised and put right, the future is not believed. */

/**
 * `good` · `late` received more than five minutes after · `corrected` a whole zone off, put right · `ahead` in the future,
 * set to its receipt · `receipt` without a time of its own. Only `good`, `corrected` and `receipt` may be shown as live.
 */
export type ClockGrade = 'good' | 'late' | 'corrected' | 'ahead' | 'receipt';

export interface GradedTime {
  /** Milliseconds since 1970, as far as is known. */
  readonly time: number;
  readonly grade: ClockGrade;
  /** Received more than five minutes after, whatever else is wrong. */
  readonly isLate: boolean;
}

/** What arrived of one vehicle at one instant: receipt less device time of the newest fix in it, in milliseconds. */
export interface Delivery {
  readonly receivedAt: number;
  readonly lag: number;
}

const minute = 60_000;
/** Zones lie a multiple of a quarter of an hour apart; none is only one off its neighbour. */
const zoneStep = 15 * minute;
const leastZoneFault = 30 * minute;
/** Device clocks drift this far, and what arrives later than this is late and no longer live. */
const drift = 1 * minute;
const late = 5 * minute;
/** A vehicle's deliveries that are looked at, and how few say nothing yet. */
export const windowCount = 25;
export const leastCount = 5;
const agreeingShare = 2 / 3;

/**
 * How much to add to the device's time of one delivery, judged from those before it (the first few, from the first
 * few): the running median of the lags. A backlog that arrives at once is one delivery, so it is no fault of the clock.
 */
export function zoneFault(deliveries: readonly Delivery[], index: number): number {
  const end = Math.max(index + 1, leastCount);
  if (deliveries.length < end) return 0;
  const lags = deliveries.slice(Math.max(0, end - windowCount), end).map(({ lag }) => lag);
  const fault = Math.round((median(lags) - (late - drift) / 2) / zoneStep) * zoneStep;
  const agreeing = lags.filter((lag) => lag - fault >= -drift && lag - fault <= late + drift);
  return Math.abs(fault) >= leastZoneFault && agreeing.length >= agreeingShare * lags.length ? fault : 0;
}

/** `fault` is that of the delivery; a fix that fits the true time better was sent after the clock was mended. */
export function gradeTime(at: number | null, receivedAt: number, fault: number): GradedTime {
  if (at === null) return { time: receivedAt, grade: 'receipt', isLate: false };
  const lag = receivedAt - at;
  const isFaulty = fault !== 0 && lag - fault >= -drift && Math.abs(lag - fault) < Math.abs(lag);
  const time = isFaulty ? at + fault : at;
  if (time - receivedAt > drift) return { time: receivedAt, grade: 'ahead', isLate: false };
  const isLate = receivedAt - time > late;
  return { time, grade: isFaulty ? 'corrected' : isLate ? 'late' : 'good', isLate };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}
