/**
 * The share of requests dealt with, by days waited, with its interval; where half and nine in ten are reached.
 *
 * Days are on a linear scale that ends soon after nine in ten: equal waits are equal lengths, and the tail does not flatten the
 * days that most people ask about. The shares are known at whole days, by the week and the month further on, and are joined
 * straight: steps of a month would say that nothing is done in between.
 */

import * as Plot from '@observablehq/plot';
import type { ChartOptions } from './chart-options.ts';
import { keepApart } from './keep-apart.ts';
import { axisWidth, boldWidth, letterWidth, valueAxis } from './value-axis.ts';

export interface WaitedDay {
  readonly days: number;
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A share that is reached, such as the half, and in how many days. */
export interface ReachedShare {
  readonly share: number;
  readonly days: number;
  /** `Half`, and under it `4.8 days`. */
  readonly label: string;
  readonly words: string;
}

export interface DealtWithCurveOptions extends ChartOptions {
  readonly formatDays: (days: number) => string;
  /** The half and nine in ten, where they are reached. */
  readonly reached: readonly ReachedShare[];
  /** Where the reader stands: the days already waited. */
  readonly here: { readonly days: number; readonly label: string } | null;
}

const shares: [number, number] = [0, 1];
const marginTop = 30;
const marginRight = 36;
const marginBottom = 26;
const fewestDays = 3;
/** A share that is this far from the straight line between two days bends it. */
const farOff = 0.1;
/** The days that may be named on an axis of so many days, those that matter most first. */
const namedDays = [
  { most: 45, days: [7, 1, 14, 30, 21, 3, 2] },
  { most: 150, days: [30, 7, 90, 60, 120, 14, 1] },
  { most: Number.POSITIVE_INFINITY, days: [90, 180, 365, 30, 270, 7] },
];

/** Null where no share is known. */
export function dealtWithCurve(
  rows: readonly WaitedDay[],
  { width, height, formatValue, formatDays, document, reached, here }: DealtWithCurveOptions,
): Element | null {
  const known = rows.filter((row) => row.share !== null);
  const last = lastDay(known, reached, here?.days ?? 0);
  if (last === null) return null;
  const shown = upTo(known, last);
  const band = banded(shown, reached);
  const marginLeft = axisWidth(shares, formatValue);
  const pixels = (days: number): number => (days / last) * (width - marginLeft - marginRight);
  const room = width - marginLeft - 4;
  return Plot.plot({
    document,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: { domain: [0, last] },
    y: { domain: shares },
    marks: [
      valueAxis(shares, formatValue),
      Plot.axisX(daysWithRoom(last, pixels, formatDays), {
        tickFormat: (days: number) => formatDays(days),
        tickSize: 5,
        tickPadding: 4,
        label: null,
        stroke: 'var(--line)',
        fill: 'var(--muted)',
      }),
      Plot.areaY(band, { x: 'days', y1: 'lower', y2: 'upper', fill: 'var(--band)' }),
      (['lower', 'upper'] as const).map((edge) =>
        Plot.lineY(band, { x: 'days', y: edge, stroke: 'var(--median)', strokeWidth: 0.5 }),
      ),
      here === null ? [] : hereMarks(here, pixels(here.days), room),
      Plot.lineY(through(shown, reached), { x: 'days', y: 'share', stroke: 'var(--accent)', strokeWidth: 2.5 }),
      Plot.dot(shown.length === 1 ? shown : [], { x: 'days', y: 'share', r: 4, fill: 'var(--accent)' }),
      reached.filter(({ days }) => days <= last).map((one) => reachedMarks(one, pixels(one.days), room)),
    ],
  });
}

/** Well past nine in ten, with room for its name, or past the reader's own day; where that is not reached, all that is known. */
function lastDay(known: readonly WaitedDay[], reached: readonly ReachedShare[], here: number): number | null {
  const newest = known.at(-1);
  if (!newest) return null;
  const nine = reached.find(({ share }) => share >= 0.9);
  const wanted = nine ? Math.max(nine.days, here) * 1.4 : newest.days;
  return Math.max(fewestDays, here, Math.min(wanted, newest.days));
}

/** The days until the last, and a point on it, so that the line ends with the axis. */
function upTo(known: readonly WaitedDay[], last: number): WaitedDay[] {
  const inside = known.filter((row) => row.days <= last);
  const before = inside.at(-1);
  const next = known.find((row) => row.days > last);
  if (!before || !next || before.days === last) return inside;
  const part = (last - before.days) / (next.days - before.days);
  const at = (key: 'share' | 'lower' | 'upper'): number => between(before[key], next[key], part);
  return [...inside, { days: last, share: at('share'), lower: at('lower'), upper: at('upper') }];
}

function between(a: number | null, b: number | null, part: number): number {
  return a === null || b === null ? NaN : a + (b - a) * part;
}

/** No band where the line bends between two known days: within hours there is no interval to show. */
function banded(shown: readonly WaitedDay[], reached: readonly ReachedShare[]): WaitedDay[] {
  return shown.flatMap((row, index) => {
    const next = shown[index + 1];
    const bends = reached.some(({ share, days }) => {
      if (!next || days <= row.days || days >= next.days) return false;
      return Math.abs(share - between(row.share, next.share, (days - row.days) / (next.days - row.days))) > farOff;
    });
    return bends ? [row, { days: row.days, share: null, lower: NaN, upper: NaN }] : [row];
  });
}

/** The line with the days of the reached shares, which lie between two whole days. */
function through(shown: readonly WaitedDay[], reached: readonly ReachedShare[]): Pick<WaitedDay, 'days' | 'share'>[] {
  const last = shown.at(-1)?.days ?? 0;
  return [...shown, ...reached.filter(({ days }) => days <= last)].toSorted(
    (a, b) => a.days - b.days || (a.share ?? 0) - (b.share ?? 0),
  );
}

/** Days whose names do not touch, from the most wanted down. */
function daysWithRoom(last: number, pixels: (days: number) => number, formatDays: (days: number) => string): number[] {
  const wanted = namedDays.find(({ most }) => last <= most)?.days ?? [];
  const names = wanted
    .filter((days) => days <= last)
    .map((days) => ({ days, at: pixels(days), width: letterWidth * formatDays(days).length }));
  return keepApart(names).map(({ days }) => days);
}

/** From the line down to the day; its words stand under the line, where nothing else is. */
function reachedMarks({ label, words, share, days }: ReachedShare, at: number, room: number): Plot.Markish[] {
  return [
    Plot.ruleX([days], { y1: 0, y2: share, stroke: 'var(--ink)', strokeDasharray: '2 3' }),
    Plot.dot([share], { x: [days], y: [share], r: 4.5, fill: 'var(--accent)', stroke: 'var(--ground)' }),
    Plot.text([`${label}\n${words}`], {
      x: [days],
      y: [share * 0.48],
      ...sideFor([label, words], at, room),
      fill: 'var(--ink)',
      fontWeight: 700,
      stroke: 'var(--ground)',
      strokeWidth: 4,
    }),
  ];
}

function hereMarks(here: { days: number; label: string }, at: number, room: number): Plot.Markish[] {
  return [
    Plot.ruleX([here.days], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
    Plot.text([here.label], {
      x: [here.days],
      frameAnchor: 'top',
      dy: -20,
      ...sideFor([here.label], at, room),
      fill: 'var(--ink)',
    }),
  ];
}

/** To the right of its place, or to the left where the chart ends first. */
function sideFor(lines: readonly string[], at: number, room: number): { textAnchor: 'start' | 'end'; dx: number } {
  return at + 8 + boldWidth * Math.max(...lines.map((line) => line.length)) <= room
    ? { textAnchor: 'start', dx: 6 }
    : { textAnchor: 'end', dx: -6 };
}
