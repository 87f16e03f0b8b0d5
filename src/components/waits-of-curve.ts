/** The curve of a service's waits: its points, its headline, and its table. */

import type { ReachedShare, WaitedDay } from '../charts/dealt-with-curve.ts';
import { type FromStart, type WaitingTime, waitingTimes } from '../datasets/waiting-times.ts';
import { cohortWords } from '../i18n/measure-sentence.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, type Table } from './table.ts';

/** Only what is told as shares: of tier C there is none. */
export function curveOf(service: string | undefined): readonly WaitingTime[] {
  return waitingTimes(service).filter(({ dealtWithShare }) => dealtWithShare !== null);
}

export function curvePoints(rows: readonly WaitingTime[]): WaitedDay[] {
  return rows.map(({ daysWaited, dealtWithShare, dealtWithLower, dealtWithUpper }) => ({
    days: daysWaited,
    share: dealtWithShare,
    lower: dealtWithLower,
    upper: dealtWithUpper,
  }));
}

/** The half and nine in ten, as they are reached from the beginning. */
export function reachedShares(wording: Wording, { half, nineInTen }: FromStart): ReachedShare[] {
  const reached = (share: number, days: number | null, key: 'curve.half' | 'curve.nine') =>
    days === null ? [] : [{ share, days, label: wording.text(key), words: wording.days(days) }];
  return [...reached(0.5, half, 'curve.half'), ...reached(0.9, nineInTen, 'curve.nine')];
}

export function curveSentence(wording: Wording, rows: readonly WaitingTime[]): string {
  const [first, second] = toldDays(rows);
  const period = cohortWords(wording);
  if (first === undefined || second === undefined) return wording.text('curve.none', { period });
  const share = ({ dealtWithShare }: WaitingTime) => wording.format.share(dealtWithShare ?? 0);
  const days = ({ daysWaited }: WaitingTime) => wording.plural('target.days', daysWaited);
  return wording.text('curve.sentence', {
    period,
    first_share: share(first),
    first_days: days(first),
    second_share: share(second),
    second_days: days(second),
  });
}

/** Two days that people ask about, and that the chart shows: it ends soon after nine in ten. */
function toldDays(rows: readonly WaitingTime[]): WaitingTime[] {
  const nine = rows.find(({ dealtWithShare }) => (dealtWithShare ?? 0) >= 0.9)?.daysWaited ?? Number.POSITIVE_INFINITY;
  const known = [1, 3, 7, 14, 30, 60, 90, 180].flatMap((days) => shareAt(rows, days) ?? []);
  const shown = known.filter(({ daysWaited, dealtWithShare }) => dealtWithShare !== null && daysWaited <= nine);
  return shown.length >= 2
    ? shown.slice(-2)
    : known.filter(({ dealtWithShare }) => dealtWithShare !== null).slice(0, 2);
}

/** What being handed on does to the share: nothing to say where nothing was. */
export function handedOnNote(wording: Wording, rows: readonly WaitingTime[]): string[] {
  const month = shareAt(rows, 30);
  if (!month?.handedOnShareAj || month.dealtWithShareAj === null) return [];
  return [
    wording.text('curve.handed_on', {
      dealt: wording.format.share(month.dealtWithShareAj),
      handed: wording.format.share(month.handedOnShareAj),
    }),
  ];
}

export function curveTable(wording: Wording, rows: readonly WaitingTime[]): Table {
  const share = (value: number | null) => (value === null ? '–' : wording.format.share(value));
  return {
    caption: wording.text('curve.kicker'),
    columns: [
      ...(['curve.days', 'curve.share', 'table.interval', 'curve.share_aj', 'wait.at_risk'] as const).map((key) =>
        numberColumn(wording.text(key)),
      ),
    ],
    rows: rows.map((row) => [
      wording.format.count(row.daysWaited),
      share(row.dealtWithShare),
      row.dealtWithLower === null || row.dealtWithUpper === null
        ? '–'
        : wording.text('table.range', { low: share(row.dealtWithLower), high: share(row.dealtWithUpper) }),
      share(row.dealtWithShareAj),
      row.atRiskCount === null ? '–' : wording.format.count(row.atRiskCount),
    ]),
  };
}

export function shareAt(rows: readonly WaitingTime[], days: number): WaitingTime | undefined {
  return rows.find(({ daysWaited }) => daysWaited === days);
}
