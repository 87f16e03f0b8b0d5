/** The demo's history never changes: a later delivery only adds what happened since. */

import { beforeAll, describe, expect, test } from 'vitest';
import { rawFields } from '../../../src/contract/sources.ts';
import type { RawRecord } from '../../../scripts/sources/source.ts';
import { deliver, readDemo } from './demo-deliveries.ts';

const [earlierUntil, laterUntil] = ['2021-03-01T05:00:00Z', '2021-04-10T17:31:00Z'];
let earlier: RawRecord[];
let later: RawRecord[];
beforeAll(async () => {
  earlier = await deliver(earlierUntil);
  later = await deliver(laterUntil);
});

/** Of two rows of one id the later one counts. */
const byIdIn = (records: readonly RawRecord[]) => new Map(records.map((record) => [record.id, record]));

describe('two deliveries forty days apart', () => {
  test('the earlier one’s requests are the beginning of the later one, in the same order', () => {
    const ids = (records: readonly RawRecord[]) => [...new Set(records.map(({ id }) => id))];
    const earlierIds = ids(earlier);
    expect(earlierIds.length).toBeGreaterThan(30_000);
    expect(ids(later).slice(0, earlierIds.length)).toEqual(earlierIds);
  });

  test('how, when and where a request came in is never rewritten', () => {
    const byId = byIdIn(later);
    const opening = ({ requested_at, service, channel, area, longitude, latitude, department }: RawRecord) =>
      [requested_at, service, channel, area, longitude, latitude, department].join();
    expect(earlier.filter((record) => opening(record) !== opening(byId.get(record.id)!))).toEqual([]);
  });

  test('a request that differs was updated in between, and many were', () => {
    const byId = byIdIn(later);
    const changed = [...byIdIn(earlier).values()]
      .map((record) => [record, byId.get(record.id)!] as const)
      .filter(([before, after]) => JSON.stringify(before) !== JSON.stringify(after));
    expect(changed.length).toBeGreaterThan(500);
    expect(changed.filter(([, after]) => after.updated_at! < earlierUntil).map(([before]) => before.id)).toEqual([]);
  });

  test('a closing of the earlier one is the first closing of the later one', () => {
    const byId = byIdIn(later);
    const closed = earlier.filter(({ first_closed_at }) => first_closed_at);
    expect(closed.filter(({ id, first_closed_at }) => byId.get(id)!.first_closed_at !== first_closed_at)).toEqual([]);
  });
});

test('the same moment gives the same delivery', async () => {
  expect(await deliver(earlierUntil)).toEqual(earlier);
});

test.each(['requested_at', 'closed_at', 'first_closed_at', 'first_reopened_at', 'updated_at'] as const)(
  'no %s is at or after the moment',
  (field) => {
    for (const [records, until] of [
      [earlier, earlierUntil],
      [later, laterUntil],
    ] as const) {
      const times = records.flatMap((record) => record[field] ?? []);
      expect(times.every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time))).toBe(true);
      expect(times.filter((time) => time >= until)).toEqual([]);
      // The delivery reaches to its moment, not only to some midnight before it.
      expect(times.reduce((a, b) => (a > b ? a : b)) > new Date(Date.parse(until) - 86_400_000).toISOString()).toBe(
        true,
      );
    }
  },
);

test('requests come in the order of their opening', () => {
  const openings = later.flatMap(({ requested_at }) => requested_at ?? []);
  expect(openings).toEqual(openings.toSorted());
});

test('a record is updated no earlier than it is opened, and closed after it, but for the planted faults', () => {
  const opened = later.filter(({ requested_at }) => requested_at);
  expect(opened.filter(({ requested_at, updated_at }) => updated_at! < requested_at!)).toEqual([]);
  const early = opened.filter(({ requested_at, closed_at }) => closed_at && closed_at < requested_at!);
  expect(early.length).toBeGreaterThan(0);
  expect(early.length).toBeLessThan(opened.length / 500);
});

test('a record holds the fields of the allow-list and nothing else', () => {
  expect(new Set(later.flatMap((record) => Object.keys(record)))).toEqual(new Set(rawFields));
});

test.each([
  ['2026-11-22T00:04:48Z', '2026-11-21T05:00:00.000Z'],
  ['2026-07-01T04:00:00Z', '2026-07-01T04:00:00.000Z'],
  ['2026-07-01T03:59:59Z', '2026-06-30T04:00:00.000Z'],
  ['2026-11-02T04:30:00Z', '2026-11-01T04:00:00.000Z'],
])('at %s the source is complete until %s, the last local midnight', async (now, midnight) => {
  const { source } = await readDemo();
  expect((await source.completeUntil(new Date(now)))!.toISOString()).toBe(midnight);
});
