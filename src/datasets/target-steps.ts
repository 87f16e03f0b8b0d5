/** The target of a service month by month, in days: a line that steps where the target was moved. */

import type { Target } from './services.ts';

export interface TargetStep {
  /** First day of the month. */
  readonly month: string;
  /** Null without a target, and where it is in business days: they have no fixed length, and are said in words. */
  readonly days: number | null;
}

/** Of each month the target in force on its first day, so that a step is where the first whole month under it begins. */
export function targetSteps(targets: readonly Target[], months: readonly string[]): TargetStep[] {
  const oldestFirst = targets.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return months.map((month) => {
    const inForce = oldestFirst.findLast(({ validFrom }) => validFrom <= month);
    return { month, days: inForce ? daysOf(inForce) : null };
  });
}

function daysOf({ value, unit }: Target): number | null {
  if (unit === 'business_days') return null;
  return unit === 'hours' ? value / 24 : value;
}
