/** Specimens of `funnel`. */

import { funnel, type FunnelArea } from '../../src/charts/funnel.ts';
import { bareValue, valueWords } from '../../src/i18n/measure-value.ts';
import type { Wording } from '../../src/i18n/words-from.ts';
import { cityRate, hundredAreas, hundredRate, nameOf, sixAreas } from './areas.ts';
import { document, said, type Specimen, type Specimens } from './specimen.ts';

function drawn(
  areas: readonly FunnelArea[],
  center: number,
  label: (id: string, wording: Wording) => string = nameOf,
): Specimen['draw'] {
  return ({ width, height }, wording) =>
    funnel(
      areas.map((area) => ({ ...area, label: label(area.label, wording) })),
      {
        width,
        height: height + 60,
        document,
        formatValue: (value) => bareValue(wording, 'on_time_rate', value),
        formatCount: wording.format.count,
        center,
        centerLabel: wording.text('chart.city', { value: valueWords(wording, 'on_time_rate', center) }),
        limitLabels: { inner: said(wording, '95%', '95 %'), outer: said(wording, '99.8%', '99,8 %') },
        countLabel: said(wording, 'Number of requests', 'Nombre de demandes'),
      },
    );
}

const dozen = hundredAreas.filter((_, at) => at % 8 === 0);
/** Every fifth area moved out of its limits. */
const many = hundredAreas.map((area, at): FunnelArea =>
  at % 5 === 0 ? { ...area, value: Math.max(0, area.lower998 - 0.02), position: 'beyond_998' } : area,
);
const longName = (id: string, wording: Wording): string =>
  said(wording, `Neighbourhood of the Northern ${id.slice(-7)}`, `Arrondissement des Cantons-du-Nord ${id.slice(-7)}`);
const same = hundredAreas
  .slice(0, 12)
  .map((area) => ({ ...area, ...hundredAreas[0], label: area.label }) as FunnelArea);

export const funnelSpecimens: Specimens = {
  chart: 'funnel',
  cases: [
    { name: 'a hundred areas', draw: drawn(hundredAreas, hundredRate) },
    {
      name: 'a dozen areas',
      draw: drawn(dozen, hundredRate),
    },
    { name: 'six wards', draw: drawn(sixAreas, cityRate) },
    { name: 'twenty outside', draw: drawn(many, hundredRate) },
    {
      name: 'names of forty letters',
      draw: drawn(many.filter((_, at) => at % 5 === 0).slice(0, 4), hundredRate, longName),
    },
    { name: 'all alike', draw: drawn(same, hundredRate) },
    {
      name: 'all one',
      draw: drawn(
        dozen.map((area) => ({
          ...area,
          value: 1,
          lower95: 1,
          upper95: 1,
          lower998: 1,
          upper998: 1,
          position: 'within',
        })),
        1,
      ),
    },
    {
      name: 'all nothing',
      draw: drawn(
        dozen.map((area) => ({
          ...area,
          value: 0,
          lower95: 0,
          upper95: 0,
          lower998: 0,
          upper998: 0,
          position: 'within',
        })),
        0,
      ),
    },
    { name: 'one area', draw: drawn(hundredAreas.slice(0, 1), hundredRate) },
    { name: 'empty', draw: drawn([], hundredRate), isEmpty: true },
  ],
};
