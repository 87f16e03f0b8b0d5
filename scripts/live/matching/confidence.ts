/** How sure a pass is, from what could have led the matcher astray. */

import type { Confidence } from '../../../src/contract/live.ts';

export interface Evidence {
  /** Seconds between fixes, mean by length. */
  readonly cadence: number;
  /** The least certain of the fixes: natural logarithm of the odds against another street. */
  readonly margin: number;
  readonly hasParallel: boolean;
  /** Whether a sensor said that the tool was at work. */
  readonly isToolKnown: boolean;
  /** Whether every fix had a time that needed no correction. */
  readonly isTimely: boolean;
}

/** Each doubt takes off a grade: A none, B one, C two or more. */
export function gradePass({ cadence, margin, hasParallel, isToolKnown, isTimely }: Evidence): Confidence {
  const doubts = [
    cadence > 15,
    cadence > 35,
    margin < (hasParallel ? 6 : 3),
    margin < (hasParallel ? 3 : 1.5),
    !isToolKnown,
    !isTimely,
  ].filter(Boolean).length;
  return doubts === 0 ? 'A' : doubts === 1 ? 'B' : 'C';
}
