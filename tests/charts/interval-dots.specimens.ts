/** Specimens of `interval-dots`. */

import { intervalDots, type IntervalDot } from '../../src/charts/interval-dots.ts';
import { bareValue, valueWords } from '../../src/i18n/measure-value.ts';
import type { Wording } from '../../src/i18n/words-from.ts';
import { cityRate, hundredAreas, nameOf, wards } from './areas.ts';
import { document, said, type Specimen, type Specimens } from './specimen.ts';

type Row = Omit<IntervalDot, 'label' | 'missing'> & { readonly id: string };

function drawn(rows: readonly Row[], label: (id: string, wording: Wording) => string = nameOf): Specimen['draw'] {
  return ({ name, width }, wording) =>
    intervalDots(
      rows.map((row) => ({ ...row, label: label(row.id, wording), missing: wording.text('missing.too_few') })),
      {
        width,
        document,
        center: cityRate,
        centerLabel: wording.text('chart.city', { value: valueWords(wording, 'on_time_rate', cityRate) }),
        formatValue: (value) => bareValue(wording, 'on_time_rate', value),
        names: name === 'wide' ? 'beside' : 'above',
      },
    );
}

const none = { value: null, lower: null, upper: null };
const twenty: Row[] = hundredAreas
  .slice(0, 20)
  .map((area) => ({ id: area.label, value: area.value, lower: area.lower95, upper: area.upper95 }));

export const intervalDotsSpecimens: Specimens = {
  chart: 'interval-dots',
  cases: [
    { name: 'six wards', draw: drawn(wards) },
    { name: 'twenty areas', draw: drawn(twenty) },
    { name: 'one area', draw: drawn(wards.slice(0, 1)) },
    { name: 'one missing', draw: drawn(wards.map((ward, at) => (at === 2 ? { ...ward, ...none } : ward))) },
    { name: 'all missing', draw: drawn(wards.map((ward) => ({ ...ward, ...none }))), isEmpty: true },
    { name: 'empty', draw: drawn([]), isEmpty: true },
    { name: 'all one', draw: drawn(wards.map((ward) => ({ ...ward, value: 1, lower: 0.96, upper: 1 }))) },
    {
      name: 'names of forty letters',
      draw: drawn(wards, (id, wording) =>
        said(
          wording,
          `Neighbourhood of the Northern Townships ${id.slice(-1)}`,
          `Arrondissement des Cantons-du-Nord-Est ${id.slice(-1)}`,
        ),
      ),
    },
  ],
};
