/** Specimens of `trend`. */

import { trend, type TrendOptions, type TrendPoint } from '../../src/charts/trend.ts';
import { bareValue } from '../../src/i18n/measure-value.ts';
import { events, monthsOf, withoutValues } from './months.ts';
import { document, said, type Specimen, type Specimens } from './specimen.ts';

const received = monthsOf('received');
const onTime = monthsOf('on_time');
/** Three years: enough for what is not the past itself. */
const recent = received.slice(-36);
const recentOnTime = onTime.slice(-36);
/** No past after new boundaries: it was of another place. */
const ward = monthsOf('ward_received').map((point) => (point.month < '2024-12-01' ? point : { ...point, band: null }));
const potholes = monthsOf('pothole_median');

function counts(points: readonly TrendPoint[], more: Partial<TrendOptions> = {}): Specimen['draw'] {
  return ({ width, height }, wording) =>
    trend(points, {
      width,
      height,
      document,
      formatValue: (value) => bareValue(wording, 'requests_received', value),
      formatMonth: wording.format.monthShort,
      isShare: false,
      shades: events,
      markedMonth: points.findLast((point) => point.value !== null && !point.isUnfinished)?.month ?? null,
      ...more,
    });
}

function shares(points: readonly TrendPoint[]): Specimen['draw'] {
  return (size, wording) =>
    counts(points, { isShare: true, formatValue: (value) => bareValue(wording, 'on_time_rate', value) })(size, wording);
}

const everyMonth = (value: number): TrendPoint[] => recent.map((point) => ({ ...point, value, band: null }));

export const trendSpecimens: Specimens = {
  chart: 'trend',
  cases: [
    { name: 'counts', draw: counts(received) },
    { name: 'shares', draw: shares(onTime) },
    {
      name: 'provisional',
      draw: shares(recentOnTime.map((point, at) => ({ ...point, isProvisional: at > 31 }))),
    },
    {
      name: 'unfinished',
      draw: counts([
        ...recent,
        { month: '2026-11-01', value: 412, band: null, isProvisional: true, isUnfinished: true },
      ]),
    },
    { name: 'first month', draw: counts(received.slice(0, 1).map((point) => ({ ...point, band: null }))) },
    { name: 'a year without a past', draw: counts(received.slice(0, 12)) },
    {
      name: 'months missing',
      draw: shares(recentOnTime.map((point, at) => (at % 9 < 2 ? { ...point, value: null } : point))),
    },
    { name: 'all missing', draw: counts(withoutValues(received)), isEmpty: true },
    { name: 'empty', draw: counts([]), isEmpty: true },
    { name: 'all nothing', draw: counts(everyMonth(0)) },
    { name: 'all alike', draw: shares(everyMonth(1)) },
    {
      name: 'new boundaries',
      draw: (size, wording) =>
        counts(ward, { breaks: [{ on: '2024-12-01', label: said(wording, 'New boundaries', 'Nouvelles limites') }] })(
          size,
          wording,
        ),
    },
    {
      name: 'a moved target',
      draw: (size, wording) =>
        counts(potholes, {
          formatValue: (value) => bareValue(wording, 'median_days_to_close', value),
          target: {
            label: said(wording, 'Target', 'Cible'),
            months: potholes.map(({ month }) => ({ month, value: month < '2023-04-01' ? 14 : 10 })),
          },
        })(size, wording),
    },
  ],
};
