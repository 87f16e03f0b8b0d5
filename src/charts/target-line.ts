/** The target in force each month as a step line with its name: a moved target is a step, a month without one a gap. */

import * as Plot from '@observablehq/plot';
import { monthSteps } from './month-steps.ts';

export interface TargetMonth {
  /** First day of the month. */
  readonly month: string;
  readonly value: number | null;
}

export interface TargetLine {
  /** `Target`, at the end of the line. */
  readonly label: string;
  readonly months: readonly TargetMonth[];
}

export function targetMarks({ months }: TargetLine): Plot.Markish[] {
  const steps = monthSteps(months, ({ value }) => value !== null);
  return [
    Plot.lineY(steps, {
      x: 'at',
      y: ({ row }: (typeof steps)[number]) => row?.value ?? NaN,
      stroke: 'var(--ink)',
      strokeWidth: 1.5,
      strokeDasharray: '7 3',
    }),
  ];
}

/** What stands at the end of a line of the chart, at its last value. */
export function targetEnd(target: TargetLine | null): { readonly label: string; readonly value: number } | null {
  const value = target?.months.findLast((month) => month.value !== null)?.value ?? null;
  return target === null || value === null ? null : { label: target.label, value };
}
