/** The vertical axis: few round ticks, a light grid, and for shares an end at 100 %. */

import * as Plot from '@observablehq/plot';
import { ticks } from 'd3';

/** CSS pixels of an average figure or letter at the size that the site gives charts, and of one in bold. */
export const letterWidth = 8.2;
export const boldWidth = 9.4;

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

export function valueAxis(domain: readonly [number, number], formatValue: (value: number) => string): Plot.Markish[] {
  const marks = tickValues(domain, formatValue);
  return [
    Plot.ruleY(marks, { stroke: 'var(--grid)' }),
    Plot.axisY(marks, {
      tickFormat: (value: number) => formatValue(value),
      tickSize: 0,
      tickPadding: axisWidth(domain, formatValue) - 2,
      textAnchor: 'start',
      label: null,
      color: 'var(--muted)',
    }),
  ];
}

/** Room for the longest number of the axis, which begins where the text of the page does. */
export function axisWidth(domain: readonly [number, number], formatValue: (value: number) => string): number {
  return Math.ceil(
    8 + letterWidth * Math.max(...tickValues(domain, formatValue).map((value) => formatValue(value).length)),
  );
}

/** Whole numbers alone where finer ones would read the same: one request has no fifths. */
function tickValues([low, high]: readonly [number, number], formatValue: (value: number) => string): number[] {
  const all = ticks(low, high, 4);
  const isDistinct = new Set(all.map(formatValue)).size === all.length;
  return isDistinct ? all : all.filter(Number.isInteger);
}
