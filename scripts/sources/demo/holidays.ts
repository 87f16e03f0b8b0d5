/** The days on which an Ontario city's offices are closed: the statutory ones, and those most cities add. */

export interface Holiday {
  readonly holiday_on: string;
  readonly name_en: string;
  readonly name_fr: string;
}

/**
 * Public holidays of Ontario's Employment Standards Act, 2000, with Easter Monday, the Civic Holiday, the National Day
 * for Truth and Reconciliation and Remembrance Day; a day that falls on a weekend is taken on the next free weekday.
 */
export function municipalHolidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  const fixed: Holiday[] = [
    named(onWeekday(year, 0, 1), 'New Year’s Day', 'Jour de l’An'),
    named(nthMonday(year, 1, 3), 'Family Day', 'Jour de la Famille'),
    named(addDays(easter, -2), 'Good Friday', 'Vendredi saint'),
    named(addDays(easter, 1), 'Easter Monday', 'Lundi de Pâques'),
    named(lastMondayBefore(year, 4, 25), 'Victoria Day', 'Fête de Victoria'),
    named(onWeekday(year, 6, 1), 'Canada Day', 'Fête du Canada'),
    named(nthMonday(year, 7, 1), 'Civic Holiday', 'Congé civique'),
    named(nthMonday(year, 8, 1), 'Labour Day', 'Fête du Travail'),
    named(nthMonday(year, 9, 2), 'Thanksgiving', 'Action de grâce'),
    named(onWeekday(year, 10, 11), 'Remembrance Day', 'Jour du Souvenir'),
    ...christmas(year),
  ];
  if (year < 2021) return fixed;
  const reconciliation = onWeekday(year, 8, 30);
  return [
    ...fixed,
    named(
      reconciliation,
      'National Day for Truth and Reconciliation',
      'Journée nationale de la vérité et de la réconciliation',
    ),
  ].sort((a, b) => (a.holiday_on < b.holiday_on ? -1 : 1));
}

function christmas(year: number): Holiday[] {
  const first = onWeekday(year, 11, 25);
  let second = addDays(first, 1);
  while (second.getUTCDay() % 6 === 0) second = addDays(second, 1);
  return [named(first, 'Christmas Day', 'Jour de Noël'), named(second, 'Boxing Day', 'Lendemain de Noël')];
}

function named(day: Date, name_en: string, name_fr: string): Holiday {
  return { holiday_on: day.toISOString().slice(0, 10), name_en, name_fr };
}

function onWeekday(year: number, month: number, date: number): Date {
  let day = new Date(Date.UTC(year, month, date));
  while (day.getUTCDay() % 6 === 0) day = addDays(day, 1);
  return day;
}

function nthMonday(year: number, month: number, n: number): Date {
  const first = new Date(Date.UTC(year, month, 1));
  return addDays(first, ((8 - first.getUTCDay()) % 7) + 7 * (n - 1));
}

function lastMondayBefore(year: number, month: number, date: number): Date {
  let day = new Date(Date.UTC(year, month, date - 1));
  while (day.getUTCDay() !== 1) day = addDays(day, -1);
  return day;
}

/** Gregorian Easter (Meeus, 1991, after Butcher). */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
}

function addDays(day: Date, count: number): Date {
  return new Date(day.getTime() + count * 86_400_000);
}
