/**
 * One measure winter by winter, or summer by summer: a dot with its interval for each, the newest marked.
 *
 * A light line runs back from the newest, so that better and worse than last time can be seen without reading numbers.
 */

import * as Plot from '@observablehq/plot';
import { scaleLinear } from 'd3';
import type { ChartOptions } from './chart-options.ts';
import { narrowLines } from './break-lines.ts';
import { axisWidth, letterWidth, valueAxis, valueDomain } from './value-axis.ts';

export interface Season {
  /** `2025–26`, or `2026`. */
  readonly label: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly isProvisional: boolean;
  /** Said instead of a dot where there is no value. */
  readonly missing: string;
}

export interface SeasonsOptions extends ChartOptions {
  readonly isShare: boolean;
}

const mostSeasons = 6;
const narrowestSpan = 0.2;
const marginTop = 26;
const marginRight = 8;
const marginBottom = 28;

/** Null where no season has a value. */
export function seasons(
  rows: readonly Season[],
  { width, height, formatValue, document, isShare }: SeasonsOptions,
): Element | null {
  if (rows.every((row) => row.value === null)) return null;
  const domain = isShare
    ? shareDomain(rows)
    : valueDomain(
        rows.map(({ value }) => value),
        false,
      );
  const marginLeft = axisWidth(domain, formatValue);
  const shown = newestWithRoom(rows, width - marginLeft - marginRight).map((row, index) => ({ ...row, index }));
  const known = shown.filter((row) => row.value !== null);
  const newest = known.find((row) => row.index === shown.length - 1) ?? null;
  return Plot.plot({
    document,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: { domain: [-0.5, shown.length - 0.5], axis: null },
    y: { domain },
    marks: [
      valueAxis(domain, formatValue),
      newest === null
        ? []
        : Plot.ruleY([newest], { y: 'value', x1: -0.5, x2: 'index', stroke: 'var(--accent)', strokeDasharray: '2 3' }),
      Plot.link(
        known.filter((row) => row.lower !== null && row.upper !== null),
        {
          x: 'index',
          y1: 'lower',
          y2: 'upper',
          stroke: 'var(--second)',
          strokeWidth: 2,
        },
      ),
      known.map((row) => dotMarks(row, row === newest, formatValue(row.value as number))),
      shown.map((row) => nameMarks(row, row.index === shown.length - 1)),
    ],
  });
}

/** Round ends with room for each interval: dots, unlike bars, need not begin at nothing. */
function shareDomain(rows: readonly Season[]): [number, number] {
  const ends = rows.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter((end) => end !== null);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const room = Math.max(0.02, (narrowestSpan - (high - low)) / 2);
  const [least, most] = scaleLinear([Math.max(0, low - room), Math.min(1, high + room)], [0, 1])
    .nice(4)
    .domain();
  return [least as number, most as number];
}

/** As many of the newest as their names leave room for. */
function newestWithRoom(rows: readonly Season[], pixels: number): Season[] {
  const longest = Math.max(
    1,
    ...rows.map(({ label, value, missing }) =>
      Math.max(label.length, value === null ? Math.max(...linesOf(missing).map((line) => line.length)) : 0),
    ),
  );
  const fitting = Math.floor(pixels / (longest * letterWidth + 6));
  return rows.slice(-Math.max(2, Math.min(mostSeasons, fitting)));
}

function dotMarks(row: Season & { index: number }, isNewest: boolean, words: string): Plot.Markish[] {
  const color = isNewest ? 'var(--accent)' : 'var(--second)';
  const fill = row.isProvisional ? 'var(--ground)' : color;
  const top = row.upper ?? (row.value as number);
  return [
    Plot.dot([row], {
      x: 'index',
      y: 'value',
      r: isNewest ? 6.5 : 5,
      fill,
      stroke: row.isProvisional ? color : 'var(--ground)',
      strokeWidth: row.isProvisional ? 2 : 1,
    }),
    Plot.text([words], {
      x: [row.index],
      y: [top],
      dy: row.upper === null ? -16 : -11,
      fill: 'var(--ink)',
      fontWeight: isNewest ? 700 : 400,
      stroke: 'var(--ground)',
      strokeWidth: 4,
    }),
  ];
}

function nameMarks(row: Season & { index: number }, isNewest: boolean): Plot.Markish[] {
  return [
    Plot.text([row.label], {
      x: [row.index],
      frameAnchor: 'bottom',
      dy: 20,
      fill: isNewest ? 'var(--ink)' : 'var(--muted)',
      fontWeight: isNewest ? 700 : 400,
    }),
    row.value === null
      ? Plot.text([linesOf(row.missing).join('\n')], {
          x: [row.index],
          frameAnchor: 'bottom',
          lineAnchor: 'bottom',
          dy: -10,
          fill: 'var(--muted)',
        })
      : [],
  ];
}

const linesOf = (missing: string): string[] => narrowLines(missing, 9);
