/** A city that counts business days is told of the years without a holiday, and no other city is. */

import { expect, test } from 'vitest';
import type { City } from '../../src/contract/city.ts';
import { missingHolidays } from '../../scripts/check-config/missing-holidays.ts';

const city = (unit: string, ...holidays: string[]) =>
  ({
    folder: 'data/city',
    settings: { time_zone: 'America/Toronto' },
    lists: {
      targets: [{ service_code: 'tree', unit }],
      holidays: holidays.map((holiday_on) => ({ holiday_on })),
    },
  }) as unknown as City;

/** Still 2026 in Toronto. */
const night = new Date('2027-01-01T03:00:00Z');
const told = (...holidays: string[]) => missingHolidays(city('business_days', ...holidays), night).join(' ');

test('with an empty list both years are named, and how to fill them', () => {
  expect(told()).toMatch(
    /^1 service has a target .*\/holidays\.csv lists no day of 2026 or 2027: .* such as 2027-12-25/,
  );
});

test('the year of the night and the next are needed, by the calendar of the city', () => {
  expect(told('2026-12-25')).toContain('lists no day of 2027:');
  expect(told('2027-12-25', '2028-12-25')).toContain('lists no day of 2026:');
  expect(told('2026-12-25', '2027-01-01')).toBe('');
});

test('targets in hours or days need no holidays', () => {
  expect(missingHolidays(city('days'), night)).toEqual([]);
});
