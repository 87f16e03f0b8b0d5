/**
 * What is still open, by how long it has waited: a bar for each band of ages, and a mark where it stood a year earlier.
 *
 * Bars side by side, not stacked columns: one sees at once whether it is the old requests that are many, and whether they were fewer.
 */

import * as Plot from '@observablehq/plot';
import type { ChartOptions } from './chart-options.ts';
import { boldWidth, letterWidth } from './value-axis.ts';

export interface AgeBand {
  readonly label: string;
  readonly count: number | null;
  readonly earlier: number | null;
  /** Said instead of a bar where there is no count. */
  readonly missing: string;
}

export interface BacklogOptions extends Omit<ChartOptions, 'height'> {
  /** When the bars were counted, and the marks: `October 2026`. */
  readonly newestLabel: string;
  readonly earlierLabel: string;
}

const rowHeight = 38;
const barHeight = 20;
const marginTop = 34;
const marginBottom = 6;

/** Null where no band has a number. */
export function backlog(
  bands: readonly AgeBand[],
  { width, formatValue, document, newestLabel, earlierLabel }: BacklogOptions,
): Element | null {
  if (bands.every((band) => band.count === null)) return null;
  const longest = Math.max(1, ...bands.flatMap((band) => [band.count ?? 0, band.earlier ?? 0]));
  const marginLeft = 10 + letterWidth * Math.max(...bands.map((band) => band.label.length));
  const marginRight = 22 + boldWidth * formatValue(longest).length;
  const pixels = (count: number): number => (count / longest) * (width - marginLeft - marginRight);
  const rows = bands.map((band, index) => ({ ...band, index }));
  const counted = rows.filter((row) => row.count !== null);
  const half = barHeight / 2 / rowHeight;
  const hasEarlier = rows.some((row) => row.earlier !== null);
  return Plot.plot({
    document,
    width,
    height: marginTop + bands.length * rowHeight + marginBottom,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: { domain: [0, longest], axis: null },
    y: { domain: [-0.5, bands.length - 0.5], reverse: true, axis: null },
    marks: [
      Plot.rect(counted, {
        x1: 0,
        x2: 'count',
        y1: (row: { index: number }) => row.index - half,
        y2: (row: { index: number }) => row.index + half,
        fill: 'var(--accent)',
      }),
      Plot.ruleX([0], { stroke: 'var(--muted)' }),
      earlierMarks(counted, half),
      Plot.text(rows, {
        y: 'index',
        frameAnchor: 'left',
        text: 'label',
        textAnchor: 'start',
        dx: -marginLeft,
        fill: 'var(--ink)',
      }),
      counted.map((row) =>
        Plot.text([row], {
          x: 'count',
          y: 'index',
          text: () => formatValue(row.count as number),
          textAnchor: 'start',
          dx: 8 + pastMark(row, pixels, boldWidth * formatValue(row.count as number).length),
          fill: 'var(--ink)',
          fontWeight: 700,
        }),
      ),
      Plot.text(
        rows.filter((row) => row.count === null),
        { x: 0, y: 'index', text: 'missing', textAnchor: 'start', dx: 8, fill: 'var(--muted)' },
      ),
      keyMarks(newestLabel, hasEarlier ? earlierLabel : null, marginLeft),
    ],
  });
}

/** A dark stroke across the bar, with a rim of the ground so that it shows on the bar as well as beside it. */
function earlierMarks(rows: readonly { index: number; earlier: number | null }[], half: number): Plot.Markish[] {
  const past = rows.filter((row) => row.earlier !== null);
  const reach = half + 4 / rowHeight;
  const ends = {
    x: 'earlier',
    y1: (row: { index: number }) => row.index - reach,
    y2: (row: { index: number }) => row.index + reach,
  };
  return [
    Plot.ruleX(past, { ...ends, stroke: 'var(--ground)', strokeWidth: 6 }),
    Plot.ruleX(past, { ...ends, stroke: 'var(--ink)', strokeWidth: 2.5 }),
  ];
}

/** How far the number must move so that the mark does not strike it through. */
function pastMark(row: AgeBand, pixels: (count: number) => number, textWidth: number): number {
  const apart = row.earlier === null || row.count === null ? -1 : pixels(row.earlier) - pixels(row.count);
  return apart >= -4 && apart < textWidth + 12 ? Math.max(0, apart) : 0;
}

/** What is a bar and what is a mark, in the chart's first line. */
function keyMarks(newest: string, earlier: string | null, marginLeft: number): Plot.Markish[] {
  const middle = 12 - marginTop;
  const at = {
    frameAnchor: 'top-left',
    lineAnchor: 'middle',
    textAnchor: 'start',
    dy: middle,
    fill: 'var(--muted)',
  } as const;
  const second = 22 + letterWidth * newest.length + 22;
  const symbol = { frameAnchor: 'top-left', dy: middle } as const;
  return [
    Plot.dot([0], { ...symbol, dx: 7 - marginLeft, symbol: 'square', r: 6, fill: 'var(--accent)' }),
    Plot.text([newest], { ...at, dx: 20 - marginLeft }),
    earlier === null
      ? []
      : [
          Plot.text(['|'], { ...at, dx: second - marginLeft, fill: 'var(--ink)', fontWeight: 700 }),
          Plot.text([earlier], { ...at, dx: second + 10 - marginLeft }),
        ],
  ];
}
