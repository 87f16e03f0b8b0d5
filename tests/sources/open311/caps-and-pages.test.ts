/** An Open311 server's caps, orders, pages and windows: whichever they are, all comes, and in few questions. */

import { afterEach, expect, test } from 'vitest';
import { adapterOf, distinctIds, readAll, type Read } from '../../fakes/open311/read-source.ts';
import { idOf, makeRequests, type FakeRequest } from '../../fakes/open311/requests.ts';
import { serveOpen311, type Open311Server, type ServerHabits } from '../../fakes/open311/serve-open311.ts';
import { plantedIn } from '../../pipeline/find-planted.ts';

const DAY = 86_400_000;
const NOW = '2026-11-01T04:05:00Z';
const until = new Date('2026-11-01T04:00:00Z');

let server: Open311Server;
afterEach(() => server.stop());

/** A first load of everything, by `since` of the settings. */
async function firstLoad(
  requests: readonly FakeRequest[],
  habits: Partial<ServerHabits>,
  settings: Parameters<typeof adapterOf>[1] = {},
): Promise<Read> {
  server = await serveOpen311(requests, NOW, habits);
  return await readAll(adapterOf(server, settings).source, { since: null, until });
}

const idsOf = (requests: readonly FakeRequest[]) => requests.map(idOf).sort();
const windows = (after = 'start_date', before = 'end_date') =>
  server.asked
    .filter((url) => url.searchParams.has(after))
    .map(({ searchParams }) => [Date.parse(searchParams.get(after)!), Date.parse(searchParams.get(before)!)] as const);

/** Three a day for the most of a year, and a storm: 400 in four hours of March. */
const year = [...makeRequests(800, '2026-01-02T00:00:00Z', 480), ...storm('2026-03-03T10:00:00Z', 400, 36)];

function storm(from: string, count: number, everySeconds: number): FakeRequest[] {
  return makeRequests(count, from, everySeconds / 60).map((request, index) => ({
    ...request,
    last: { ...request.last, service_request_id: `S-${index}` },
  }));
}

test.each([
  { cap: 50, order: 'newest first' },
  { cap: 50, order: 'oldest first' },
  { cap: 137, order: 'last changed first' },
  { cap: 1000, order: 'by number' },
] as const)('a cap of $cap, $order', async (habits) => {
  const { records, pageSizes } = await firstLoad(year, habits);
  expect(distinctIds(records)).toEqual(idsOf(year));
  expect(Math.max(...pageSizes)).toBeLessThanOrEqual(habits.cap);
});

test('no page is asked for, so that nothing can shift from one to another while they are read', async () => {
  await firstLoad(year, { cap: 50 });
  expect(server.asked.filter((url) => url.searchParams.has('page'))).toEqual([]);
});

test('what comes and changes while it is read does no harm, in the order that shifts the most', async () => {
  const from = '2026-10-20T00:00:00Z';
  const changing = makeRequests(1200, from, 15).map((request) => ({
    ...request,
    updatedAt: request.requestedAt + DAY,
  }));
  server = await serveOpen311(changing, NOW, { cap: 50, order: 'last changed first', tickMs: 20 * 60_000 });
  const { records } = await readAll(adapterOf(server, { since: '2026-10-19' }).source, { since: null, until });
  const due = changing.filter(({ requestedAt }) => requestedAt < until.getTime());
  expect(server.now() - Date.parse(NOW)).toBeGreaterThan(6 * 3_600_000);
  expect(idsOf(due).filter((id) => !distinctIds(records).includes(id))).toEqual([]);

  server.setClock(Date.parse('2026-10-28T00:00:00Z'));
  const listed = changing.filter(({ requestedAt }) => requestedAt < server.now());
  const paged = await pagedThrough();
  expect(idsOf(listed).filter((id) => !paged.has(id))).not.toEqual([]);
});

/** Page after page of one list, as one would without a second thought: what moves to the front meanwhile is lost. */
async function pagedThrough(): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let page = 1; ; page++) {
    const answer = await fetch(`${server.url}/requests.json?start_date=2026-10-19T00:00:00Z&page=${page}`);
    const rows = (await answer.json()) as { service_request_id: string }[];
    if (rows.length === 0) return ids;
    for (const { service_request_id } of rows) ids.add(service_request_id);
  }
}

test('the longest time asked for is 90 days, and the longest number the server answers is found by itself', async () => {
  const { records } = await firstLoad(year, { cap: 1000 });
  expect(Math.max(...windows().map(([from, to]) => to - from))).toBe(90 * DAY);
  expect(distinctIds(records)).toHaveLength(1200);
});

