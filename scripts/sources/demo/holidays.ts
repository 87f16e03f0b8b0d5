/** The days on which an Ontario city's offices are closed: the statutory ones, and those most cities add. */

import { addDays, date, easterSunday, isWeekend, nthMonday } from '../../support/holidays/days-of-a-year.ts';
import { type Holiday, holiday, publicHolidays } from '../../support/holidays/public-holidays.ts';

/**
 * Public holidays of Ontario, with Easter Monday, the Civic Holiday, the National Day for Truth and Reconciliation and
 * Remembrance Day; a day that falls on a weekend is taken on the next free weekday.
 */
export function municipalHolidays(year: number): Holiday[] {
  const added = [
    holiday(addDays(easterSunday(year), 1), 'Easter Monday', 'Lundi de Pâques'),
    holiday(nthMonday(year, 8, 1), 'Civic Holiday', 'Congé civique'),
    ...(year < 2021 ? [] : [reconciliationDay(year)]),
    holiday(date(year, 11, 11), 'Remembrance Day', 'Jour du Souvenir'),
  ];
  return onFreeWeekdays([...publicHolidays('ontario', year), ...added]);
}

function reconciliationDay(year: number): Holiday {
  const names = ['National Day for Truth and Reconciliation', 'Journée nationale de la vérité et de la réconciliation'];
  return holiday(date(year, 9, 30), names[0]!, names[1]!);
}

function onFreeWeekdays(holidays: readonly Holiday[]): Holiday[] {
  const taken = new Set<string>();
  return holidays
    .toSorted((a, b) => (a.holiday_on < b.holiday_on ? -1 : 1))
    .map(({ holiday_on, name_en, name_fr }) => {
      let day = new Date(holiday_on);
      while (isWeekend(day) || taken.has(textOf(day))) day = addDays(day, 1);
      taken.add(textOf(day));
      return holiday(day, name_en, name_fr);
    });
}

function textOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}
