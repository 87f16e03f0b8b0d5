/** How much of a service is asked for through the year, and how one year differs from another. */

import { seededRandom } from '../../support/random.ts';

/** Relative demand in the middle of each month, January first; scaled so that a year averages 1. */
const monthly = {
  even: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  potholes: [0.35, 0.6, 2.3, 3.4, 2.1, 0.9, 0.6, 0.5, 0.5, 0.5, 0.45, 0.3],
  snow: [3.3, 2.9, 1.9, 0.5, 0.02, 0, 0, 0, 0.01, 0.15, 1.1, 2.6],
  deep_snow: [3.2, 3.4, 2.6, 0.4, 0, 0, 0, 0, 0, 0.02, 0.4, 1.9],
  deep_frost: [3.3, 4.3, 2.7, 0.5, 0.02, 0, 0, 0, 0, 0.02, 0.2, 1.0],
  after_plowing: [1.5, 1.6, 1.9, 3.1, 2.2, 0.5, 0.2, 0.1, 0.1, 0.1, 0.3, 0.9],
  melt: [0.4, 0.5, 1.6, 2.8, 1.5, 1.0, 0.9, 0.8, 0.9, 1.1, 0.8, 0.4],
  summer: [0.15, 0.15, 0.3, 0.8, 1.6, 2.0, 2.0, 1.8, 1.4, 0.9, 0.4, 0.2],
  warm: [0.55, 0.55, 0.75, 1.0, 1.35, 1.5, 1.5, 1.4, 1.15, 0.95, 0.7, 0.55],
  growing: [0, 0, 0, 0.15, 1.8, 3.6, 3.2, 2.2, 1.0, 0.2, 0, 0],
  planting: [0.2, 0.3, 0.8, 2.0, 2.4, 1.4, 0.8, 0.8, 1.4, 1.3, 0.5, 0.2],
  burning: [0.02, 0.02, 0.2, 1.9, 2.9, 1.9, 1.4, 1.2, 1.3, 0.9, 0.2, 0.02],
  building: [0.5, 0.6, 0.95, 1.3, 1.5, 1.4, 1.25, 1.15, 1.1, 0.95, 0.75, 0.45],
  dark: [1.35, 1.2, 1.0, 0.8, 0.65, 0.6, 0.65, 0.8, 1.0, 1.25, 1.4, 1.4],
  cold: [1.6, 1.6, 1.2, 0.9, 0.7, 0.6, 0.6, 0.7, 0.8, 0.9, 1.1, 1.4],
} as const satisfies Record<string, readonly number[]>;

export type Season = keyof typeof monthly;

/** Demand on a day of the year relative to the year's average, without steps between months. */
export function seasonWeight(season: Season, yearDay: number): number {
  const weights = monthly[season];
  const position = yearDay / 30.42 - 0.5;
  const before = Math.floor(position);
  const share = position - before;
  const weight = weights[(before + 12) % 12]! * (1 - share) + weights[(before + 13) % 12]! * share;
  return (weight * 12) / weights.reduce<number>((sum, each) => sum + each, 0);
}

const wintry: ReadonlySet<Season> = new Set(['snow', 'deep_snow', 'deep_frost', 'after_plowing', 'potholes', 'melt']);

/** Hard and mild years: winters differ by as much as half, the rest by a tenth. A winter is named by its January. */
export function yearWeight(seed: number, season: Season, year: number, yearDay: number): number {
  const winter = yearDay > 200 ? year + 1 : year;
  const strength = seededRandom(seed, 'year', wintry.has(season) ? 'winter' : season, winter)();
  return wintry.has(season) ? 0.75 + strength * 0.5 : 0.94 + strength * 0.12;
}

/** Ordinary weather, one draw a day: most winter days are quiet, some bring a few centimetres. */
export function snowfallWeight(seed: number, date: string): number {
  const fall = seededRandom(seed, 'snowfall', date)();
  return fall < 0.7 ? 0.62 : fall < 0.93 ? 1.5 : 2.6;
}
