/** One measure month by month, before the band of the same month in earlier years. */

import * as Plot from '@observablehq/plot';
import type { ChartOptions, ChartPoint, Shade } from './chart-options.ts';
import { lineMarks } from './line-marks.ts';
import { eventMarks, middleOf, timeDomain, yearAxis } from './time-axis.ts';
import { axisWidth, letterWidth, valueAxis, valueDomain } from './value-axis.ts';

/** CSS pixels of a letter in bold, percent signs among them. */
const boldWidth = 1.2 * letterWidth;

export interface TrendPoint extends ChartPoint {
  readonly band: { readonly low: number; readonly median: number; readonly high: number } | null;
}

export interface TrendOptions extends ChartOptions {
  readonly isShare: boolean;
  readonly shades: readonly Shade[];
  /** The month whose value is written beside its point. */
  readonly markedMonth: string | null;
}

export function trend(
  points: readonly TrendPoint[],
  { width, height, formatValue, document, isShare, shades, markedMonth }: TrendOptions,
): Element {
  const time = timeDomain(points.map((point) => point.month));
  const domain = valueDomain(
    points.flatMap((point) => [point.value, point.band?.high ?? null, point.band?.low ?? null]),
    isShare,
  );
  const band = points.map((point) => ({
    at: middleOf(point.month),
    ...(point.band ?? { low: NaN, median: NaN, high: NaN }),
  }));
  const marked = points.filter((point) => point.month === markedMonth && point.value !== null);
  const at = (point: TrendPoint): Date => middleOf(point.month);
  const marginLeft = axisWidth(domain, formatValue);
  const marginRight = 12 + boldWidth * Math.max(0, ...marked.map((point) => formatValue(point.value as number).length));
  return Plot.plot({
    document,
    width,
    height,
    marginTop: 22,
    marginLeft,
    marginRight,
    marginBottom: 24,
    x: { type: 'utc', domain: time },
    y: { domain },
    marks: [
      eventMarks(shades, time, domain),
      valueAxis(domain, formatValue),
      yearAxis(time, width - marginLeft - marginRight),
      Plot.areaY(band, { x: 'at', y1: 'low', y2: 'high', fill: 'var(--band)' }),
      (['low', 'high'] as const).map((edge) =>
        Plot.lineY(band, { x: 'at', y: edge, stroke: 'var(--median)', strokeWidth: 0.5 }),
      ),
      Plot.lineY(band, { x: 'at', y: 'median', stroke: 'var(--median)', strokeWidth: 1.25 }),
      lineMarks(points, 'var(--accent)'),
      Plot.dot(
        marked.filter((point) => !point.isProvisional),
        { x: at, y: 'value', r: 4, fill: 'var(--accent)' },
      ),
      Plot.text(marked, {
        x: at,
        y: 'value',
        text: (point: TrendPoint) => formatValue(point.value as number),
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 5,
        fontWeight: 700,
      }),
    ],
  });
}
