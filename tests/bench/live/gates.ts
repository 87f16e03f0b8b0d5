/** What the matching must reach before anything it says is shown, and what it aims at. Shares of streets, 0–1. */

export interface Gate {
  readonly falseDone: readonly [must: number, aim: number];
  readonly recall: readonly [must: number, aim: number];
  readonly falseDoneParallel?: readonly [must: number, aim: number];
}

/** By seconds between fixes. */
export const gates: Readonly<Record<number, Gate>> = {
  10: { falseDone: [0.01, 0.005], recall: [0.93, 0.95], falseDoneParallel: [0.015, 0.01] },
  30: { falseDone: [0.015, 0.01], recall: [0.85, 0.87] },
};

/** One publish with 100 vehicles, the 99th percentile: milliseconds. */
export const publishGate = [250, 50] as const;
