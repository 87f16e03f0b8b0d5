/**
 * A measure month by month between the limits of its own season, with the months that stand out marked and named.
 *
 * Drawn in the measure's own unit, not as the deviation that the limits were computed on: "1,240 requests, where 700 to 1,100 were to
 * be expected" needs no explaining to a councillor, a log ratio of 0.31 does. The price is a band that moves with the seasons.
 * Each month has the limits that it was judged by, so they go in steps. A run is a bar over its months.
 */

import * as Plot from '@observablehq/plot';
import { scaleLinear, scaleUtc } from 'd3';
import type { ChartOptions, Shade } from './chart-options.ts';
import { lineMarks } from './line-marks.ts';
import { monthSteps, type MonthStep } from './month-steps.ts';
import type { Box } from './place-labels.ts';
import { pointNames } from './point-names.ts';
import { runMarks, runsOf, type RunSide } from './signal-runs.ts';
import { eventMarks, middleOf, timeDomain, yearAxis } from './time-axis.ts';
import { axisWidth, boldWidth, valueAxis, valueDomain } from './value-axis.ts';

export interface SignalMonth {
  /** First day of the month. */
  readonly month: string;
  /** Written beside a month that stands out: `Feb 2025`. */
  readonly label: string;
  readonly value: number | null;
  /** What was to be expected, on the value's own scale, and the limits around it; null in a month not judged. */
  readonly middle: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Dashed, and never a signal: it will still move. */
  readonly isProvisional: boolean;
  readonly signal: 'none' | 'above' | 'below' | 'run_above' | 'run_below';
}

export interface SignalsOptions extends ChartOptions {
  readonly isShare: boolean;
  readonly shades: readonly Shade[];
  /** `9 months above`. */
  readonly runLabel: (months: number, side: RunSide) => string;
}

/** Where the points are drawn, in CSS pixels. */
interface PointScales {
  readonly frame: Box;
  readonly x: (at: Date) => number;
  readonly y: (value: number) => number;
}

const marginBottom = 24;

/** Null where no month has a value. */
export function signals(months: readonly SignalMonth[], options: SignalsOptions): Element | null {
  const { width, height, formatValue, document, isShare, shades } = options;
  const newest = months.findLast((month) => month.value !== null);
  if (!newest) return null;
  const time = timeDomain(months.map(({ month }) => month));
  const domain = domainOf(months, isShare);
  const runs = runsOf(months);
  const marginTop = runs.length > 0 ? 46 : 14;
  const marginLeft = axisWidth(domain, formatValue);
  const marginRight = 16 + boldWidth * formatValue(newest.value as number).length;
  const x = scaleUtc(time, [marginLeft, width - marginRight]);
  const y = scaleLinear(domain, [height - marginBottom, marginTop]);
  const at = (month: SignalMonth): Date => middleOf(month.month);
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
      yearAxis(time, width - marginLeft - marginRight),
      limitMarks(months, domain),
      lineMarks(
        months.map((month) => ({ ...month, isUnfinished: false })),
        'var(--accent)',
      ),
      Plot.dot(
        months.filter(({ value, isProvisional }) => value !== null && !isProvisional),
        { x: at, y: 'value', r: 2.25, fill: 'var(--accent)' },
      ),
      runMarks(runs, domain[1], options, x),
      monthNames(newest, months, options, {
        frame: { left: marginLeft, right: width, top: marginTop - 8, bottom: height - marginBottom + 8 },
        x,
        y,
      }),
    ],
  });
}

const isJudged = ({ middle, lower, upper }: SignalMonth): boolean =>
  middle !== null && lower !== null && upper !== null;

/** Room for each value, and for limits up to half as high again: one of a small count may be far beyond all that was seen. */
function domainOf(months: readonly SignalMonth[], isShare: boolean): [number, number] {
  const seen = months.flatMap(({ value, middle }) => [value, middle]).filter((value) => value !== null);
  const most = Math.max(...seen) * 1.5;
  const limits = months.flatMap(({ lower, upper }) => [lower, upper === null ? null : Math.min(upper, most)]);
  return valueDomain([...seen, ...limits], isShare);
}

function limitMarks(months: readonly SignalMonth[], [low, high]: readonly [number, number]): Plot.Markish[] {
  const steps = monthSteps(months, isJudged);
  const inside = (value: number | null | undefined): number =>
    value === null || value === undefined ? NaN : Math.min(high, Math.max(low, value));
  const edge =
    (key: 'lower' | 'middle' | 'upper') =>
    ({ row }: MonthStep<SignalMonth>): number =>
      inside(row?.[key]);
  return [
    Plot.areaY(steps, { x: 'at', y1: edge('lower'), y2: edge('upper'), fill: 'var(--band)' }),
    (['lower', 'upper'] as const).map((key) =>
      Plot.lineY(steps, { x: 'at', y: edge(key), stroke: 'var(--median)', strokeWidth: 1 }),
    ),
    Plot.lineY(steps, { x: 'at', y: edge('middle'), stroke: 'var(--second)', strokeWidth: 1, strokeDasharray: '2 2' }),
  ];
}

/** The newest month's value, and each month beyond its limits by a triangle that points the way out, with its name. */
function monthNames(
  newest: SignalMonth,
  months: readonly SignalMonth[],
  { formatValue }: SignalsOptions,
  { frame, x, y }: PointScales,
): Plot.Markish[] {
  const valued = months.filter((month) => month.value !== null);
  const placed = (month: SignalMonth, text: string) => ({
    lines: [text],
    x: x(middleOf(month.month)),
    y: y(month.value as number),
  });
  const beyond = valued.filter(({ signal }) => signal === 'above' || signal === 'below').toReversed();
  const labels = [
    placed(newest, formatValue(newest.value as number)),
    ...beyond.map((month) => placed(month, month.label)),
  ];
  return [
    ...beyond.map((month) =>
      Plot.dot([month], {
        x: middleOf(month.month),
        y: 'value',
        r: 6,
        symbol: 'triangle',
        rotate: month.signal === 'above' ? 0 : 180,
        fill: 'var(--accent)',
      }),
    ),
    pointNames(labels, { frame, points: valued.map((month) => placed(month, '')) }),
  ];
}
