/** Specimens of `dealt-with-curve`. */

import { dealtWithCurve, type WaitedDay } from '../../src/charts/dealt-with-curve.ts';
import { bareValue } from '../../src/i18n/measure-value.ts';
import { readRows } from './months.ts';
import { document, said, type Specimen, type Specimens } from './specimen.ts';

type PackedDay = readonly [number, number | null, number | null, number | null];
interface Packed {
  readonly days: readonly PackedDay[];
  readonly half: number | null;
  readonly nine: number | null;
}

const packed = readRows<Record<string, Packed>>('waiting');
const of = (service: string): Packed => packed[service] as Packed;

function drawn({ days, half, nine }: Packed, hereDays: number | null = null): Specimen['draw'] {
  const rows = days.map(([day, share, lower, upper]): WaitedDay => ({ days: day, share, lower, upper }));
  return ({ width, height }, wording) =>
    dealtWithCurve(rows, {
      width,
      height,
      document,
      formatValue: (value) => bareValue(wording, 'closed_within_7_days', value),
      formatDays: (value) => wording.days(value),
      reached: [
        ...(half === null
          ? []
          : [{ share: 0.5, days: half, label: wording.text('chart.median'), words: wording.days(half) }]),
        ...(nine === null
          ? []
          : [{ share: 0.9, days: nine, label: wording.text('chart.p90'), words: wording.days(nine) }]),
      ],
      here:
        hereDays === null
          ? null
          : {
              days: hereDays,
              label: said(wording, `You are here: ${hereDays} days`, `Vous en êtes là : ${hereDays} jours`),
            },
    });
}

const first = of('pothole').days.slice(0, 1);
const nothing: PackedDay[] = of('pothole').days.map(([day]) => [day, null, null, null]);

export const dealtWithCurveSpecimens: Specimens = {
  chart: 'dealt-with-curve',
  cases: [
    { name: 'potholes', draw: drawn(of('pothole')) },
    { name: 'all services', draw: drawn(of('all')) },
    { name: 'after twelve days', draw: drawn(of('pothole'), 12) },
    { name: 'at the end of what is known', draw: drawn(of('sidewalk_repair'), 365) },
    { name: 'nine in ten not reached', draw: drawn(of('sidewalk_repair')) },
    { name: 'nine in ten after months', draw: drawn(of('tree_maintenance')) },
    { name: 'within hours', draw: drawn(of('traffic_signal')) },
    { name: 'first month', draw: drawn({ days: of('all').days.slice(0, 24), half: of('all').half, nine: null }) },
    { name: 'one point', draw: drawn({ days: first, half: null, nine: null }) },
    {
      name: 'nobody yet',
      draw: drawn({ days: of('all').days.map(([day]) => [day, 0, null, null]), half: null, nine: null }),
    },
    {
      name: 'everybody at once',
      draw: drawn({ days: of('all').days.map(([day]) => [day, 1, null, null]), half: 0, nine: 0 }),
    },
    { name: 'all missing', draw: drawn({ days: nothing, half: null, nine: null }), isEmpty: true },
    { name: 'empty', draw: drawn({ days: [], half: null, nine: null }), isEmpty: true },
  ],
};
