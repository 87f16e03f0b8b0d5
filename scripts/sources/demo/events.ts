/** The demo's storms, strike and outage: what its requests react to, and what its list of events is written from. */

import type { CityList } from '../../../src/contract/city.ts';
import { seededRandom } from '../../support/random.ts';

type EventRow = CityList<'events'>[number];

/** `snow` and `ice` bring plowing, `wind` brings trees down. */
export type Weather = 'snow' | 'ice' | 'wind';
export interface DemoEvent extends EventRow {
  readonly weather: Weather | null;
}

const declared: DemoEvent[] = [
  {
    event_id: 'crm-outage-2022',
    kind: 'outage',
    starts_on: '2022-10-04',
    ends_on: '2022-10-05',
    name_en: 'Request system outage',
    name_fr: 'Panne du système de demandes',
    weather: null,
  },
  {
    event_id: 'strike-2024',
    kind: 'strike',
    starts_on: '2024-06-17',
    ends_on: '2024-07-10',
    name_en: 'Outside workers’ strike',
    name_fr: 'Grève des cols bleus',
    weather: null,
  },
];

/** Every event from one year to another, in order of its first day. */
export function demoEvents(seed: number, fromYear: number, toYear: number): DemoEvent[] {
  const events = [...declared];
  for (let year = fromYear; year <= toYear; year++) events.push(...stormsOf(seed, year));
  return events.sort((a, b) => (a.starts_on < b.starts_on ? -1 : 1));
}

function stormsOf(seed: number, year: number): DemoEvent[] {
  const random = seededRandom(seed, 'storms', year);
  const storms: DemoEvent[] = [];
  // First and last possible day of each, by month and day: two snowstorms after New Year, one before, one of wind.
  for (const [weather, from, to, chance] of [
    ['snow', '01-05', '01-31', 1],
    ['snow', '02-03', '02-26', 0.85],
    ['ice', '03-05', '03-24', 0.5],
    ['wind', '06-08', '08-20', 0.9],
    ['wind', '09-20', '10-22', 0.5],
    ['snow', '11-18', '12-08', 0.8],
    ['snow', '12-14', '12-29', 0.7],
  ] as const) {
    const [happens, when, length] = [random(), random(), random()];
    if (happens >= chance) continue;
    const first = Date.parse(`${year}-${from}T00:00:00Z`);
    const span = Date.parse(`${year}-${to}T00:00:00Z`) - first;
    const start = first + Math.floor((when * span) / 86_400_000) * 86_400_000;
    const days = weather === 'wind' ? 1 : length < 0.35 ? 1 : length < 0.85 ? 2 : 3;
    storms.push(storm(weather, isoDate(start), isoDate(start + (days - 1) * 86_400_000)));
  }
  return storms;
}

const stormNames = {
  snow: { en: 'Snowstorm', fr: 'Tempête de neige' },
  ice: { en: 'Freezing rain', fr: 'Pluie verglaçante' },
  wind: { en: 'Windstorm', fr: 'Tempête de vent' },
} as const;

function storm(weather: Weather, starts_on: string, ends_on: string): DemoEvent {
  const name = stormNames[weather];
  return {
    event_id: `${weather}-${starts_on}`,
    kind: 'storm',
    starts_on,
    ends_on,
    name_en: `${name.en} of ${longDate(starts_on, 'en-GB')}`,
    name_fr: `${name.fr} du ${longDate(starts_on, 'fr-CA').replace(/^1 /, '1er ')}`,
    weather,
  };
}

function isoDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function longDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
