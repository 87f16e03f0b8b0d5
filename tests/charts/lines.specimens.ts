/** Specimens of `lines`. */

import { lines, type Line, type LinesOptions } from '../../src/charts/lines.ts';
import { bareValue } from '../../src/i18n/measure-value.ts';
import type { Wording } from '../../src/i18n/words-from.ts';
import { events, monthsOf, withoutValues } from './months.ts';
import { document, said, type Specimen, type Specimens } from './specimen.ts';

const within = ([1, 7, 30, 90] as const).map((days) => ({ days, points: monthsOf(`within_${days}`) }));
const median = monthsOf('pothole_median');
const p90 = monthsOf('pothole_p90');

function shares(series: typeof within): Specimen['draw'] {
  return ({ width, height }, wording) =>
    lines(
      series.map(({ days, points }) => ({ label: wording.plural('chart.within', days), points, isMain: days === 7 })),
      {
        width,
        height,
        document,
        formatValue: (value) => bareValue(wording, 'closed_within_7_days', value),
        formatMonth: wording.format.monthShort,
        isShare: true,
        shades: events,
      },
    );
}

type Points = Line['points'];

function days(
  half: Points,
  nine: Points,
  more: (wording: Wording) => Partial<LinesOptions> = () => ({}),
): Specimen['draw'] {
  return ({ width, height }, wording) =>
    lines(
      [
        { label: wording.text('chart.median'), points: half, isMain: true },
        { label: wording.text('chart.p90'), points: nine, isMain: false },
      ],
      {
        width,
        height,
        document,
        formatValue: (value) => bareValue(wording, 'median_days_to_close', value),
        formatMonth: wording.format.monthShort,
        isShare: false,
        shades: [],
        ...more(wording),
      },
    );
}

/** Three years: enough for what is not the target's own past. */
const half = median.slice(-36);
const nine = p90.slice(-36);
const moved = median.map(({ month }) => ({
  month,
  value: month < '2021-06-01' ? null : month < '2023-04-01' ? 14 : 10,
}));

export const linesSpecimens: Specimens = {
  chart: 'lines',
  cases: [
    { name: 'four shares', draw: shares(within) },
    {
      name: 'four lines that meet',
      draw: shares(within.map((one) => ({ ...one, points: (within[0] as (typeof within)[0]).points }))),
    },
    { name: 'days', draw: days(half, nine) },
    {
      name: 'days with a moved target',
      draw: days(median, p90, (wording) => ({
        target: { label: said(wording, 'Target', 'Cible'), months: moved },
      })),
    },
    {
      name: 'new boundaries',
      draw: days(half, nine, (wording) => ({
        breaks: [{ on: '2026-05-15', label: said(wording, 'New boundaries', 'Nouvelles limites') }],
      })),
    },
    {
      name: 'provisional',
      draw: days(
        half,
        nine.map((point, at) => ({ ...point, isProvisional: at > 32 })),
      ),
    },
    { name: 'half a year', draw: days(half.slice(-6), nine.slice(-6)) },
    { name: 'first month', draw: days(median.slice(0, 1), p90.slice(0, 1)) },
    { name: 'nine in ten not reached', draw: days(half, withoutValues(nine)) },
    { name: 'all missing', draw: days(withoutValues(median), withoutValues(p90)), isEmpty: true },
    { name: 'empty', draw: days([], []), isEmpty: true },
    {
      name: 'all nothing',
      draw: days(
        half.map((point) => ({ ...point, value: 0 })),
        nine.map((point) => ({ ...point, value: 0 })),
      ),
    },
  ],
};
