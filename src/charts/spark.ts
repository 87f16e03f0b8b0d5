/**
 * A measure's recent past in the space of a word: its line, its seasonal band, and the month being read.
 *
 * On the axis that its chart has: from its own lowest to its own highest, a share that fell by a tenth would seem to fall to nothing.
 */

import * as Plot from '@observablehq/plot';
import type { ChartOptions } from './chart-options.ts';
import { lineMarks } from './line-marks.ts';
import { middleOf, timeDomain } from './time-axis.ts';
import type { TrendPoint } from './trend.ts';
import { valueDomain } from './value-axis.ts';

export interface SparkOptions extends Omit<ChartOptions, 'formatValue'> {
  readonly markedMonth: string;
  readonly isShare: boolean;
}

/** Three years show a season thrice. */
const shownMonths = 36;

/** Null where no month has a value. */
export function spark(
  points: readonly TrendPoint[],
  { width, height, document, markedMonth, isShare }: SparkOptions,
): Element | null {
  const shown = points.filter((point) => !point.isUnfinished && point.month <= markedMonth).slice(-shownMonths);
  if (shown.every((point) => point.value === null)) return null;
  const band = shown.map((point) => ({
    at: middleOf(point.month),
    low: point.band?.low ?? NaN,
    high: point.band?.high ?? NaN,
  }));
  const values = shown.flatMap((point) => [point.value, point.band?.low ?? null, point.band?.high ?? null]);
  return Plot.plot({
    document,
    width,
    height,
    margin: 5,
    axis: null,
    x: { type: 'utc', domain: timeDomain(shown.map((point) => point.month)) },
    y: { domain: valueDomain(values, isShare) },
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
