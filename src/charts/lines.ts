/** Up to four measures month by month on one scale, each named at the end of its line. */

import * as Plot from '@observablehq/plot';
import type { ChartOptions, ChartPoint, Shade } from './chart-options.ts';
import { lineMarks } from './line-marks.ts';
import { spread } from './spread.ts';
import { eventMarks, timeDomain, yearAxis } from './time-axis.ts';
import { axisWidth, letterWidth, valueAxis, valueDomain } from './value-axis.ts';

export interface Line {
  readonly label: string;
  readonly points: readonly ChartPoint[];
  /** The line that the chart is about is drawn in the accent. */
  readonly isMain: boolean;
}

export interface LinesOptions extends ChartOptions {
  readonly isShare: boolean;
  readonly shades: readonly Shade[];
}

const marginTop = 12;
const marginBottom = 24;
const labelHeight = 16;

export function lines(
  series: readonly Line[],
  { width, height, formatValue, document, isShare, shades }: LinesOptions,
): Element {
  if (series.length > 4) throw new Error(`a chart has at most four lines, not ${series.length}`);
  const time = timeDomain(series[0]?.points.map((point) => point.month) ?? []);
  const domain = valueDomain(
    series.flatMap((line) => line.points.map((point) => point.value)),
    isShare,
  );
  const labelWidth = 14 + letterWidth * Math.max(...series.map((line) => line.label.length));
  const labels = labelPlaces(series, domain, height);
  const marginLeft = axisWidth(domain, formatValue);
  return Plot.plot({
    document,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight: labelWidth,
    marginBottom,
    x: { type: 'utc', domain: time },
    y: { domain },
    marks: [
      eventMarks(shades, time, domain),
      valueAxis(domain, formatValue),
      yearAxis(time, width - marginLeft - labelWidth),
      series.map((line) => lineMarks(line.points, strokeOf(line))),
      labels.map(({ line, value }) =>
        Plot.text([line.label], {
          x: [time[1]],
          y: [value],
          textAnchor: 'start',
          dx: 6,
          fill: line.isMain ? 'var(--accent)' : 'var(--ink)',
          fontWeight: line.isMain ? 700 : 400,
        }),
      ),
    ],
  });
}

function strokeOf(line: Line): string {
  return line.isMain ? 'var(--accent)' : 'var(--second)';
}

/** Each name at its line's last value, moved apart where two would touch. */
function labelPlaces(
  series: readonly Line[],
  [low, high]: readonly [number, number],
  height: number,
): { line: Line; value: number }[] {
  const pixels = height - marginTop - marginBottom;
  const ends = series.flatMap((line) => {
    const last = line.points.findLast((point) => point.value !== null);
    return last ? [{ line, at: (((last.value as number) - low) / (high - low)) * pixels }] : [];
  });
  const places = spread(
    ends.map((end) => end.at),
    labelHeight,
    pixels,
  );
  return ends.map(({ line }, index) => ({ line, value: low + ((places[index] as number) / pixels) * (high - low) }));
}
