/** Where a month stands on the time axis, and the marks that every chart over time begins with. */

import * as Plot from '@observablehq/plot';
import type { LineBreak, Shade } from './chart-options.ts';
import { letterWidth } from './value-axis.ts';

const dayMilliseconds = 86_400_000;
const longDays = 7;
/** More are named by their years: a year and a half holds a New Year’s Day, and words on both sides of it. */
const mostMonths = 18;

/** Months stand at their middle, so that an event inside one is drawn beside its point. */
export function middleOf(month: string): Date {
  return new Date(`${month.slice(0, 7)}-16T00:00:00Z`);
}

/** The axis runs from the start of the first month to the end of the last. */
export function timeDomain(months: readonly string[]): [Date, Date] {
  const first = months[0] ?? '1970-01-01';
  const last = middleOf(months.at(-1) ?? first);
  return [new Date(`${first}T00:00:00Z`), new Date(last.getTime() + 16 * dayMilliseconds)];
}

/** Each event at the foot of the chart; those of a week or more shade all of it, for they show in a month's figure. */
export function eventMarks(
  shades: readonly Shade[],
  [from, to]: readonly [Date, Date],
  [low, high]: readonly [number, number],
): Plot.Markish[] {
  const inside = shades
    .map((shade) => ({
      start: new Date(Math.max(from.getTime(), Date.parse(shade.startsOn))),
      end: new Date(Math.min(to.getTime(), Date.parse(shade.endsOn) + dayMilliseconds)),
    }))
    .filter(({ start, end }) => start < end);
  const long = inside.filter(({ start, end }) => end.getTime() - start.getTime() >= longDays * dayMilliseconds);
  const foot = { y1: low, y2: low + (high - low) * 0.04 };
  // The stroke keeps a storm of one day visible on an axis of years.
  return [
    Plot.rect(long, { x1: 'start', x2: 'end', fill: 'var(--shade)' }),
    Plot.rect(inside, { x1: 'start', x2: 'end', ...foot, fill: 'var(--event)', stroke: 'var(--event)' }),
  ];
}

/** Where a line breaks, as at the new boundaries of a ward: what was before is another place. */
export function breakMarks(
  breaks: readonly LineBreak[],
  [from, to]: readonly [Date, Date],
  width: number,
): Plot.Markish[] {
  const inside = breaks
    .map((one) => ({ ...one, at: new Date(`${one.on}T00:00:00Z`) }))
    .filter(({ at }) => at > from && at < to);
  return inside.map(({ at, label }) => {
    const room = ((to.getTime() - at.getTime()) / (to.getTime() - from.getTime())) * width;
    const side =
      room > label.length * letterWidth
        ? ({ textAnchor: 'start', dx: 5 } as const)
        : ({ textAnchor: 'end', dx: -5 } as const);
    return [
      Plot.ruleX([at], { stroke: 'var(--ink)', strokeWidth: 1, strokeDasharray: '1 3' }),
      Plot.text([label], {
        x: [at],
        frameAnchor: 'top',
        dy: 2,
        ...side,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 4,
      }),
    ];
  });
}

/** The years; of records too short for them the months, so that no line stands over a date that it does not reach. */
export function timeAxis(
  months: readonly string[],
  width: number,
  formatMonth: (month: string) => string,
): Plot.Markish[] {
  return months.length > mostMonths ? yearAxis(timeDomain(months), width) : monthAxis(months, width, formatMonth);
}

function monthAxis(months: readonly string[], width: number, formatMonth: (month: string) => string): Plot.Markish[] {
  const widest = letterWidth * Math.max(0, ...months.map((month) => formatMonth(month).length));
  const step = Math.ceil((months.length * (widest + 8)) / width);
  const named = months.filter((_, index) => index % step === 0);
  return [
    Plot.axisX(named.map(middleOf), {
      tickFormat: (date: Date) => formatMonth(`${date.toISOString().slice(0, 7)}-01`),
      tickSize: 4,
      tickPadding: 3,
      label: null,
      stroke: 'var(--line)',
      fill: 'var(--muted)',
    }),
  ];
}

/** A tick and its year on each New Year’s Day. */
export function yearAxis([from, to]: readonly [Date, Date], width: number): Plot.Markish[] {
  const years = yearsBetween(from, to);
  const step = Math.ceil((years.length * 42) / width);
  const ticks = years.filter((_, index) => index % step === 0);
  return [
    Plot.axisX(ticks, {
      tickFormat: (date: Date) => String(date.getUTCFullYear()),
      textAnchor: 'start',
      dx: 3,
      tickSize: 16,
      tickPadding: -10,
      stroke: 'var(--line)',
      fill: 'var(--muted)',
    }),
  ];
}

function yearsBetween(from: Date, to: Date): Date[] {
  const dates: Date[] = [];
  for (let year = from.getUTCFullYear(); year <= to.getUTCFullYear(); year += 1) {
    const date = new Date(Date.UTC(year, 0, 1));
    if (date >= from && date <= to) dates.push(date);
  }
  return dates;
}
