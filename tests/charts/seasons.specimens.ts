/** Specimens of `seasons`. */

import { seasons, type Season } from '../../src/charts/seasons.ts';
import { bareValue } from '../../src/i18n/measure-value.ts';
import { readRows } from './months.ts';
import { document, type Specimen, type Specimens } from './specimen.ts';

type Packed = readonly [number, number | null, number | null, number | null];
type Row = Omit<Season, 'missing'>;

const packed = readRows<Record<string, readonly Packed[]>>('seasons');
const of = (name: string): Row[] =>
  (packed[name] as readonly Packed[]).map(([year, value, lower, upper]) => ({
    label: `${year}–${String(year + 1).slice(2)}`,
    value,
    lower,
    upper,
    isProvisional: false,
  }));
const plowing = of('street_plowing_on_time');
const received = of('all_received');
const noValue = { value: null, lower: null, upper: null };

function drawn(rows: readonly Row[], isShare: boolean): Specimen['draw'] {
  return ({ name, width, height }, wording) =>
    seasons(
      rows.map((row) => ({
        ...row,
        label: name === 'narrow' ? row.label.slice(2) : row.label,
        missing: wording.text('missing.no_data'),
      })),
      {
        width,
        height,
        document,
        isShare,
        formatValue: (value) => bareValue(wording, isShare ? 'on_time_rate' : 'requests_received', value),
      },
    );
}

export const seasonsSpecimens: Specimens = {
  chart: 'seasons',
  cases: [
    { name: 'shares', draw: drawn(plowing, true) },
    { name: 'potholes', draw: drawn(of('pothole_on_time'), true) },
    { name: 'counts', draw: drawn(received, false) },
    {
      name: 'provisional',
      draw: drawn(
        plowing.map((row, at) => ({ ...row, isProvisional: at === plowing.length - 1 })),
        true,
      ),
    },
    { name: 'first season', draw: drawn(plowing.slice(0, 1), true) },
    {
      name: 'one missing',
      draw: drawn(
        plowing.map((row, at) => (at === 2 ? { ...row, ...noValue } : row)),
        true,
      ),
    },
    {
      name: 'newest missing',
      draw: drawn(
        plowing.map((row, at) => (at === plowing.length - 1 ? { ...row, ...noValue } : row)),
        true,
      ),
    },
    { name: 'nine seasons', draw: drawn([...received.slice(0, 3), ...received], false) },
    {
      name: 'all one',
      draw: drawn(
        plowing.map((row) => ({ ...row, value: 1, lower: 0.99, upper: 1 })),
        true,
      ),
    },
    {
      name: 'all nothing',
      draw: drawn(
        received.map((row) => ({ ...row, value: 0 })),
        false,
      ),
    },
    {
      name: 'all missing',
      draw: drawn(
        plowing.map((row) => ({ ...row, ...noValue })),
        true,
      ),
      isEmpty: true,
    },
    { name: 'empty', draw: drawn([], true), isEmpty: true },
  ],
};
