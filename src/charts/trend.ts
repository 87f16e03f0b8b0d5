/** One measure month by month, before the band of the same month in earlier years. */

import * as Plot from '@observablehq/plot';
import type { ChartOptions, ChartPoint, LineBreak, Shade, TimeOptions } from './chart-options.ts';
import { lineMarks } from './line-marks.ts';
import { targetEnd, targetMarks, type TargetLine } from './target-line.ts';
import { breakMarks, eventMarks, middleOf, timeAxis, timeDomain } from './time-axis.ts';
import { axisWidth, boldWidth, letterWidth, valueAxis, valueDomain } from './value-axis.ts';

export interface TrendPoint extends ChartPoint {
  readonly band: { readonly low: number; readonly median: number; readonly high: number } | null;
}

export interface TrendOptions extends ChartOptions, TimeOptions {
  readonly isShare: boolean;
  readonly shades: readonly Shade[];
  /** The month whose value is written beside its point. */
  readonly markedMonth: string | null;
  readonly target?: TargetLine | null;
  readonly breaks?: readonly LineBreak[];
}

const marginTop = 22;
const marginBottom = 24;
const labelHeight = 18;

/** Null where no month has a value. */
export function trend(
  points: readonly TrendPoint[],
  {
    width,
    height,
    formatValue,
    formatMonth,
    document,
    isShare,
    shades,
    markedMonth,
    target = null,
    breaks = [],
  }: TrendOptions,
): Element | null {
  if (points.every((point) => point.value === null)) return null;
  const months = points.map((point) => point.month);
  const time = timeDomain(months);
  const domain = valueDomain(
    [
      ...points.flatMap((point) => [point.value, point.band?.high ?? null, point.band?.low ?? null]),
      ...(target?.months ?? []).map((month) => month.value),
    ],
    isShare,
  );
  const band = points.map((point) => ({
    at: middleOf(point.month),
    ...(point.band ?? { low: NaN, median: NaN, high: NaN }),
  }));
  const marked = points.filter((point) => point.month === markedMonth && point.value !== null);
  const at = (point: TrendPoint): Date => middleOf(point.month);
  const marginLeft = axisWidth(domain, formatValue);
  const end = targetEnd(target);
  const markedWidth = boldWidth * Math.max(0, ...marked.map((point) => formatValue(point.value as number).length));
  const marginRight = 16 + Math.max(markedWidth, letterWidth * (end?.label.length ?? 0));
  return Plot.plot({
    document,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: { type: 'utc', domain: time },
    y: { domain },
    marks: [
      eventMarks(shades, time, domain),
      valueAxis(domain, formatValue),
      timeAxis(months, width - marginLeft - marginRight, formatMonth),
      Plot.areaY(band, { x: 'at', y1: 'low', y2: 'high', fill: 'var(--band)' }),
      (['low', 'high'] as const).map((edge) =>
        Plot.lineY(band, { x: 'at', y: edge, stroke: 'var(--median)', strokeWidth: 0.5 }),
      ),
      Plot.lineY(band, { x: 'at', y: 'median', stroke: 'var(--median)', strokeWidth: 1.25 }),
      breakMarks(breaks, time, width - marginLeft - marginRight),
      target === null ? [] : targetMarks(target),
      end === null ? [] : targetName(end, time[1], shiftFrom(marked[0]?.value ?? null, end.value, domain, height)),
      lineMarks(points, 'var(--accent)', breaks),
      Plot.dot(
        marked.filter((point) => !point.isProvisional),
        { x: at, y: 'value', r: 4, fill: 'var(--accent)' },
      ),
      Plot.text(marked, {
        x: at,
        y: 'value',
        text: (point: TrendPoint) => formatValue(point.value as number),
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 5,
        fontWeight: 700,
      }),
    ],
  });
}

function targetName(end: { label: string; value: number }, at: Date, dy: number): Plot.Markish {
  return Plot.text([end.label], { x: [at], y: [end.value], textAnchor: 'start', dx: 4, dy, fill: 'var(--ink)' });
}

/** How far the target's name must move so that the marked value beside it can be read, in pixels downwards. */
function shiftFrom(
  marked: number | null,
  target: number,
  [low, high]: readonly [number, number],
  height: number,
): number {
  if (marked === null) return 0;
  const apart = ((marked - target) / (high - low)) * (height - marginTop - marginBottom);
  const missing = labelHeight - Math.abs(apart);
  return missing <= 0 ? 0 : apart > 0 ? missing : -missing;
}
