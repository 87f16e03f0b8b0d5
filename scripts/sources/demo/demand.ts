/** How many requests of a service to expect on each local day. */

import type { Calendar } from './calendar.ts';
import { dayOfDate, firstYear } from './calendar.ts';
import { weekendWeight } from './channels.ts';
import type { DemoEvent } from './events.ts';
import { seasonWeight, snowfallWeight, yearWeight } from './seasons.ts';
import type { ServiceProfile } from './service-profiles.ts';

/** More residents ask each year. */
const growthPerYear = 0.022;
/** Sunday first; the mean over the five working days is 1. */
const weekdayWeights = [0.9, 1.14, 1.04, 1.0, 0.96, 0.86, 1.1];

export type DayKind = Readonly<{ storm: number; wind: number; isStrike: boolean; isOutage: boolean }>;

/** For each day of the calendar: how strongly a storm is felt (1 on its days, half on the day after), strike, outage. */
export function describeDays(calendar: Calendar, events: readonly DemoEvent[]): DayKind[] {
  const kinds = Array.from({ length: calendar.dayCount }, () => ({
    storm: 0,
    wind: 0,
    isStrike: false,
    isOutage: false,
  }));
  for (const event of events) {
    const [from, to] = [dayOfDate(event.starts_on), dayOfDate(event.ends_on)];
    for (let day = from; day <= to + 1; day++) {
      const kind = kinds[day];
      if (!kind) continue;
      const strength = day > to ? 0.5 : 1;
      if (event.kind === 'strike' && day <= to) kind.isStrike = true;
      else if (event.kind === 'outage' && day <= to) kind.isOutage = true;
      else if (event.weather === 'wind') kind.wind = Math.max(kind.wind, strength);
      else if (event.weather !== null) kind.storm = Math.max(kind.storm, strength);
    }
  }
  return kinds;
}

/** Requests expected of each service, in the order of the profiles, on a day. */
export function expectedRequests(
  seed: number,
  calendar: Calendar,
  kinds: readonly DayKind[],
  profiles: readonly ServiceProfile[],
  day: number,
): number[] {
  const kind = kinds[day]!;
  if (kind.isOutage) return profiles.map(() => 0);
  const [year, yearDay, isWorkday] = [calendar.years[day]!, calendar.yearDays[day]!, calendar.workdays[day] === 1];
  const years = year - firstYear + yearDay / 365;
  const snowfall = snowfallWeight(seed, calendar.dates[day]!);
  const afterOutage = kinds[day - 1]?.isOutage ? 1.5 : 1;
  return profiles.map((profile) => {
    if (profile.from !== undefined && calendar.dates[day]! < profile.from) return 0;
    const weather =
      (profile.snow > 2 ? snowfall : 1) * (1 + (profile.snow - 1) * kind.storm) * (1 + (profile.wind - 1) * kind.wind);
    const week = weekdayWeights[calendar.weekdays[day]!]! * (isWorkday ? 1 : weekendWeight(profile.reach, years));
    return (
      (profile.perYear / 339) *
      seasonWeight(profile.season, yearDay) *
      yearWeight(seed, profile.season, year, yearDay) *
      (1 + growthPerYear * years) *
      week *
      weather *
      (kind.isStrike ? profile.strike : 1) *
      afterOutage
    );
  });
}
