/**
 * The rate of each area against its number of requests, between the limits that chance alone would keep.
 *
 * Where an area stands from left to right says how much it asked, not how well it was served; only those outside are named.
 */

import * as Plot from '@observablehq/plot';
import { scaleLinear, ticks } from 'd3';
import type { ChartOptions } from './chart-options.ts';
import type { Box } from './place-labels.ts';
import { pointNames } from './point-names.ts';
import { spread } from './spread.ts';
import { narrowLines } from './break-lines.ts';
import { axisWidth, letterWidth, valueAxis } from './value-axis.ts';

export interface FunnelArea {
  readonly label: string;
  readonly value: number;
  readonly count: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
  readonly position: 'within' | 'beyond_95' | 'beyond_998';
}

export interface FunnelOptions extends ChartOptions {
  readonly formatCount: (count: number) => string;
  readonly center: number;
  readonly centerLabel: string;
  /** At the ends of the lines: `95%` and `99.8%`. */
  readonly limitLabels: { readonly inner: string; readonly outer: string };
  /** Under the axis: `Number of requests`. */
  readonly countLabel: string;
}

/** From a number to its place in the drawing, in CSS pixels. */
interface Scales {
  readonly x: (count: number) => number;
  readonly y: (value: number) => number;
}

const marginTop = 34;
const marginBottom = 46;
const narrowestSpan = 0.1;
const limits = ['lower95', 'upper95', 'lower998', 'upper998'] as const;

/** Null where there is no area. */
export function funnel(areas: readonly FunnelArea[], options: FunnelOptions): Element | null {
  if (areas.length === 0) return null;
  const { width, height, formatValue, formatCount, document, center, centerLabel, limitLabels, countLabel } = options;
  const byCount = areas.toSorted((a, b) => a.count - b.count);
  const domain = rateDomain(areas, center);
  const counts = countDomain(byCount);
  const marginLeft = axisWidth(domain, formatValue);
  const marginRight = 14 + letterWidth * Math.max(limitLabels.inner.length, limitLabels.outer.length);
  const frame = { left: marginLeft, right: width - marginRight, top: marginTop, bottom: height - marginBottom };
  const scales: Scales = {
    x: scaleLinear(counts, [frame.left, frame.right]),
    y: scaleLinear(domain, [frame.bottom, frame.top]),
  };
  return Plot.plot({
    document,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: { domain: counts },
    y: { domain },
    marks: [
      valueAxis(domain, formatValue),
      countAxis(counts, width, formatCount, countLabel),
      limitMarks(byCount, counts),
      limitNames(byCount.at(-1) as FunnelArea, options, scales, frame.bottom),
      Plot.ruleY([center], { stroke: 'var(--ink)', strokeWidth: 1.25 }),
      cityName(centerLabel, marginLeft),
      areaMarks(areas),
      areaNames(byCount, width, scales, frame),
    ],
  });
}

/** Room for every limit and every rate, inside 0 to 1. */
function rateDomain(areas: readonly FunnelArea[], center: number): [number, number] {
  const ends = areas.flatMap((area) => [area.value, area.lower998, area.upper998]);
  const low = Math.min(center, ...ends);
  const high = Math.max(center, ...ends);
  const room = Math.max((high - low) * 0.06, (narrowestSpan - (high - low)) / 2);
  return [Math.max(0, low - room), Math.min(1, high + room)];
}

function countDomain(byCount: readonly FunnelArea[]): [number, number] {
  const least = byCount[0]?.count ?? 0;
  const most = byCount.at(-1)?.count ?? 0;
  const room = Math.max((most - least) * 0.06, most * 0.02, 1);
  return [Math.max(0, least - room), most + room];
}

