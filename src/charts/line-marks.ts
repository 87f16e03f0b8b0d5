/** One line over months: solid where final, dashed with hollow points where provisional, apart where unfinished. */

import * as Plot from '@observablehq/plot';
import type { ChartPoint, LineBreak } from './chart-options.ts';
import { middleOf } from './time-axis.ts';

interface Mark {
  readonly at: Date;
  readonly value: number | null;
}

export function lineMarks(
  points: readonly ChartPoint[],
  stroke: string,
  breaks: readonly LineBreak[] = [],
): Plot.Markish[] {
  const whole = apart(
    points.filter((point) => !point.isUnfinished),
    breaks,
  );
  const hollow = points.filter((point) => point.value !== null && (point.isProvisional || point.isUnfinished));
  const lonely = whole.filter((point, index) => isLonely(whole, index) && !point.isProvisional);
  return [
    Plot.lineY(
      toMarks(whole, (point) => !point.isProvisional),
      { x: 'at', y: 'value', stroke, strokeWidth: 2 },
    ),
    Plot.lineY(
      toMarks(whole, (_, index) => isDashed(whole, index)),
      {
        x: 'at',
        y: 'value',
        stroke,
        strokeWidth: 2,
        strokeDasharray: '3 3',
      },
    ),
    Plot.dot(toMarks(lonely), { x: 'at', y: 'value', r: 2.5, fill: stroke }),
    Plot.dot(toMarks(hollow), { x: 'at', y: 'value', r: 3, stroke, strokeWidth: 1.5, fill: 'var(--ground)' }),
  ];
}

/** A month without a value before the first month of each break, so that no line runs over it. */
function apart(points: readonly ChartPoint[], breaks: readonly LineBreak[]): ChartPoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]?.month;
    const isBroken = before !== undefined && breaks.some(({ on }) => on > before && on <= point.month);
    return isBroken ? [{ ...point, value: null }, point] : [point];
  });
}

function toMarks(
  points: readonly ChartPoint[],
  isShown: (point: ChartPoint, index: number) => boolean = () => true,
): Mark[] {
  return points.map((point, index) => ({
    at: middleOf(point.month),
    value: isShown(point, index) ? point.value : null,
  }));
}

/** Provisional, or the final month before or after one, so that the dashes join the line. */
function isDashed(points: readonly ChartPoint[], index: number): boolean {
  return [index - 1, index, index + 1].some((at) => points[at]?.isProvisional === true);
}

/** A value between two gaps, which a line alone would not show. */
function isLonely(points: readonly ChartPoint[], index: number): boolean {
  const hasValue = (at: number): boolean => (points[at]?.value ?? null) !== null;
  return hasValue(index) && !hasValue(index - 1) && !hasValue(index + 1);
}
