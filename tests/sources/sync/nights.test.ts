/** Nights over a request system that changes: nothing lost, nothing twice, and what is gone is seen to be gone. */

import { readdir, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { OperatorError } from '../../../scripts/support/operator-error.ts';
import { crmSource, makeSyncedCity, pageOf, rawFolder, storeFile, type Version } from './synced-city.ts';

const day = (n: number, time = '00:00:00Z') => `2024-03-${String(n).padStart(2, '0')}T${time}`;
const night = (n: number) => new Date(day(n, '05:00:00Z'));

/** Gives each request as it stands now, if it changed in the window: what a CRM's own time of change can tell. */
function crmOf(versions: () => readonly Version[], more: Partial<Parameters<typeof crmSource>[0]> = {}) {
  return crmSource({
    async *changes({ since, until }) {
      const current = new Map(versions().map((version) => [version.id, version]));
      const isAsked = ({ updated_at }: Version) =>
        (since === null || new Date(updated_at!) >= since) && new Date(updated_at!) < until;
      yield pageOf([...current.values()].filter(isAsked));
    },
    ...more,
  });
}

const opened = (id: string, n: number): Version => ({ id, requested_at: day(n), updated_at: day(n), status: 'Open' });
const closed = (id: string, from: number, n: number): Version => ({
  ...opened(id, from),
  updated_at: day(n),
  closed_at: day(n),
  status: 'Closed',
});

test('each night asks for what changed since the one before, and two days more', async () => {
  const city = await makeSyncedCity();
  const asked: (string | null)[] = [];
  const source = crmSource({
    async *changes({ since }) {
      asked.push(since?.toISOString() ?? null);
      yield pageOf([opened('a', 1)]);
    },
  });
  for (const n of [2, 3, 4]) await city.pull(source, night(n));
  expect(asked).toEqual([null, '2024-02-29T05:00:00.000Z', '2024-03-01T05:00:00.000Z']);
  expect(await city.requests()).toHaveLength(1);
});

test('the last state counts, the first target seen, the first closing, and how often it was opened again', async () => {
  const city = await makeSyncedCity();
  const history: readonly (readonly [number, Version])[] = [
    [2, { ...opened('a', 1), due_at: day(5) }],
    [4, { ...closed('a', 1, 3), due_at: day(20) }],
    [6, { ...opened('a', 1), updated_at: day(5), due_at: day(20) }],
    [8, { ...closed('a', 1, 7), due_at: day(20) }],
  ];
  for (const [n, version] of history)
    await city.pull(
      crmOf(() => [version]),
      night(n),
    );
  const [request] = await city.requests();
  expect(request).toMatchObject({
    outcome: 'fulfilled',
    closed_at: '2024-03-07 00:00:00+00',
    due_at: '2024-03-05 00:00:00+00',
    first_closed_at: '2024-03-03 00:00:00+00',
    reopen_count: 1,
  });
  const [earlier] = await city.requests(new Date(day(6)));
  expect(earlier).toMatchObject({ outcome: 'open', closed_at: null, reopen_count: 1, is_reopened: true });
});

test("a source's own history tells of closings that no night saw", async () => {
  const city = await makeSyncedCity();
  const source = crmSource({
    async *changes() {
      yield pageOf([closed('a', 1, 4)], {
        statusChanges: [
          { id: 'a', at: day(1), status: 'Open' },
          { id: 'a', at: day(2), status: 'Closed' },
          { id: 'a', at: day(3), status: 'Open' },
          { id: 'a', at: day(4), status: 'Closed' },
        ],
      });
    },
  });
  await city.pull(source, night(5));
  expect(await city.requests()).toMatchObject([
    { first_closed_at: '2024-03-02 00:00:00+00', reopen_count: 1, is_reopened: true },
  ]);
});

test('records without a time of change count as delivered last, also where they turn back', async () => {
  const city = await makeSyncedCity();
  const undated = (version: Version) => ({ ...version, updated_at: null });
  for (const [n, version] of [
    [2, opened('a', 1)],
    [3, closed('a', 1, 2)],
    [4, opened('a', 1)],
  ] as const) {
    await city.pull(
      crmOf(() => [], {
        changes: async function* () {
          yield pageOf([undated(version)]);
        },
      }),
      night(n),
    );
  }
  expect(await city.requests()).toMatchObject([{ outcome: 'open', reopen_count: 1, is_reopened: null }]);
});

test('without the store, or with another, the next night makes it again from the runs', async () => {
  const city = await makeSyncedCity();
  const long = { ...opened('b', 1), requested_at: '2024-02-01T00:00:00Z', updated_at: '2024-02-01T00:00:00Z' };
  let versions = [opened('a', 1), long];
  await city.pull(
    crmOf(() => versions),
    night(2),
  );
  versions = [closed('a', 1, 2), long, opened('c', 2)];
  await city.pull(
    crmOf(() => versions),
    night(3),
  );
  const before = await city.requests();
  await rm(storeFile(city));
  expect(await city.requests()).toEqual(before);
  const [oldest] = (await readdir(rawFolder(city))).sort();
  await rm(`${rawFolder(city)}/${oldest}`, { recursive: true });
  expect((await city.requests()).map(({ id }) => id)).toEqual(['a', 'c']);
});

test('once a week the ids are compared: what is listed no longer is withdrawn', async () => {
  const city = await makeSyncedCity();
  const ids = Array.from({ length: 40 }, (_, n) => `C-${n}`);
  let listings = 0;
  let held = ids;
  const source = crmOf(() => held.map((id) => opened(id, 1)), {
    async *listIds() {
      listings += 1;
      yield held;
    },
  });
  await city.pull(source, night(2));
  held = ids.slice(1);
  await city.pull(source, night(8));
  expect([listings, (await city.requests()).length]).toEqual([0, 40]);
  const { notes } = await city.pull(source, night(9));
  expect(notes).toEqual(['source crm: 1 requests are listed no longer, and count as deleted']);
  expect((await city.requests()).length).toBe(39);
  held = ids.slice(5);
  await expect(city.pull(source, night(16))).rejects.toThrow('Too many requests are gone');
  const refused = (await city.pull(source, night(16)).catch((error: unknown) => error)) as OperatorError;
  expect([refused.code, refused.exitCode]).toEqual(['SOURCE_REQUESTS_VANISH', 4]);
  expect(refused.faults[0]?.found).toBe('4 of 39 requests are gone (10.3 %)');
  expect((await city.requests()).length).toBe(39);
  await city.pull(source, night(17), ['requests_vanish']);
  expect((await city.requests()).length).toBe(35);
  held = ids.slice(4);
  await city.pull(
    crmOf(() => [{ ...opened('C-4', 1), updated_at: day(18) }]),
    night(19),
  );
  expect((await city.requests()).length).toBe(36);
});

test('once a month the last 400 days are asked for again, and what had escaped is told and taken in', async () => {
  const city = await makeSyncedCity();
  const versions = [opened('a', 1)];
  await city.pull(
    crmOf(() => versions),
    new Date('2024-03-02T05:00:00Z'),
  );
  await city.pull(
    crmOf(() => versions),
    new Date('2024-03-20T05:00:00Z'),
  );
  versions.push(opened('escaped', 3));
  const { notes } = await city.pull(
    crmOf(() => versions),
    new Date('2024-04-02T05:00:00Z'),
  );
  expect(notes).toEqual(['source crm: 1 changes of the last 400 days had escaped the nights, and are in now']);
  expect((await city.requests()).map(({ id }) => id)).toEqual(['a', 'escaped']);
  const later = await city.pull(
    crmOf(() => versions),
    new Date('2024-05-03T05:00:00Z'),
  );
  expect(later.notes).toEqual(['source crm: the nights lost nothing of the last 400 days']);
});

test('of whole deliveries one in twenty may be gone, and a first one is never refused', async () => {
  const city = await makeSyncedCity();
  const deliver = (count: number) =>
    crmSource({
      delivery: 'full',
      async *changes() {
        yield pageOf(Array.from({ length: count }, (_, n) => opened(`C-${n}`, 1)));
      },
    });
  await city.pull(deliver(40), night(2));
  await city.pull(deliver(38), night(3));
  await expect(city.pull(deliver(36), night(4))).rejects.toThrow('Too many requests are gone');
  expect((await city.requests()).length).toBe(38);
  await city.pull(deliver(36), night(5), ['requests_vanish']);
  expect((await city.requests()).length).toBe(36);
});

test('a run that broke off counts for nothing, and the next asks for the same again', async () => {
  const city = await makeSyncedCity();
  await city.pull(
    crmOf(() => [opened('a', 1)]),
    night(2),
  );
  const broken = crmSource({
    async *changes() {
      yield pageOf([closed('a', 1, 2)]);
      throw new Error('the line went dead');
    },
  });
  await expect(city.pull(broken, night(3))).rejects.toThrow('the line went dead');
  expect(await city.requests()).toMatchObject([{ outcome: 'open' }]);
  await city.pull(
    crmOf(() => [closed('a', 1, 2)]),
    night(4),
  );
  expect(await city.requests()).toMatchObject([{ outcome: 'fulfilled' }]);
  expect((await readdir(rawFolder(city))).filter((name) => name.endsWith('.partial'))).toEqual([]);
});
