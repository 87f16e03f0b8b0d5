/** The city's local days as instants: computed once a day of the calendar, never once a request. */

import { TZDate } from '@date-fns/tz';
import { municipalHolidays } from './holidays.ts';

export const dayMs = 86_400_000;

/** The demo CRM went live on this local day; it never moves, so that history never changes. */
export const firstYear = 2020;

/** Days known after the moment asked for: due dates and seasons lie ahead. */
const daysAhead = 420;

export interface Calendar {
  readonly dayCount: number;
  /** Local dates, `YYYY-MM-DD`. */
  readonly dates: readonly string[];
  /** Local midnights in ms since 1970; one more than there are days. Days of 23 and 25 hours exist. */
  readonly midnights: Float64Array;
  /** 0 is Sunday. */
  readonly weekdays: Uint8Array;
  readonly workdays: Uint8Array;
  /** Day of the year, from 0. */
  readonly yearDays: Uint16Array;
  readonly years: Uint16Array;
}

export function makeCalendar(timeZone: string, until: Date): Calendar {
  const start = Date.UTC(firstYear, 0, 1);
  const dayCount = Math.max(1, Math.ceil((until.getTime() - start) / dayMs)) + daysAhead;
  const dates: string[] = [];
  const midnights = new Float64Array(dayCount + 1);
  const weekdays = new Uint8Array(dayCount);
  const workdays = new Uint8Array(dayCount);
  const yearDays = new Uint16Array(dayCount);
  const years = new Uint16Array(dayCount);
  const holidays = holidayDates(dayCount);
  for (let day = 0; day <= dayCount; day++) {
    const utc = new Date(start + day * dayMs);
    const year = utc.getUTCFullYear();
    midnights[day] = new TZDate(year, utc.getUTCMonth(), utc.getUTCDate(), timeZone).getTime();
    if (day === dayCount) break;
    const date = utc.toISOString().slice(0, 10);
    dates.push(date);
    years[day] = year;
    weekdays[day] = utc.getUTCDay();
    yearDays[day] = Math.round((utc.getTime() - Date.UTC(year, 0, 1)) / dayMs);
    workdays[day] = utc.getUTCDay() % 6 !== 0 && !holidays.has(date) ? 1 : 0;
  }
  return { dayCount, dates, midnights, weekdays, workdays, yearDays, years };
}

/** The local day an instant falls on; `dayCount` where it lies beyond the calendar. */
export function dayOf({ midnights, dayCount }: Calendar, instant: number): number {
  let day = Math.floor((instant - midnights[0]!) / dayMs);
  if (!(day < dayCount)) return dayCount;
  day = Math.max(0, day);
  while (day > 0 && midnights[day]! > instant) day--;
  while (day < dayCount && midnights[day + 1]! <= instant) day++;
  return day;
}

/** The local day of a date, or a number outside the calendar. */
export function dayOfDate(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(firstYear, 0, 1)) / dayMs);
}

/** The n-th working day after a day. */
export function addWorkdays({ workdays, dayCount }: Calendar, day: number, count: number): number {
  let left = count;
  let found = day;
  while (left > 0 && found < dayCount) if (workdays[++found]) left--;
  return found;
}

function holidayDates(dayCount: number): Set<string> {
  const years = Array.from({ length: Math.ceil(dayCount / 365) + 1 }, (_, i) => firstYear + i);
  return new Set(years.flatMap(municipalHolidays).map((holiday) => holiday.holiday_on));
}
