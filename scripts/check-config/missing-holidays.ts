/** The years for which targets in business days would count every weekday, since no holiday of them is listed. */

import type { City } from '../../src/contract/city.ts';

/** The year of `now` in the city, and the next: requests of this autumn fall due in it. Nothing where no target needs it. */
export function missingHolidays({ folder, lists, settings }: City, now: Date): string[] {
  const counted = new Set(lists.targets.filter(({ unit }) => unit === 'business_days').map((one) => one.service_code));
  if (counted.size === 0) return [];
  const year = Number(new Intl.DateTimeFormat('en-CA', { timeZone: settings.time_zone, year: 'numeric' }).format(now));
  const isListed = (one: number) => lists.holidays.some(({ holiday_on }) => holiday_on.startsWith(`${one}-`));
  const missing = [year, year + 1].filter((one) => !isListed(one));
  if (missing.length === 0) return [];
  const { size } = counted;
  return [
    `${size} ${size === 1 ? 'service has a target' : 'services have targets'} in business days, and ${folder}/holidays.csv lists no day of ${missing.join(' or ')}: every`,
    'weekday counts there, Christmas too, so due times come too early. Write the days on which offices close into it, a row',
    `each, such as ${missing.at(-1)}-12-25 and its name (see Holidays in scripts/README.md).`,
  ];
}
