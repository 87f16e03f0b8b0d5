/** Halves of the year, each beside the same half a year before: winter from November, summer from May. */

import { lastWholeMonth } from './manifest.ts';
import { addMonths, yearOf } from './months.ts';

export interface Season {
  readonly kind: 'winter' | 'summer';
  /** First day. */
  readonly start: string;
  /** First day of the same season a year before. */
  readonly before: string;
}

/** The newest winter and the newest summer that are over, the newer first. */
export function newestSeasons(lastMonth: string | null = lastWholeMonth): Season[] {
  if (lastMonth === null) return [];
  const month = Number(lastMonth.slice(5, 7));
  // A season that ends with this month is over: April ends a winter, October a summer.
  const sinceEnd = (month + 2) % 6;
  const newest = addMonths(lastMonth, -sinceEnd - 5);
  return [newest, addMonths(newest, -6)].map((start) => ({
    kind: start.slice(5, 7) === '11' ? 'winter' : 'summer',
    start,
    before: addMonths(start, -12),
  }));
}

/** The years of a season: one for a summer, the two that a winter lies in. */
export function yearsOf({ kind, start }: Pick<Season, 'kind' | 'start'>): readonly number[] {
  const year = yearOf(start);
  return kind === 'summer' ? [year] : [year, year + 1];
}
