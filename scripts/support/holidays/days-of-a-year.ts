/** Days of the calendar that holidays are counted from: the nth Monday of a month, the Monday before a date, Easter. */

/** Months from 1. */
export function date(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

export function addDays(day: Date, count: number): Date {
  return new Date(day.getTime() + count * 86_400_000);
}

export function isWeekend(day: Date): boolean {
  return day.getUTCDay() % 6 === 0;
}

export function isSunday(day: Date): boolean {
  return day.getUTCDay() === 0;
}

export function nthMonday(year: number, month: number, n: number): Date {
  const first = date(year, month, 1);
  return addDays(first, ((8 - first.getUTCDay()) % 7) + 7 * (n - 1));
}

/** The last Monday before a date, and never the date itself. */
export function mondayBefore(year: number, month: number, day: number): Date {
  let found = date(year, month, day - 1);
  while (found.getUTCDay() !== 1) found = addDays(found, -1);
  return found;
}

/** Gregorian Easter (Meeus, 1991, after Butcher). */
export function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return date(year, Math.floor(n / 31), (n % 31) + 1);
}