function countAxis(
  counts: readonly [number, number],
  width: number,
  formatCount: (count: number) => string,
  label: string,
): Plot.Markish[] {
  const whole = ticks(counts[0], counts[1], width < 400 ? 3 : 6).filter(Number.isInteger);
  return [
    Plot.axisX(whole, {
      tickFormat: (count: number) => formatCount(count),
      tickSize: 5,
      tickPadding: 4,
      label: null,
      stroke: 'var(--line)',
      fill: 'var(--muted)',
    }),
    Plot.text([label], { frameAnchor: 'bottom-right', dy: marginBottom - 6, fill: 'var(--muted)' }),
  ];
}

/** The wider pair is unbroken, the narrower dashed. */
function limitMarks(byCount: readonly FunnelArea[], [least, most]: readonly [number, number]): Plot.Markish[] {
  const isOneCount = byCount[0]?.count === byCount.at(-1)?.count;
  const ends = isOneCount ? [least, most].map((count) => ({ ...(byCount[0] as FunnelArea), count })) : byCount;
  return limits.map((limit) =>
    Plot.lineY(ends, {
      x: 'count',
      y: limit,
      stroke: 'var(--second)',
      strokeWidth: 1.25,
      ...(limit.endsWith('95') ? { strokeDasharray: '4 3' } : {}),
    }),
  );
}

/** At the right ends of the upper limits, moved apart where they meet. */
function limitNames(last: FunnelArea, { limitLabels }: FunnelOptions, { y }: Scales, bottom: number): Plot.Markish[] {
  const [outer, inner] = spread([y(last.upper998), y(last.upper95)], 16, bottom - 6) as [number, number];
  const name = (text: string, at: number, value: number): Plot.Markish =>
    Plot.text([text], {
      frameAnchor: 'right',
      y: [value],
      dx: 6,
      dy: at - y(value),
      textAnchor: 'start',
      fill: 'var(--muted)',
    });
  return [name(limitLabels.outer, outer, last.upper998), name(limitLabels.inner, inner, last.upper95)];
}

/** Three shapes: a ring inside the limits, a disc beyond the inner ones, a larger diamond beyond the outer. */
function areaMarks(areas: readonly FunnelArea[]): Plot.Markish[] {
  const at = { x: 'count', y: 'value' } as const;
  const those = (position: FunnelArea['position']) => areas.filter((area) => area.position === position);
  return [
    Plot.dot(those('within'), { ...at, r: 3.5, stroke: 'var(--second)', strokeWidth: 1.5, fill: 'var(--ground)' }),
    Plot.dot(those('beyond_95'), { ...at, r: 4.5, fill: 'var(--accent)', stroke: 'var(--ground)' }),
    Plot.dot(those('beyond_998'), { ...at, r: 7, symbol: 'diamond', fill: 'var(--accent)', stroke: 'var(--ground)' }),
  ];
}

/** Over the chart, after a piece of the line: on the line the name would lie among the dots. */
function cityName(label: string, marginLeft: number): Plot.Markish[] {
  const at = {
    frameAnchor: 'top-left',
    lineAnchor: 'middle',
    textAnchor: 'start',
    dy: 10 - marginTop,
    fill: 'var(--ink)',
  } as const;
  return [
    Plot.text(['—'], { ...at, dx: 2 - marginLeft, fontWeight: 700 }),
    Plot.text([label], { ...at, dx: 24 - marginLeft }),
  ];
}

/** The areas outside, those beyond the outer limits first; one without room is left to the card, which lists them all. */
function areaNames(byCount: readonly FunnelArea[], width: number, { x, y }: Scales, frame: Box): Plot.Markish {
  const at = (area: FunnelArea) => ({ x: x(area.count), y: y(area.value) });
  const outside = (['beyond_998', 'beyond_95'] as const).flatMap((position) =>
    byCount.filter((area) => area.position === position),
  );
  const labels = outside.map((area) => ({ ...at(area), lines: narrowLines(area.label, width < 400 ? 18 : 30) }));
  const within = byCount.filter((area) => area.position === 'within');
  return pointNames(labels, { frame: { ...frame, right: width }, points: within.map(at) });
}
