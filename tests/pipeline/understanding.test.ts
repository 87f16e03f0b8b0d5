/** The data sets that figures are compared by agree with the figures, as the site reads both. */

import { join } from 'node:path';
import { describe, expect, inject, test, vi } from 'vitest';
import { comparedMeasures, daysWaited, signalMeasures } from '../../src/contract/understanding.ts';

const { dataFolder } = inject('demoNight');
vi.stubEnv('PLAINVIEW_EXPORTS', join(dataFolder, 'exports'));

const [measures, waits, closings, areas, signals, other] = await Promise.all([
  import('../../src/datasets/measures.ts'),
  import('../../src/datasets/waiting-times.ts'),
  import('../../src/datasets/closing-days.ts'),
  import('../../src/datasets/area-comparisons.ts'),
  import('../../src/datasets/signals.ts'),
  import('../../src/datasets/alternatives.ts'),
]);
const { services } = await import('../../src/datasets/services.ts');

const published = services.filter(({ tier }) => tier !== 'C').map(({ code }) => code);
const slices: readonly { readonly service?: string }[] = [{}, ...published.map((service) => ({ service }))];
const yearOf = (measure: Parameters<typeof measures.findRows>[0], slice: { service?: string }) =>
  measures.findRows(measure, 'last_12_months', slice).at(-1);

describe('how long it still takes', () => {
  test('begins with the median and the nine in ten of the last twelve months, where nothing was closed at once', () => {
    let compared = 0;
    for (const slice of slices) {
      const start = waits.waitingTimes(slice.service).find(({ daysWaited: days }) => days === 0);
      if (start?.dealtWithShare !== 0 || start.half.days === null || start.handedOnShareAj !== 0) continue;
      expect(start.half.days, slice.service).toBeCloseTo(yearOf('median_days_to_close', slice)?.value ?? Number.NaN, 9);
      expect(start.half.upper ?? null).toBe(yearOf('median_days_to_close', slice)?.upper ?? null);
      expect(start.nineInTen.days).toBe(yearOf('p90_days_to_close', slice)?.value ?? null);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(5);
  });

  test('marks the half and nine in ten where the curve of all that were received has them', () => {
    let closedAtOnce = 0;
    for (const { service = 'all' } of slices) {
      const rows = waits.waitingTimes(service);
      const { half, nineInTen } = waits.fromStart(service);
      for (const [share, days] of [[0.5, half] as const, [0.9, nineInTen] as const]) {
        if (days === null) continue;
        const by = rows.find(({ daysWaited: day }) => day >= days);
        const before = rows.findLast(({ daysWaited: day }) => day < days);
        expect(by?.dealtWithShare ?? 1, service).toBeGreaterThanOrEqual(share - 1e-9);
        expect(before?.dealtWithShare ?? 0, service).toBeLessThanOrEqual(share + 1e-9);
      }
      if ((rows[0]?.dealtWithShare ?? 0) > 0 && half !== rows[0]?.half.days) closedAtOnce += 1;
    }
    expect(closedAtOnce).toBeGreaterThan(2);
  });

  test.each([1, 7, 30] as const)('has the share closed within %i days', (days) => {
    for (const slice of slices) {
      const row = waits.waitingTimes(slice.service).find((one) => one.daysWaited === days);
      const figure = yearOf(`closed_within_${days}_days`, slice);
      expect(row?.dealtWithShare ?? null, slice.service).toBe(figure?.value ?? null);
      expect([row?.dealtWithLower ?? null, row?.dealtWithUpper ?? null]).toEqual([
        figure?.lower ?? null,
        figure?.upper ?? null,
      ]);
    }
  });

  test('tells of tier C whole days alone, of services whose median is published', () => {
    const told = services.filter(({ tier, code }) => tier === 'C' && waits.waitingTimes(code).length > 0);
    expect(told.length).toBeGreaterThan(3);
    for (const { code } of told) {
      expect(yearOf('median_days_to_close', { service: code })?.value).toEqual(expect.any(Number));
      const rows = waits.waitingTimes(code);
      expect(rows.map((row) => row.daysWaited)).toEqual(daysWaited.warehouse);
      for (const row of rows) {
        expect(row).toMatchObject({ basis: 'warehouse', atRiskCount: null, dealtWithShare: null });
        expect([row.half.lower, row.half.upper, row.nineInTen.lower, row.nineInTen.upper]).toEqual(Array(4).fill(null));
        for (const { days } of [row.half, row.nineInTen]) expect(Number.isInteger(days ?? 0)).toBe(true);
      }
    }
  });
});

describe('closing days', () => {
  test('are of those that fell due in the last twelve months, each once', () => {
    for (const slice of slices) {
      const days = closings.closingDays(slice.service);
      const counted = days.reduce((sum, { count }) => sum + count, 0);
      expect(counted, slice.service).toBe(yearOf('on_time_rate', slice)?.denominator ?? 0);
    }
  });
});

describe.each(comparedMeasures)('areas by %s', (measure) => {
  test('lie within the limits that they are said to lie in', () => {
    const rows = areas.comparisonsOf(measure);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(row.value).toBeCloseTo(row.numerator / row.denominator, 11);
      const isWithin = row.value >= row.lower95 && row.value <= row.upper95;
      expect(row.position === 'within').toBe(isWithin);
      expect(row.lower998 <= row.lower95 && row.upper95 <= row.upper998).toBe(true);
    }
  });
});

describe.each(signalMeasures)('signals of %s', (measure) => {
  test('judge the months that the measure has, and agree with its values', () => {
    const rows = signals.signalsOf(measure);
    expect(rows.length).toBeGreaterThan(12);
    for (const row of rows) {
      expect(row.value).toBe(measures.findRow(measure, 'month', {}, row.month)?.value);
      expect(row.signal === 'above').toBe(row.value > row.upperValue);
      expect(signals.judgedIn(row.month)).toContain(row);
    }
  });
});

describe('other formulas', () => {
  test('stand beside the measure for the same period', () => {
    for (const id of ['on_time_of_closed', 'median_of_closed', 'closings_of_requests'] as const) {
      const rows = [...other.alternativesOf(id, 'month'), ...other.alternativesOf(id, 'last_12_months')];
      expect(rows.length).toBeGreaterThan(24);
      for (const row of rows) {
        const own = measures.findRow(row.measureId, row.periodType, {}, row.periodStart);
        expect(own?.value, `${id} ${row.periodStart}`).toEqual(expect.any(Number));
      }
    }
  });

  test('leave out those still open, and look better for it', () => {
    for (const row of other.alternativesOf('on_time_of_closed', 'month')) {
      const own = measures.findRow('on_time_rate', 'month', {}, row.periodStart);
      expect(row.numerator).toBe(own?.numerator);
      expect(row.value).toBeGreaterThanOrEqual(own?.value ?? 1);
    }
  });
});
