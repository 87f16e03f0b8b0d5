/** Clocks of devices: zones are recognised by their regularity, and a backlog or a slow network is no zone. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeTime, zoneFault, type Delivery } from '../../../scripts/live/matching/grade-clock.ts';

const minute = 60_000;
const now = Date.UTC(2026, 0, 20, 12);

/** One each ten seconds, by their lags in minutes. */
const delivered = (lags: readonly number[]): Delivery[] =>
  lags.map((lag, i) => ({ receivedAt: now + i * 10_000, lag: lag * minute }));

const faultOf = (lags: readonly number[]) => zoneFault(delivered(lags), lags.length - 1) / minute;

describe('a zone', () => {
  const zones = fc.integer({ min: 2, max: 56 }).map((quarters) => quarters * 15);
  const latencies = fc.array(fc.double({ min: 0, max: 4.5, noNaN: true }), { minLength: 5, maxLength: 40 });

  test('ahead or behind is found to the minute, whatever the network takes', () => {
    fc.assert(
      fc.property(zones, fc.boolean(), latencies, (zone, isAhead, latency) => {
        const offset = isAhead ? -zone : zone;
        expect(faultOf(latency.map((minutes) => minutes + offset))).toBe(offset);
      }),
    );
  });

  test('is not found in a right clock', () => {
    fc.assert(
      fc.property(latencies, (latency) => {
        expect(faultOf(latency)).toBe(0);
      }),
    );
  });

  test.each([
    ['St. John’s', 210],
    ['Toronto, ahead', -300],
  ])('of %s', (_, offset) => {
    expect(faultOf([0.3, 0.2, 1, 0.4, 0.3].map((lag) => lag + offset))).toBe(offset);
  });

  test('needs five deliveries, and is then known of the first as well', () => {
    const deliveries = delivered([210, 210.2, 210.4, 210.1, 210.3]);
    expect(zoneFault(deliveries.slice(0, 4), 0)).toBe(0);
    expect(zoneFault(deliveries, 0)).toBe(210 * minute);
  });
});

describe('no zone', () => {
  test('a vehicle that was out of reach, and sends its backlog one by one', () => {
    expect(faultOf(Array.from({ length: 30 }, (_, i) => 60 - 2 * i))).toBe(0);
  });

  test('trucks that stand, whose last position grows old up to a quarter of an hour', () => {
    expect(faultOf([15, 15.5, 15.2, 15.1, 15.4, 15.3])).toBe(0);
  });

  test('one delivery in four late by half an hour', () => {
    expect(faultOf([0.2, 30, 0.3, 0.1, 0.2, 30.2, 0.3, 0.2])).toBe(0);
  });
});

describe('the grade of a time', () => {
  const grade = (lag: number, fault = 0) => gradeTime(now - lag * minute, now, fault * minute);

  test('good within five minutes, late after', () => {
    expect(grade(4.9)).toMatchObject({ grade: 'good', isLate: false });
    expect(grade(5.1)).toMatchObject({ grade: 'late', isLate: true, time: now - 5.1 * minute });
  });

  test('the future is set to the receipt, and said so', () => {
    expect(grade(-2)).toEqual({ time: now, grade: 'ahead', isLate: false });
  });

  test('a zone is put right, and what is late besides is still late', () => {
    expect(grade(210.5, 210)).toEqual({ time: now - 0.5 * minute, grade: 'corrected', isLate: false });
    expect(grade(-280, -300)).toMatchObject({ time: now - 20 * minute, grade: 'corrected', isLate: true });
  });

  test('what came after the clock was mended keeps its time', () => {
    expect(grade(0.3, -300)).toMatchObject({ grade: 'good', time: now - 0.3 * minute });
  });

  test('without a time of its own, that of the receipt', () => {
    expect(gradeTime(null, now, 0)).toEqual({ time: now, grade: 'receipt', isLate: false });
  });
});
