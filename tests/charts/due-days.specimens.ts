/** Specimens of `due-days`. */

import { dueDays, type DueDay } from '../../src/charts/due-days.ts';
import { readRows } from './months.ts';
import { document, said, type Specimen, type Specimens } from './specimen.ts';

const packed = readRows<Record<string, readonly (readonly [number | null, number])[]>>('closing');
const of = (service: string): DueDay[] =>
  (packed[service] as readonly (readonly [number | null, number])[]).map(([days, count]) => ({ days, count }));
const potholes = of('pothole');

const countOf = (rows: readonly DueDay[], isCounted: (days: number | null) => boolean): number =>
  rows.filter(({ days }) => isCounted(days)).reduce((sum, { count }) => sum + count, 0);

function drawn(rows: readonly DueDay[]): Specimen['draw'] {
  return ({ name, width, height }, wording) => {
    const number = (isCounted: (days: number | null) => boolean) => wording.format.count(countOf(rows, isCounted));
    const end = (days: number) => (Math.abs(days) === 31 ? '+' : '');
    return dueDays(rows, {
      width,
      height,
      document,
      formatValue: wording.format.count,
      labels: {
        before: [said(wording, 'Before', 'Avant'), number((days) => days !== null && days < 0)],
        due: [said(wording, 'Due day', 'Jour prévu'), number((days) => days === 0)],
        after: [said(wording, 'After', 'Après'), number((days) => days !== null && days > 0)],
        open: [said(wording, 'Still open', 'Ouvertes'), number((days) => days === null)],
      },
      formatDay: (days) =>
        name === 'narrow' || Math.abs(days) < 31
          ? `${Math.abs(days)}${end(days)}`
          : days < 0
            ? said(wording, '31 days early or more', '31 jours avant ou plus')
            : said(wording, '31 late or more', '31 après ou plus'),
    });
  };
}

/** What a city that closes on the last day would look like. */
const lastDay = potholes.map((row): DueDay => (row.days === 0 ? { ...row, count: 900 } : row));

export const dueDaysSpecimens: Specimens = {
  chart: 'due-days',
  cases: [
    { name: 'potholes', draw: drawn(potholes) },
    { name: 'all services', draw: drawn(of('all')) },
    { name: 'closed on the last day', draw: drawn(lastDay) },
    { name: 'far before', draw: drawn(of('plow_damage')) },
    { name: 'missed garbage', draw: drawn(of('missed_garbage')) },
    { name: 'only open', draw: drawn([{ days: null, count: 41 }]) },
    { name: 'one request', draw: drawn([{ days: 0, count: 1 }]) },
    { name: 'all alike', draw: drawn(Array.from({ length: 63 }, (_, at) => ({ days: at - 31, count: 12 }))) },
    { name: 'all nothing', draw: drawn(potholes.map((row) => ({ ...row, count: 0 }))), isEmpty: true },
    { name: 'empty', draw: drawn([]), isEmpty: true },
  ],
};
