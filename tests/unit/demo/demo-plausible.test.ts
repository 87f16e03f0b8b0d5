/** The demo's requests look like a city's: their number, seasons, storms, strike and faults. */

import { beforeAll, expect, test } from 'vitest';
import type { City } from '../../../src/contract/city.ts';
import { serviceProfiles } from '../../../scripts/sources/demo/service-profiles.ts';
import type { RawRecord } from '../../../scripts/sources/source.ts';
import { deliver, readDemo } from './demo-deliveries.ts';

let city: City;
let records: RawRecord[];
beforeAll(async () => {
  ({ city } = await readDemo());
  records = await deliver('2026-11-01T04:00:00Z');
});

/** Source words of a list, folded as the night folds them. */
const wordsOf = (rows: readonly { matches: string }[]) =>
  new Set(rows.flatMap(({ matches }) => matches.split('|')).map((word) => word.trim().toLowerCase()));
const countWhere = (test: (record: RawRecord) => boolean) => records.filter(test).length;

test('there are about 250,000 of them in not quite seven years', () => {
  expect(records.length).toBeGreaterThan(240_000);
  expect(records.length).toBeLessThan(270_000);
});

test('the words of every profile are in the city’s lists, but for the two categories nobody listed', () => {
  const services = wordsOf(city.lists.services);
  const types = serviceProfiles.flatMap(({ type, formerType }) => [type, formerType ?? type]);
  const unknown = types.filter((type) => !services.has(type.toLowerCase()));
  expect([...new Set(unknown)]).toEqual(['Rain Barrel Rebate', 'TEST - do not use']);
  const departments = wordsOf(city.lists.departments);
  expect(serviceProfiles.filter(({ unit }) => !departments.has(unit.toLowerCase()))).toEqual([]);
});

test('each word the city listed comes from the demo: no service of sixty is without requests', () => {
  const asked = new Set(records.map(({ service }) => service!.toLowerCase()));
  const silent = city.lists.services.filter(
    ({ matches }) => !matches.split('|').some((word) => asked.has(word.toLowerCase())),
  );
  expect(city.lists.services.length).toBe(60);
  expect(silent).toEqual([]);
});

test('tiers A and B are most of it, and all three are there', () => {
  const tiers = new Map(
    city.lists.services.flatMap(({ matches, tier }) => matches.split('|').map((word) => [word, tier])),
  );
  const share = (tier: string) => countWhere(({ service }) => tiers.get(service!) === tier) / records.length;
  expect(share('A')).toBeGreaterThan(0.4);
  expect(share('B')).toBeGreaterThan(0.2);
  expect(share('C')).toBeGreaterThan(0.1);
  expect(share('C')).toBeLessThan(0.25);
});

test('a closing in words no list has is rare, but there', () => {
  const listed = new Set(city.lists.statuses.map(({ status, closure }) => `${status}|${closure}`));
  const unlisted = countWhere(
    ({ status, closure }) => !listed.has(`${status}|*`) && !listed.has(`${status}|${closure ?? ''}`),
  );
  expect(unlisted / records.length).toBeGreaterThan(0.002);
  expect(unlisted / records.length).toBeLessThan(0.01);
});

test('every planted fault is there, and few', () => {
  const ids = new Map<string, number>();
  for (const { id } of records) ids.set(id!, (ids.get(id!) ?? 0) + 1);
  const few = (count: number, least: number, most: number) => {
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  };
  few(
    countWhere(({ requested_at }) => !requested_at),
    3,
    20,
  );
  few(
    countWhere(({ closed_at }) => closed_at === '1900-01-01T00:00:00Z'),
    3,
    40,
  );
  few([...ids.values()].filter((count) => count > 1).length, 3, 40);
  few(countWhere(({ area }) => area === null) / records.length, 0.03, 0.05);
  few(
    countWhere(({ channel }) => channel === 'Chat Pilot'),
    10,
    300,
  );
});

test('two rows of one id differ in when they were updated', () => {
  const last = new Map<string, string>();
  const same = records.filter(({ id, updated_at }) => {
    const isSame = last.get(id!) === updated_at;
    last.set(id!, updated_at!);
    return isSame;
  });
  expect(same).toEqual([]);
});

test('nothing is recorded while the CRM is down, and little is closed outside during the strike', () => {
  const outage = city.lists.events.find(({ kind }) => kind === 'outage')!;
  expect(outage).toBeDefined();
  // Local noon to noon lies inside the two days of the outage in any time zone of the country.
  const during = ({ requested_at }: RawRecord) =>
    requested_at! > `${outage.starts_on}T12:00:00Z` && requested_at! < `${outage.ends_on}T12:00:00Z`;
  expect(countWhere(during)).toBe(0);
  const strike = city.lists.events.find(({ kind }) => kind === 'strike')!;
  const closings = (year: string) =>
    countWhere(
      ({ service, closed_at }) =>
        service === 'Missed Garbage' &&
        closed_at! > `${year}${strike.starts_on.slice(4)}T12:00:00Z` &&
        closed_at! < `${year}${strike.ends_on.slice(4)}T12:00:00Z`,
    );
  expect(closings('2023')).toBeGreaterThan(50);
  expect(closings(strike.starts_on.slice(0, 4))).toBeLessThan(closings('2023') / 10);
});

test('a snowstorm brings several times the plowing requests of an ordinary day of that winter', () => {
  const storms = city.lists.events.filter(
    ({ event_id, starts_on }) => event_id.startsWith('snow-') && starts_on < '2026-10',
  );
  expect(storms.length).toBeGreaterThan(15);
  const plowing = records.filter(({ service }) => /Street Plowing|RD Snow Plow Road/.test(service!));
  const onDay = (date: string) => plowing.filter(({ requested_at }) => requested_at?.startsWith(date)).length;
  const mean = storms.reduce((sum, { starts_on }) => sum + onDay(starts_on), 0) / storms.length;
  const januaryDay = plowing.filter(({ requested_at }) => requested_at?.slice(5, 7) === '01').length / (7 * 31);
  expect(mean).toBeGreaterThan(2.5 * januaryDay);
});

test('a few thousand requests are open, most of them from this year', () => {
  const open = records.filter(({ status }) => /^(New|Assigned|In Progress|On Hold|Reopened)$/.test(status!));
  expect(open.length).toBeGreaterThan(1500);
  expect(open.length).toBeLessThan(6000);
  expect(open.filter(({ requested_at }) => requested_at! > '2026').length).toBeGreaterThan(open.length * 0.3);
});

test('a reopened request that is open keeps its old closing in the field', () => {
  const reopened = records.filter(({ status }) => status === 'Reopened');
  expect(reopened.length).toBeGreaterThan(5);
  expect(reopened.filter(({ closed_at, reopen_count }) => !closed_at || reopen_count === '0')).toEqual([]);
});
