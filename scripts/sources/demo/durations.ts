/** When work on a request ends: working hours, backlogs, winters, and the strike that stops it all. */

import { addWorkdays, dayMs, dayOf, type Calendar } from './calendar.ts';
import type { DayKind } from './demand.ts';
import { drawNormal, seededRandom, type Random } from '../../support/random.ts';
import { seasonWeight } from './seasons.ts';
import type { Crew, ServiceProfile } from './service-profiles.ts';

/** Seconds of the local day between which each crew closes requests, and whether only on working days. */
const shifts: Record<Crew, { from: number; to: number; workdaysOnly: boolean }> = {
  emergency: { from: 0, to: 86_400, workdaysOnly: false },
  daily: { from: 7 * 3600, to: 20 * 3600, workdaysOnly: false },
  crew: { from: 7 * 3600, to: 16 * 3600, workdaysOnly: true },
  office: { from: 8.5 * 3600, to: 16.75 * 3600, workdaysOnly: true },
};
/** z of the ninetieth percentile of the normal curve. */
const z90 = 1.2816;
const longestDays = 900;

export interface Pace {
  /** The instant a request opened at `opened` is done; `slowness` multiplies its time. Six draws. */
  drawEnd(random: Random, profile: ServiceProfile, opened: number, slowness: number): number;
}

export function makePace(seed: number, calendar: Calendar, kinds: readonly DayKind[]): Pace {
  const { dates, yearDays, dayCount } = calendar;
  const paces = new Map<string, Map<string, number>>();
  const strikeEnds = kinds.flatMap((kind, day) => (kind.isStrike && !kinds[day + 1]?.isStrike ? [day] : []));

  /** Each service's own luck in each month: a drift over the years, and good and bad months. */
  function monthPace(code: string, day: number): number {
    const month = dates[day]!.slice(0, 7);
    const known = paces.get(month) ?? new Map<string, number>();
    if (known.size === 0) paces.set(month, known);
    const pace = known.get(code) ?? drawMonthPace(seed, code, month);
    known.set(code, pace);
    return pace;
  }

  /** How much longer everything takes because so much else is waiting. */
  function backlog(profile: ServiceProfile, day: number): number {
    const kind = kinds[day]!;
    const rush = Math.max(0, seasonWeight(profile.season, yearDays[day]!) - 1.2) * 0.3;
    const storm = profile.snow > 2 ? kind.storm * 0.9 : 0;
    const wind = profile.wind > 2 ? kind.wind * 0.8 : 0;
    const since = profile.crew === 'office' ? undefined : strikeEnds.find((end) => day >= end && day < end + 90);
    const strike = since === undefined ? 0 : 1.3 * Math.exp((since - day) / 25);
    return 1 + Math.min(rush, 0.9) + storm + wind + strike;
  }

  return {
    drawEnd(random, profile, opened, slowness) {
      const sigma = Math.log(profile.p90Days / profile.medianDays) / z90;
      const spread = Math.exp(sigma * drawNormal(random));
      const [first, second, third, fourth] = [random(), random(), random(), random()];
      const opening = dayOf(calendar, opened);
      if (opening >= dayCount) return Infinity;
      const days =
        profile.medianDays * spread * monthPace(profile.code, opening) * backlog(profile, opening) * slowness;
      let end = opened + Math.min(days, longestDays) * dayMs;
      let day = dayOf(calendar, end);
      if (day >= dayCount) return Infinity;
      if (profile.thaw && isFrozen(yearDays[day]!)) {
        while (day < dayCount && isFrozen(yearDays[day]!)) day++;
        day += Math.floor(second * second * 60);
        end = 0;
      }
      if (profile.crew !== 'office' && kinds[day]?.isStrike) {
        if (profile.crew !== 'emergency' || third < 0.3) {
          while (kinds[day]?.isStrike) day++;
          day += Math.floor(-Math.log(1 - third) * 9);
          end = 0;
        }
      }
      return onShift(profile.crew, Math.max(end, opened), day, first, fourth);
    },
  };

  /** The same instant where the crew is at work, else early in its next shift. `day` counts where it is later. */
  function onShift(crew: Crew, end: number, wanted: number, first: number, fourth: number): number {
    const { from, to, workdaysOnly } = shifts[crew];
    let day = wanted;
    let seconds = day < dayCount && dayOf(calendar, end) === day ? (end - calendar.midnights[day]!) / 1000 : -1;
    if (seconds > to) {
      day++;
      seconds = -1;
    }
    if (workdaysOnly && day < dayCount && !calendar.workdays[day]) {
      day = addWorkdays(calendar, day, 1);
      seconds = -1;
    }
    if (day >= dayCount) return Infinity;
    if (seconds < from) seconds = from + (to - from) * first * (0.25 + 0.75 * fourth);
    return Math.max(Math.floor(end / 1000), calendar.midnights[day]! / 1000 + Math.floor(seconds)) * 1000;
  }
}

function drawMonthPace(seed: number, code: string, month: string): number {
  const drift = 1 + (seededRandom(seed, 'drift', code)() - 0.5) * 0.14;
  const luck = Math.exp(0.17 * drawNormal(seededRandom(seed, 'month', code, month)));
  return drift ** (Number(month.slice(0, 4)) - 2023) * luck;
}

/** From mid-November to the end of April. */
function isFrozen(yearDay: number): boolean {
  return yearDay < 120 || yearDay > 318;
}
