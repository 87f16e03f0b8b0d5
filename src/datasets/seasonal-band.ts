/** A month's own past: lowest, median and highest value of the same month in up to five earlier years. */

import { addMonths, yearOf } from './months.ts';

export interface SeasonalBand {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** The years that the band is made of, first and last. */
  readonly fromYear: number;
  readonly toYear: number;
}

const earlierYears = 5;
/** Fewer years than this are an anecdote, not a season: no band is drawn. */
export const fewestYears = 3;

export function seasonalBand(values: ReadonlyMap<string, number | null>, month: string): SeasonalBand | null {
  const past: { year: number; value: number }[] = [];
  for (let back = 1; back <= earlierYears; back += 1) {
    const earlier = addMonths(month, -12 * back);
    const value = values.get(earlier);
    if (value !== null && value !== undefined) past.push({ year: yearOf(earlier), value });
  }
  if (past.length < fewestYears) return null;
  const sorted = past.map((point) => point.value).sort((a, b) => a - b);
  const years = past.map((point) => point.year);
  return {
    low: sorted[0] as number,
    median: medianOf(sorted),
    high: sorted.at(-1) as number,
    fromYear: Math.min(...years),
    toYear: Math.max(...years),
  };
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
