/** Up to four measures month by month on one scale, each named at the end of its line. */

import * as Plot from '@observablehq/plot';
import type { ChartOptions, ChartPoint, LineBreak, Shade, TimeOptions } from './chart-options.ts';
import { lineMarks } from './line-marks.ts';
import { spread } from './spread.ts';
import { targetEnd, targetMarks, type TargetLine } from './target-line.ts';
import { breakMarks, eventMarks, timeAxis, timeDomain } from './time-axis.ts';
import { axisWidth, letterWidth, valueAxis, valueDomain } from './value-axis.ts';

export interface Line {
  readonly label: string;
  readonly points: readonly ChartPoint[];
  /** The line that the chart is about is drawn in the accent. */
  readonly isMain: boolean;
}

export interface LinesOptions extends ChartOptions, TimeOptions {
  readonly isShare: boolean;
  readonly shades: readonly Shade[];
  /** Counts as one of the four lines. */
  readonly target?: TargetLine | null;
  readonly breaks?: readonly LineBreak[];
}

const marginTop = 12;
const marginBottom = 24;
const labelHeight = 16;

/** Null where no month of any line has a value. */
export function lines(
  series: readonly Line[],
  { width, height, formatValue, formatMonth, document, isShare, shades, target = null, breaks = [] }: LinesOptions,
): Element | null {
  const count = series.length + (target === null ? 0 : 1);
  if (count > 4) throw new Error(`a chart has at most four lines, not ${count}`);
  if (series.every((line) => line.points.every((point) => point.value === null))) return null;
  const months = series[0]?.points.map((point) => point.month) ?? [];
  const time = timeDomain(months);
  const domain = valueDomain(
    [...series.flatMap((line) => line.points), ...(target?.months ?? [])].map(({ value }) => value),
    isShare,
  );
  const ends = lineEnds(series, target);
  const labelWidth = 14 + letterWidth * Math.max(...ends.map((end) => end.label.length));
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
      timeAxis(months, width - marginLeft - labelWidth, formatMonth),
      breakMarks(breaks, time, width - marginLeft - labelWidth),
      target === null ? [] : targetMarks(target),
      series.map((line) => lineMarks(line.points, strokeOf(line), breaks)),
      placed(ends, domain, height).map(({ label, isMain, value }) =>
        Plot.text([label], {
          x: [time[1]],
          y: [value],
          textAnchor: 'start',
          dx: 6,
          fill: isMain ? 'var(--accent)' : 'var(--ink)',
          fontWeight: isMain ? 700 : 400,
        }),
      ),
    ],
  });
}

function strokeOf(line: Line): string {
  return line.isMain ? 'var(--accent)' : 'var(--second)';
}

interface LineEnd {
  readonly label: string;
  readonly isMain: boolean;
  readonly value: number;
}

/** Each name at its line's last value. */
function lineEnds(series: readonly Line[], target: TargetLine | null): LineEnd[] {
  const end = targetEnd(target);
  const ends = series.flatMap(({ label, isMain, points }) => {
    const value = points.findLast((point) => point.value !== null)?.value ?? null;
    return value === null ? [] : [{ label, isMain, value }];
  });
  return end === null ? ends : [...ends, { ...end, isMain: false }];
}

/** Moved apart where two would touch. */
function placed(ends: readonly LineEnd[], [low, high]: readonly [number, number], height: number): LineEnd[] {
  const pixels = height - marginTop - marginBottom;
  const places = spread(
    ends.map(({ value }) => ((value - low) / (high - low)) * pixels),
    labelHeight,
    pixels,
  );
  return ends.map((end, index) => ({ ...end, value: low + ((places[index] as number) / pixels) * (high - low) }));
}
