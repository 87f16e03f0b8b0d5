/** Specimens of `backlog`. */

import { backlog } from '../../src/charts/backlog.ts';
import { readRows } from './months.ts';
import { document, said, type Specimen, type Specimens } from './specimen.ts';

type Counts = readonly (number | null)[];

const packed = readRows<Record<string, { newest: number[]; earlier: number[] }>>('ages');
const all = packed['all'] as { newest: number[]; earlier: number[] };
const sidewalks = packed['sidewalk_repair'] as typeof all;
const labels = [
  ['0 to 7 days', '0 à 7 jours'],
  ['8 to 30 days', '8 à 30 jours'],
  ['31 to 90 days', '31 à 90 jours'],
  ['91 to 365 days', '91 à 365 jours'],
  ['Over 365 days', 'Plus de 365 jours'],
] as const;
const none: Counts = [null, null, null, null, null];

function drawn(newest: Counts, earlier: Counts): Specimen['draw'] {
  return ({ width }, wording) =>
    backlog(
      newest.map((count, at) => ({
        label: said(wording, ...(labels[at] as readonly [string, string])),
        count,
        earlier: earlier[at] ?? null,
        missing: wording.text('missing.no_data'),
      })),
      {
        width,
        document,
        formatValue: wording.format.count,
        newestLabel: wording.format.month('2026-10-01'),
        earlierLabel: wording.format.month('2025-10-01'),
      },
    );
}

export const backlogSpecimens: Specimens = {
  chart: 'backlog',
  cases: [
    { name: 'all services', draw: drawn(all.newest, all.earlier) },
    { name: 'sidewalk repairs', draw: drawn(sidewalks.newest, sidewalks.earlier) },
    { name: 'first month', draw: drawn(all.newest, none) },
    { name: 'one band only', draw: drawn([0, 0, 0, 0, 586], [0, 0, 0, 0, 490]) },
    { name: 'all nothing', draw: drawn([0, 0, 0, 0, 0], [0, 0, 0, 0, 0]) },
    { name: 'all alike', draw: drawn([12, 12, 12, 12, 12], [12, 12, 12, 12, 12]) },
    { name: 'far fewer than before', draw: drawn([3, 2, 1, 0, 1], all.earlier) },
    { name: 'one missing', draw: drawn([237, null, 182, 434, 586], all.earlier) },
    {
      name: 'hundreds of thousands',
      draw: drawn([120_400, 98_310, 40_222, 12_001, 1], [119_000, 99_999, 39_000, 9_000, 0]),
    },
    { name: 'all missing', draw: drawn(none, none), isEmpty: true },
    { name: 'empty', draw: drawn([], []), isEmpty: true },
  ],
};
