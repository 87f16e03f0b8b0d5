/**
 * On which day, counted from the day it was due, requests were closed: a bar for each day, and one for those still open.
 *
 * A pile of closings on the last day can be a city that keeps its word, or tickets closed to look so. The chart shows the pile.
 */

import * as Plot from '@observablehq/plot';
import type { ChartOptions } from './chart-options.ts';
import { keepApart } from './keep-apart.ts';
import { axisWidth, boldWidth, letterWidth, valueAxis, valueDomain } from './value-axis.ts';

export interface DueDay {
  /** Days after the due day, before it where negative; -31 and 31 are that or more; null: still open, or never dealt with. */
  readonly days: number | null;
  readonly count: number;
}

export interface DueDaysOptions extends ChartOptions {
  /** Over the four parts, a line for the words and one for the number: `['Before', '5,210']`. */
  readonly labels: Readonly<Record<'before' | 'due' | 'after' | 'open', readonly [string, string]>>;
  /** Under a bar: `-14` as `14 days early`, the ends as `31 or more`; on a phone without the unit. */
  readonly formatDay: (days: number) => string;
}

const most = 31;
/** The bar of those still open stands apart, and is no wider than the others. */
const openAt = 37;
const last = 38;
const marginTop = 50;
const marginBottom = 28;
const marginRight = 4;

/** Null where nothing fell due. */
export function dueDays(
  rows: readonly DueDay[],
  { width, height, formatValue, document, labels, formatDay }: DueDaysOptions,
): Element | null {
  const counted = rows.filter((row) => row.count > 0);
  if (counted.length === 0) return null;
  const domain = valueDomain(
    counted.map((row) => row.count),
    false,
  );
  const marginLeft = axisWidth(domain, formatValue);
  const bars = counted.map((row) => ({ ...row, ...sidesOf(row.days), fill: fillOf(row.days) }));
  const pixels = width - marginLeft - marginRight;
  return Plot.plot({
    document,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: { domain: [-most - 0.5, last], axis: null },
    y: { domain },
    marks: [
      valueAxis(domain, formatValue),
      Plot.ruleX([0], { stroke: 'var(--ink)', strokeWidth: 1, strokeDasharray: '2 3' }),
      Plot.rect(bars, { x1: 'left', x2: 'right', y1: 0, y2: 'count', fill: 'fill' }),
      Plot.ruleY([0], { stroke: 'var(--muted)' }),
      dayNames(formatDay, pixels),
      partNames(labels, pixels),
    ],
  });
}

function sidesOf(days: number | null): { left: number; right: number } {
  const middle = days ?? openAt;
  return { left: middle - 0.42, right: middle + 0.42 };
}

function fillOf(days: number | null): string {
  return days === 0 ? 'var(--accent)' : 'var(--second)';
}

/** The due day, the ends, which keep inside the chart, and the weeks that have room. */
function dayNames(formatDay: (days: number) => string, pixels: number): Plot.Markish[] {
  const names = [0, -most, most, -14, 14, -7, 7].map((days) => {
    const width = letterWidth * formatDay(days).length;
    const at = ((days + most + 0.5) / (last + most + 0.5)) * pixels;
    return { days, width, ...(Math.abs(days) < most ? { at, anchor: 'middle' as const } : inward(days, at, width)) };
  });
  return keepApart(names).map(({ days, anchor }) =>
    Plot.text([formatDay(days)], {
      x: [days],
      frameAnchor: 'bottom',
      dy: 18,
      dx: anchor === 'start' ? -5 : anchor === 'end' ? 5 : 0,
      textAnchor: anchor,
      fill: 'var(--muted)',
    }),
  );
}

function inward(days: number, at: number, width: number): { at: number; anchor: 'start' | 'end' } {
  return days < 0 ? { at: at + width / 2, anchor: 'start' } : { at: at - width / 2, anchor: 'end' };
}

/** Half way between the names on both sides, in days: on a phone they leave little room. */
function midAfter({ due, open }: DueDaysOptions['labels'], pixels: number): number {
  const days = (last + most + 0.5) / pixels;
  const widthOf = ([words, number]: readonly [string, string]): number =>
    days * Math.max(letterWidth * words.length, boldWidth * number.length);
  return (widthOf(due) / 2 + last - widthOf(open)) / 2;
}

/** Words over numbers, each over its part of the chart. */
function partNames(labels: DueDaysOptions['labels'], pixels: number): Plot.Markish[] {
  const parts = [
    { part: 'before', at: -most - 0.5, textAnchor: 'start' },
    { part: 'due', at: 0, textAnchor: 'middle' },
    { part: 'after', at: Math.min(15, midAfter(labels, pixels)), textAnchor: 'middle' },
    { part: 'open', at: last, textAnchor: 'end' },
  ] as const;
  return parts.flatMap(({ part, at, textAnchor }) =>
    labels[part].map((line, index) =>
      Plot.text([line], {
        x: [at],
        frameAnchor: 'top',
        dy: index * 17 - 40,
        textAnchor,
        fill: 'var(--ink)',
        fontWeight: index === 1 ? 700 : 400,
      }),
    ),
  );
}
