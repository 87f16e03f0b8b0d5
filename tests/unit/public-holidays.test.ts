/** The public holidays of a province, against calendars read by a person, and those that a new city is given. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explainHolidays, proposeHolidays } from '../../scripts/new-city/propose-holidays.ts';
import { easterSunday } from '../../scripts/support/holidays/days-of-a-year.ts';
import { provinces, publicHolidays } from '../../scripts/support/holidays/public-holidays.ts';

const daysOf = (...[province, year]: Parameters<typeof publicHolidays>) =>
  publicHolidays(province, year)
    .map(({ holiday_on }) => holiday_on.slice(5))
    .join(' ');

test.each([
  ['ontario', 2026, '01-01 02-16 04-03 05-18 07-01 09-07 10-12 12-25 12-26'],
  ['quebec', 2026, '01-01 04-03 05-18 06-24 07-01 09-07 10-12 12-25'],
  ['alberta', 2026, '01-01 02-16 04-03 05-18 07-01 09-07 10-12 11-11 12-25'],
  ['british_columbia', 2026, '01-01 02-16 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25'],
  ['saskatchewan', 2018, '01-01 02-19 03-30 05-21 07-02 08-06 09-03 10-08 11-12 12-25'],
] as const)('%s in %i', (province, year, days) => {
  expect(daysOf(province, year)).toBe(days);
});

test.each([
  ['quebec', 2018, '06-25 07-02', 'in Québec 24 June and 1 July move to the Monday from a Sunday'],
  ['quebec', 2023, '06-24 07-01', 'in Québec both stay on a Saturday'],
  [
    'ontario',
    2021,
    '12-25 12-26',
    'in Ontario Christmas on a Saturday stays: the day instead is agreed with the staff',
  ],
  ['saskatchewan', 2022, '11-11 12-26', 'in Saskatchewan Christmas on a Sunday is kept on the Monday'],
  ['british_columbia', 2018, '01-01 02-12', 'in British Columbia Family Day was the second Monday until 2018'],
  ['british_columbia', 2022, '09-05 10-10', 'in British Columbia 30 September is a holiday from 2023'],
  ['ontario', 2007, '01-01 04-06', 'in Ontario there was no Family Day before 2008'],
] as const)('%s %i: %s, %s', (province, year, days, _why) => {
  expect(daysOf(province, year)).toContain(days);
});

test('they stand in the order of the year, each day once, for every province', () => {
  for (const province of provinces) {
    for (let year = 2005; year < 2040; year++) {
      const days = publicHolidays(province, year).map(({ holiday_on }) => holiday_on);
      expect(days, `${province} ${year}`).toEqual([...new Set(days)].toSorted());
    }
  }
});

test.each(['2000-04-23', '2008-03-23', '2011-04-24', '2024-03-31', '2027-03-28', '2038-04-25'])(
  'Easter is %s',
  (day) => {
    expect(
      easterSunday(Number(day.slice(0, 4)))
        .toISOString()
        .slice(0, 10),
    ).toBe(day);
  },
);

describe('of a new city', () => {
  const now = new Date('2026-11-25T12:00:00Z');

  test('they reach from the first year of its records to five years on, and a slip of the pen is no year', () => {
    const { fromYear, toYear, rows } = proposeHolidays('quebec', ['1900-01', '2024-11', '2025-02', '2204-01'], now);
    expect([fromYear, toYear, rows.length]).toEqual([2024, 2031, 8 * 8]);
    expect(rows[3]).toEqual({ holiday_on: '2024-06-24', name_en: 'National Holiday', name_fr: 'Fête nationale' });
  });

  test('there are none where none are asked for, and its page says that the list must be checked', () => {
    const none = proposeHolidays('none', ['2024-11'], now);
    expect(none.rows).toEqual([]);
    expect(explainHolidays(none)).toContain('counts: empty.');
    const page = explainHolidays(proposeHolidays('british_columbia', [], now));
    expect(page).toContain('British Columbia by its law, 2026 to 2031');
    expect(page).toMatch(/often close on more\s+days[\s\S]*must be\s+checked/);
  });
});

test('the runbook says what the law of each of them holds', () => {
  const runbook = readFileSync('scripts/README.md', 'utf8');
  for (const province of provinces) expect(runbook).toContain(`| \`${province}\``);
});
