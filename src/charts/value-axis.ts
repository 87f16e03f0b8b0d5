/** The vertical axis: few round ticks, a light grid, and for shares an end at 100 %. */

import * as Plot from '@observablehq/plot';
import { ticks } from 'd3';

/** The lowest and highest value of the axis: counts and days from 0, shares from 0 or from a half. */
export function valueDomain(values: readonly (number | null)[], isShare: boolean): [number, number] {
  const present = values.filter((value) => value !== null);
  if (isShare) return [Math.min(...present, 1) < 0.5 ? 0 : 0.5, 1];
  const highest = Math.max(...present, 1);
  const step = ticks(0, highest, 4);
  const last = step.at(-1) as number;
  const width = (step[1] ?? last) - (step[0] ?? 0) || 1;
  return [0, last >= highest ? last : last + width];
}

export function valueAxis([low, high]: readonly [number, number], formatValue: (value: number) => string): Plot.Markish[] {
  const marks = ticks(low, high, 4);
  return [
    Plot.ruleY(marks, { stroke: 'var(--grid)' }),
    Plot.axisY(marks, {
      tickFormat: (value: number) => formatValue(value),
      tickSize: 0,
      tickPadding: 6,
      label: null,
      color: 'var(--muted)',
    }),
  ];
}