test('after a storm the time asked for grows again', async () => {
  await firstLoad(year, { cap: 50 });
  const lengths = windows().map(([from, to]) => (to - from) / DAY);
  expect(Math.min(...lengths)).toBeLessThan(0.1);
  expect(Math.max(...lengths.slice(lengths.indexOf(Math.min(...lengths))))).toBeGreaterThan(5);
  // 24 answers would do if one knew all beforehand.
  expect(server.asked.length).toBeLessThan(90);
});

test('every time is asked for in whole seconds, also from a moment between two', async () => {
  server = await serveOpen311(year, NOW);
  const { source } = adapterOf(server);
  const { records } = await readAll(source, {
    since: new Date('2026-03-03T10:00:00.123Z'),
    until: new Date('2026-03-03T14:00:00.999Z'),
  });
  expect(distinctIds(records)).toHaveLength(400);
});

test('whether the ends of a time are in it or not, nothing falls between two', async () => {
  const everySecond = storm('2026-10-30T00:00:00Z', 600, 1);
  const { records } = await firstLoad(everySecond, { cap: 50, ends: 'out' }, { since: '2026-10-29' });
  expect(distinctIds(records)).toEqual(idsOf(everySecond));
});

test.each([
  { pastTheEnd: 'last again', firstPage: 1 },
  { pastTheEnd: 'empty', firstPage: 1 },
  { pastTheEnd: 'last again', firstPage: 0 },
  { pastTheEnd: 'empty', firstPage: 0 },
] as const)(
  'more in one second than an answer holds is paged to its end: $pastTheEnd, from $firstPage',
  async (habits) => {
    const atOnce = storm('2026-10-30T00:00:00Z', 230, 0);
    const { records } = await firstLoad(atOnce, { ...habits, cap: 50 }, { since: '2026-10-29' });
    expect(distinctIds(records)).toEqual(idsOf(atOnce));
  },
);

test('a page that is the first again, without numbers, does not go on for ever', async () => {
  const atOnce = storm('2026-10-30T00:00:00Z', 60, 0).map((request) => ({
    ...request,
    last: { ...request.last, service_request_id: null, token: 'T' },
  }));
  const { records } = await firstLoad(atOnce, { cap: 50, pastTheEnd: 'ignored' }, { since: '2026-10-29' });
  expect(records.every(({ id }) => id === null)).toBe(true);
});

test('a server that cuts by whole days is paged', async () => {
  const { records } = await firstLoad(year, { cap: 50, dates: 'to the day', pastTheEnd: 'last again' });
  expect(distinctIds(records)).toEqual(idsOf(year));
  expect(server.asked.length).toBeLessThan(250);
});

test('a server that does not look at the times asked for is told of, and not asked for ever', async () => {
  await expect(firstLoad(year, { cap: 50, dates: 'ignored' })).rejects.toMatchObject({
    code: 'SOURCE_ANSWER_UNREADABLE',
  });
  expect(server.asked.length).toBeLessThan(20);
});

test('the page size of the settings is asked for; a server that gives less is noticed', async () => {
  const { records } = await firstLoad(year, { cap: 100 }, { page_size: 500 });
  expect(server.asked.every((url) => url.searchParams.get('page_size') === '500')).toBe(true);
  expect(distinctIds(records)).toEqual(idsOf(year));
});

test('a page size below the smallest cap is a cap', async () => {
  const { records } = await firstLoad(year, { cap: 1000 }, { page_size: 20 });
  expect(distinctIds(records)).toEqual(idsOf(year));
});

test.each([
  { format: 'xml', wrapping: 'list' },
  { format: 'json', wrapping: 'in an object' },
  { format: 'json', wrapping: 'bare' },
] as const)('$format, $wrapping: all comes, and nothing of a resident with it', async (habits) => {
  const few = year.slice(0, 61);
  const { records } = await firstLoad(few, { ...habits, cap: 50 }, { format: habits.format });
  expect(distinctIds(records)).toEqual(idsOf(few));
  expect(plantedIn(JSON.stringify(records))).toEqual([]);
});

test('the first day is the city’s own, and nothing before it is asked for, on whichever night', async () => {
  server = await serveOpen311(year, NOW);
  const { source } = adapterOf(server, { since: '2026-10-01' });
  await readAll(source, { since: null, until });
  await readAll(source, { since: new Date('2025-01-01T00:00:00Z'), until });
  const first = Date.parse('2026-10-01T04:00:00Z') - 1000;
  expect(windows().map(([from]) => from)).toEqual([first, first]);
});
