/** A measure's recent past in the space of a word: its line, its seasonal band, and the month being read. */

import * as Plot from '@observablehq/plot';
import type { ChartOptions } from './chart-options.ts';
import { lineMarks } from './line-marks.ts';
import { middleOf, timeDomain } from './time-axis.ts';
import type { TrendPoint } from './trend.ts';

export type SparkOptions = Omit<ChartOptions, 'formatValue'> & { readonly markedMonth: string };

/** Three years show a season thrice. */
const shownMonths = 36;

/** Null where no month has a value. */
export function spark(
  points: readonly TrendPoint[],
  { width, height, document, markedMonth }: SparkOptions,
): Element | null {
  const shown = points.filter((point) => !point.isUnfinished && point.month <= markedMonth).slice(-shownMonths);
  if (shown.every((point) => point.value === null)) return null;
  const band = shown.map((point) => ({
    at: middleOf(point.month),
    low: point.band?.low ?? NaN,
    high: point.band?.high ?? NaN,
  }));
  const values = shown
    .flatMap((point) => [point.value, point.band?.low, point.band?.high])
    .filter((value) => typeof value === 'number');
  return Plot.plot({
    document,
    width,
    height,
    margin: 5,
    axis: null,
    x: { type: 'utc', domain: timeDomain(shown.map((point) => point.month)) },
    y: { domain: [Math.min(...values), Math.max(...values)] },
    marks: [
      Plot.areaY(band, { x: 'at', y1: 'low', y2: 'high', fill: 'var(--band)' }),
      lineMarks(shown, 'var(--accent)'),
      Plot.dot(
        shown.filter((point) => point.month === markedMonth && point.value !== null),
        {
          x: (point: TrendPoint) => middleOf(point.month),
          y: 'value',
          r: 3.5,
          fill: 'var(--accent)',
        },
      ),
    ],
  });
}
