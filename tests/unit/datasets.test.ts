/** Months, and each month’s own past. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, monthsBetween } from '../../src/datasets/months.ts';
import { seasonalBand } from '../../src/datasets/seasonal-band.ts';

const julys = (values: Readonly<Record<number, number | null>>) =>
  new Map(Object.entries(values).map(([year, value]) => [`${year}-07-01`, value]));

describe('a seasonal band', () => {
  test('is the lowest, the median and the highest of the same month in earlier years', () => {
    const values = julys({ 2021: 40, 2022: 10, 2023: 30, 2024: 20, 2025: 999 });
    expect(seasonalBand(values, '2025-07-01')).toEqual({ low: 10, median: 25, high: 40, fromYear: 2021, toYear: 2024 });
  });

  test('looks back five years and no further', () => {
    const values = julys({ 2018: 1, 2019: 2, 2020: 3, 2021: 4, 2022: 5, 2023: 6 });
    expect(seasonalBand(values, '2024-07-01')).toMatchObject({ low: 2, high: 6, fromYear: 2019 });
  });

  test('needs three years: two with a value and one without are not enough', () => {
    expect(seasonalBand(julys({ 2022: 1, 2023: null, 2024: 3 }), '2025-07-01')).toBeNull();
    expect(seasonalBand(new Map(), '2025-07-01')).toBeNull();
  });

  test('holds its median between its ends, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 3, maxLength: 5 }), (past) => {
        const band = seasonalBand(julys(Object.fromEntries(past.map((value, at) => [2020 + at, value]))), '2025-07-01');
        expect(band === null || (band.low <= band.median && band.median <= band.high)).toBe(true);
      }),
    );
  });
});

describe('months', () => {
  test('go over the turn of a year, both ways', () => {
    expect(addMonths('2025-11-01', 3)).toBe('2026-02-01');
    expect(addMonths('2026-01-01', -1)).toBe('2025-12-01');
    expect(monthsBetween('2025-11-01', '2026-01-01')).toEqual(['2025-11-01', '2025-12-01', '2026-01-01']);
  });

  test('end on their last day', () => {
    expect(addDays(addMonths('2024-02-01', 1), -1)).toBe('2024-02-29');
  });
});
