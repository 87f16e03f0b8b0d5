/** The demo city's six wards, and its wards month by month as a hundred areas. */

import { readRows } from './months.ts';
import type { FunnelArea } from '../../src/charts/funnel.ts';
import type { Wording } from '../../src/i18n/words-from.ts';
import { said } from './specimen.ts';

type PackedArea = readonly [string, number, number, number, number, number, number, FunnelArea['position']];
type PackedDot = readonly [string, number, number, number];

const packed = readRows<{
  city: number;
  dots: readonly PackedDot[];
  wards: { center: number; areas: readonly PackedArea[] };
  hundred: { center: number; areas: readonly PackedArea[] };
}>('areas');

const names: Readonly<Record<string, readonly [string, string]>> = {
  'ward-1': ['Ward 1 – Harbour', 'Quartier 1 – Havre'],
  'ward-2': ['Ward 2 – Old Mill', 'Quartier 2 – Vieux-Moulin'],
  'ward-3': ['Ward 3 – Birch Hill', 'Quartier 3 – Côte-aux-Bouleaux'],
  'ward-4': ['Ward 4 – Saint-Cyprien', 'Quartier 4 – Saint-Cyprien'],
  'ward-5': ['Ward 5 – Airport Heights', 'Quartier 5 – Plateau-de-l’Aéroport'],
  'ward-6': ['Ward 6 – Northern Townships', 'Quartier 6 – Cantons-du-Nord'],
};

export function nameOf(id: string, wording: Wording): string {
  const [ward, month] = id.split(' ');
  const [english, french] = names[ward ?? ''] ?? [id, id];
  return month
    ? `${said(wording, english, french)}, ${wording.format.monthShort(`${month}-01`)}`
    : said(wording, english, french);
}

export const cityRate = packed.city;
export const wards = packed.dots.map(([id, value, lower, upper]) => ({ id, value, lower, upper }));
export const hundredRate = packed.hundred.center;

const unpack = ([label, value, count, lower95, upper95, lower998, upper998, position]: PackedArea): FunnelArea => ({
  label,
  value,
  count,
  lower95,
  upper95,
  lower998,
  upper998,
  position,
});

export const sixAreas = packed.wards.areas.map(unpack);
export const hundredAreas = packed.hundred.areas.map(unpack);
