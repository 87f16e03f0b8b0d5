/** Months in a row on one side of what was to be expected: eight make a signal, and all of them are shown as one bar. */

import * as Plot from '@observablehq/plot';
import { spread } from './spread.ts';
import { timeDomain } from './time-axis.ts';
import { letterWidth } from './value-axis.ts';

export type RunSide = 'above' | 'below';

interface JudgedMonth {
  readonly month: string;
  readonly signal: string;
}

interface RunOptions {
  readonly width: number;
  readonly runLabel: (months: number, side: RunSide) => string;
}

interface Run {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly side: RunSide;
}

const runLength = 8;

/** Each stretch of months on one side, seven before the first that made it a run. */
export function runsOf(months: readonly JudgedMonth[]): Run[] {
  return (['above', 'below'] as const).flatMap((side) =>
    stretches(months, side).map(([from, to]) => ({
      from: months[from]?.month as string,
      to: months[to]?.month as string,
      months: to - from + 1,
      side,
    })),
  );
}

function stretches(months: readonly JudgedMonth[], side: RunSide): [number, number][] {
  const found: [number, number][] = [];
  months.forEach(({ signal }, index) => {
    if (signal !== `run_${side}`) return;
    const last = found.at(-1);
    const from = Math.max(0, index - runLength + 1);
    if (last && from <= last[1] + 1) last[1] = index;
    else found.push([from, index]);
  });
  return found;
}

/** A bar over the months of each run, and how many they are. */
export function runMarks(
  runs: readonly Run[],
  top: number,
  { runLabel, width }: RunOptions,
  x: (at: Date) => number,
): Plot.Markish[] {
  const bars = runs.map((run) => {
    const from = new Date(`${run.from}T00:00:00Z`);
    const to = timeDomain([run.to])[1];
    return { from, to, middle: (x(from) + x(to)) / 2, text: runLabel(run.months, run.side) };
  });
  const widest = Math.max(0, ...bars.map(({ text }) => letterWidth * text.length)) + 8;
  const places = spread(
    bars.map(({ middle }) => middle - widest / 2),
    widest,
    width - widest,
  );
  return bars.flatMap((bar, index) => [
    Plot.ruleY([bar], { x1: 'from', x2: 'to', y: () => top, dy: -10, stroke: 'var(--accent)', strokeWidth: 5 }),
    Plot.text([bar.text], {
      x: [bar.from],
      frameAnchor: 'top',
      dx: (places[index] as number) + widest / 2 - x(bar.from),
      dy: -26,
      fill: 'var(--ink)',
    }),
  ]);
}
