/** One share with its interval for each of several places, around a common line; in the order given, never by value. */

import * as Plot from '@observablehq/plot';
import { ticks } from 'd3';
import type { ChartOptions } from './chart-options.ts';
import { letterWidth } from './value-axis.ts';

export interface IntervalDot {
  readonly label: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Said instead of a dot where there is no value. */
  readonly missing: string;
}

export interface IntervalDotsOptions extends Omit<ChartOptions, 'height'> {
  readonly center: number;
  readonly centerLabel: string;
  /** Names beside the dots, or above them where the chart is narrow. */
  readonly names: 'beside' | 'above';
}

const rowHeight = { beside: 30, above: 42 };
const top = { beside: 34, above: 48 };
const narrowestSpan = 0.06;
const marginRight = 24;

/** Null where no place has a value. */
export function intervalDots(
  dots: readonly IntervalDot[],
  { width, formatValue, document, center, centerLabel, names }: IntervalDotsOptions,
): Element | null {
  if (dots.every((dot) => dot.value === null)) return null;
  const domain = spanOf(dots, center);
  const isAbove = names === 'above';
  const marginLeft = isAbove ? 18 : Math.min(260, 18 + letterWidth * Math.max(...dots.map((dot) => dot.label.length)));
  const marks = ticks(domain[0], domain[1], 4);
  const places = dots.map((dot, index) => ({ ...dot, index }));
  const known = places.filter((place) => place.value !== null);
  return Plot.plot({
    document,
    width,
    height: top[names] + dots.length * rowHeight[names] + 26,
    marginTop: top[names],
    marginBottom: 26,
    marginLeft,
    marginRight,
    x: { domain },
    y: { domain: [-0.5, dots.length - 0.5], reverse: true, axis: null },
    marks: [
      Plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: marks }),
      Plot.axisX(marks, {
        tickFormat: (value: number) => formatValue(value),
        tickSize: 0,
        label: null,
        color: 'var(--muted)',
      }),
      Plot.ruleX([center], { stroke: 'var(--ink)', strokeWidth: 1.25 }),
      Plot.text([centerLabel], {
        x: [center],
        frameAnchor: 'top',
        dy: isAbove ? -30 : -18,
        dx: labelShift(
          centerLabel,
          marginLeft + ((center - domain[0]) / (domain[1] - domain[0])) * (width - marginLeft - marginRight),
          width,
        ),
        textAnchor: 'start',
        fill: 'var(--ink)',
        fontWeight: 700,
      }),
      Plot.link(
        known.filter((place) => place.lower !== null && place.upper !== null),
        {
          x1: 'lower',
          x2: 'upper',
          y: 'index',
          stroke: 'var(--second)',
          strokeWidth: 2,
        },
      ),
      Plot.dot(known, { x: 'value', y: 'index', r: 5, fill: 'var(--accent)', stroke: 'var(--ground)', strokeWidth: 1 }),
      Plot.text(places, {
        y: 'index',
        frameAnchor: 'left',
        text: 'label',
        textAnchor: 'start',
        dx: -marginLeft,
        dy: isAbove ? -16 : 0,
        fill: 'var(--ink)',
        stroke: isAbove ? 'var(--ground)' : 'none',
        strokeWidth: 4,
      }),
      Plot.text(
        places.filter((place) => place.value === null),
        {
          y: 'index',
          frameAnchor: 'left',
          text: 'missing',
          textAnchor: 'start',
          dx: isAbove ? -marginLeft : 0,
          fill: 'var(--muted)',
        },
      ),
    ],
  });
}

/** Room for every interval, and a little more, inside 0 to 1; never so little that whole percents repeat. */
function spanOf(dots: readonly IntervalDot[], center: number): [number, number] {
  const ends = dots.flatMap((dot) => [dot.lower, dot.upper, dot.value]).filter((end) => end !== null);
  const low = Math.min(center, ...ends);
  const high = Math.max(center, ...ends);
  const room = Math.max((high - low) * 0.08, (narrowestSpan - (high - low)) / 2);
  return [Math.max(0, low - room), Math.min(1, high + room)];
}

/** From the middle of its line, as far as the label must move to stay inside the chart. */
function labelShift(label: string, at: number, width: number): number {
  const room = label.length * letterWidth;
  return Math.max(0, Math.min(width - room, at - room / 2)) - at;
}
