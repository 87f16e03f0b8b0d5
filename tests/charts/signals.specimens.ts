/** Specimens of `signals`. */

import { signals, type SignalMonth } from '../../src/charts/signals.ts';
import { bareValue } from '../../src/i18n/measure-value.ts';
import { events, readRows } from './months.ts';
import { document, said, type Specimen, type Specimens } from './specimen.ts';

type Row = Omit<SignalMonth, 'label'>;
type Packed = readonly [string, number | null, number | null, number | null, number | null, SignalMonth['signal']];

const packed = readRows<Record<string, readonly Packed[]>>('signals');
const of = (name: string): Row[] =>
  (packed[name] as readonly Packed[]).map(([month, value, middle, lower, upper, signal]) => ({
    month,
    value,
    middle,
    lower,
    upper,
    isProvisional: false,
    signal,
  }));
/** Three years and what is judged in them. */
const received = of('received').slice(-36);
const onTime = of('on_time').slice(-36);

function drawn(rows: readonly Row[], isShare: boolean): Specimen['draw'] {
  const measureId = isShare ? 'on_time_rate' : 'requests_received';
  return ({ width, height }, wording) =>
    signals(
      rows.map((row) => ({ ...row, label: wording.format.monthShort(row.month) })),
      {
        width,
        height,
        document,
        isShare,
        shades: events,
        formatValue: (value) => bareValue(wording, measureId, value),
        runLabel: (months, side) =>
          side === 'above'
            ? said(wording, `${months} months above`, `${months} mois au-dessus`)
            : said(wording, `${months} months below`, `${months} mois au-dessous`),
      },
    );
}

/** A storm month and a strike month, which the demo city did not have. */
const stormy = received.map((row, at): Row =>
  at === 27
    ? { ...row, value: (row.upper ?? 0) * 1.15, signal: 'above' }
    : at === 31
      ? { ...row, value: (row.lower ?? 0) * 0.7, signal: 'below' }
      : row,
);
const wild = received.map((row, at): Row => ({
  ...row,
  signal: row.middle === null ? 'none' : at % 2 === 0 ? 'above' : 'below',
}));
const unjudged = received.map((row): Row => ({ ...row, middle: null, lower: null, upper: null, signal: 'none' }));

export const signalsSpecimens: Specimens = {
  chart: 'signals',
  cases: [
    { name: 'requests', draw: drawn(received, false) },
    { name: 'shares with runs', draw: drawn(onTime, true) },
    { name: 'one month below', draw: drawn(of('graffiti').slice(-36), false) },
    { name: 'above and below', draw: drawn(stormy, false) },
    { name: 'every month a signal', draw: drawn(wild, false) },
    { name: 'winters only', draw: drawn(of('street_plowing').slice(-36), false) },
    {
      name: 'provisional',
      draw: drawn(
        onTime.map((row, at) =>
          at > 33 ? { ...row, isProvisional: true, middle: null, lower: null, upper: null, signal: 'none' } : row,
        ),
        true,
      ),
    },
    { name: 'nothing judged yet', draw: drawn(unjudged, false) },
    { name: 'first month', draw: drawn(unjudged.slice(0, 1), false) },
    {
      name: 'all nothing',
      draw: drawn(
        received.map((row) => ({ ...row, value: 0, middle: 0, lower: 0, upper: 0, signal: 'none' })),
        false,
      ),
    },
    {
      name: 'all one',
      draw: drawn(
        onTime.map((row) => ({ ...row, value: 1, middle: 1, lower: 1, upper: 1, signal: 'none' })),
        true,
      ),
    },
    {
      name: 'all missing',
      draw: drawn(
        received.map((row) => ({ ...row, value: null })),
        false,
      ),
      isEmpty: true,
    },
    { name: 'empty', draw: drawn([], false), isEmpty: true },
  ],
};
