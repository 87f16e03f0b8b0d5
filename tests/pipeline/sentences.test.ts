/** Every headline of a figure, for none, one, two and many, missing and provisional: held as it was read aloud, in each language. */

import { join } from 'node:path';
import { describe, expect, inject, test, vi } from 'vitest';
import { languages } from '../../src/contract/city.ts';
import { measureIds, missingReasons, type MeasureId } from '../../src/contract/measures.ts';
import { signalKinds } from '../../src/contract/understanding.ts';
import type { MeasureRow } from '../../src/datasets/measures.ts';

const { dataFolder } = inject('demoNight');
vi.stubEnv('PLAINVIEW_EXPORTS', join(dataFolder, 'exports'));

const { measureSentence } = await import('../../src/i18n/measure-sentence.ts');
const { unitOf } = await import('../../src/i18n/measure-value.ts');
const { makeWording } = await import('../../src/i18n/make-wording.ts');
const { waitSentence } = await import('../../src/components/wait-sentences.ts');
const { dueSentence } = await import('../../src/components/due-days.ts');
const { signalSentence } = await import('../../src/components/signal-words.ts');

const counts = [0, 1, 2, 1234];
const periods = [
  ['month', '2026-09-01'],
  ['season', '2025-11-01'],
  ['season', '2026-05-01'],
  ['year', '2025-01-01'],
  ['last_12_months', '2025-11-01'],
  ['day', '2026-11-01'],
] as const;

function rowOf(measureId: MeasureId, changes: Partial<MeasureRow>): MeasureRow {
  return {
    measureId,
    periodType: 'month',
    periodStart: '2026-09-01',
    value: null,
    numerator: null,
    denominator: 12,
    lower: null,
    upper: null,
    status: 'final',
    basis: 'published',
    missingReason: null,
    ...changes,
  };
}

/** The outcomes share their sentence. */
const said = measureIds.filter((id) => !id.startsWith('outcome_') || id === 'outcome_open');

/** A share of none, or half of none, is no figure. */
function countsOf(measureId: MeasureId): readonly number[] {
  return ['count', 'per_1000'].includes(unitOf(measureId)) ? counts : counts.slice(1);
}

/** A value for so many requests, in the unit of the measure. */
function shownValue(measureId: MeasureId, count: number): number {
  const unit = unitOf(measureId);
  if (unit === 'share') return count === 1 ? 1 : 0.5;
  return unit === 'days' ? count * 1.04 : count;
}

describe.each(languages)('in %s', (language) => {
  const wording = makeWording(language, 'America/Toronto');
  const sentenceOf = (row: MeasureRow) =>
    measureSentence(wording, { measureId: row.measureId, row, value: row.value, month: '2026-09-01' });
  const sentences = [
    ...said.flatMap((id) => [
      ...countsOf(id).map((count) => sentenceOf(rowOf(id, { value: shownValue(id, count), denominator: count }))),
      sentenceOf(rowOf(id, { value: shownValue(id, 2), status: 'provisional' })),
      sentenceOf(rowOf(id, { missingReason: 'too_few' })),
    ]),
    ...(['median_days_to_close', 'p90_days_to_close'] as const).flatMap((id) =>
      [1, 12].map((numerator) => sentenceOf(rowOf(id, { value: 583, numerator, denominator: 23 }))),
    ),
    ...missingReasons.map((missingReason) => sentenceOf(rowOf('on_time_rate', { missingReason }))),
    ...periods.map(([periodType, periodStart]) =>
      sentenceOf(rowOf('requests_received', { periodType, periodStart, value: 12 })),
    ),
    ...[0, 1, 12].flatMap((daysWaited) =>
      [
        [0.04, 0.5],
        [1, 2],
        [3.2, null],
        [null, null],
      ].map(([half = null, nine = null]) =>
        waitSentence(wording, waitOf(daysWaited, half, nine), { half, nineInTen: nine }),
      ),
    ),
    waitSentence(wording, { ...waitOf(12, null, null), missingReason: 'too_few' }),
    ...[1, 12].map((days) => {
      const wait = waitOf(days, 6.4, 9);
      return waitSentence(wording, { ...wait, half: { ...wait.half, upper: null } });
    }),
    waitSentence(wording, { ...waitOf(12, 6.4, 9), nineInTen: { days: 9, lower: 7, upper: null } }),
    ...[[1], [0, 1, 2, 3], [10, 40, 5, 2]].map(([before = 0, due = 0, after = 0, open = 0]) =>
      dueSentence(
        wording,
        (
          [
            [-3, before],
            [0, due],
            [4, after],
            [null, open],
          ] as const
        ).map(([daysFromDue, count]) => ({
          service: 'all',
          daysFromDue,
          count,
        })),
      ),
    ),
    ...signalKinds.map((signal) =>
      signalSentence(wording, {
        measureId: 'on_time_rate',
        service: 'all',
        month: '2026-09-01',
        value: 0.8,
        expected: 0.85,
        deviation: -0.05,
        center: 0,
        lower: -0.1,
        upper: 0.2,
        lowerValue: 0.75,
        upperValue: 1.05,
        pointCount: 30,
        signal,
      }),
    ),
  ];

  test('each is whole: it begins with a capital or a number, ends with a full stop, and leaves no gap', () => {
    const odd = sentences.filter(
      (sentence) => !/^[\p{Lu}\d].*[^\s.]\.$/u.test(sentence) || /[{}]|undefined|NaN| {2}/.test(sentence),
    );
    expect(odd).toEqual([]);
  });

  test('each is what was read aloud', async () => {
    await expect(`${[...new Set(sentences)].join('\n')}\n`).toMatchFileSnapshot(`sentences/${language}.txt`);
  });
});

function waitOf(daysWaited: number, half: number | null, nine: number | null) {
  const more = (days: number | null) => ({ days, lower: days && days / 2, upper: days && days * 2 });
  return {
    service: 'all',
    daysWaited,
    atRiskCount: 40,
    dealtWithShare: 0.5,
    dealtWithLower: null,
    dealtWithUpper: null,
    dealtWithShareAj: null,
    handedOnShareAj: null,
    half: more(half),
    nineInTen: more(nine),
    basis: 'published' as const,
    missingReason: half === null ? ('not_reached' as const) : null,
  };
}
