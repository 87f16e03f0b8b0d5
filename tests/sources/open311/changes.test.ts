/** What has changed at an Open311 server since last night: by `updated_after` where it works, else by asking again. */

import { afterEach, expect, test } from 'vitest';
import { adapterOf, distinctIds, knowing, readAll } from '../../fakes/open311/read-source.ts';
import { idOf, makeRequests, type FakeRequest } from '../../fakes/open311/requests.ts';
import { serveOpen311, type Open311Server, type ServerHabits } from '../../fakes/open311/serve-open311.ts';

const HOUR = 3_600_000;
const NOW = '2026-11-01T04:05:00Z';
const until = new Date('2026-11-01T04:00:00Z');
const since = new Date('2026-10-29T04:00:00Z');

let server: Open311Server;
afterEach(() => server.stop());

/** 480 over forty days, the last at the end of October: each third stays open, the others are closed after two days. */
const requests = makeRequests(480, '2026-09-22T00:00:00Z', 120);
const isOld = ({ requestedAt }: FakeRequest) => requestedAt < since.getTime() - HOUR;
/** Those that were open when last night ended, and not made since. */
const open = requests.filter(
  (request) => isOld(request) && (request.updatedAt >= since.getTime() || request.last['status'] === 'open'),
);
const closedSince = open.filter(({ last }) => last['status'] === 'closed');

async function night(
  habits: Partial<ServerHabits>,
  ids = open.map(idOf),
  settings: Parameters<typeof adapterOf>[1] = {},
) {
  server = await serveOpen311(requests, NOW, habits);
  return await readAll(adapterOf(server, settings).source, { since, until }, knowing(ids));
}

const asked = (name: string) => server.asked.filter((url) => url.searchParams.has(name));

function expectChanges(records: Awaited<ReturnType<typeof readAll>>['records']): void {
  expect(closedSince.length).toBeGreaterThan(10);
  const states = new Map(records.map(({ id, status }) => [id, status]));
  const recent = requests.filter((request) => !isOld(request) && request.requestedAt < until.getTime());
  expect(closedSince.filter((request) => states.get(idOf(request)) !== 'closed')).toEqual([]);
  expect(recent.filter((request) => !states.has(idOf(request)))).toEqual([]);
}

test('where updated_after works, it is used, and no request is asked for by its number', async () => {
  const { records } = await night({ updates: 'work' });
  expectChanges(records);
  expect(asked('service_request_id')).toEqual([]);
});

test.each([
  ['ignored', { updates: 'ignored' }],
  ['ignored, by a server that then tells of the last two days', { updates: 'ignored', lastDays: 2 }],
  ['refused', { updates: 'refused' }],
  ['answered with nothing', { updates: 'nothing' }],
  ['known, but not updated_before', { updates: 'after only' }],
] as const)('where updated_after is %s, what is open is asked for again', async (_, habits) => {
  const { records } = await night({ ...habits, cap: 50 });
  expectChanges(records);
  expect(asked('service_request_id').length).toBeGreaterThan(0);
});

test('an answer to updated_after without an offset proves nothing', async () => {
  const local = (text: unknown) => String(text).replace('Z', '');
  const { records } = await night({
    updates: 'work',
    shape: (row) => ({ ...row, updated_datetime: local(row['updated_datetime']) }),
  });
  expectChanges(records);
  expect(asked('service_request_id').length).toBeGreaterThan(0);
});

test('fifty are asked for at a time, and none that has just been read', async () => {
  const recent = requests.filter((request) => !isOld(request)).map(idOf);
  await night({}, [...open.map(idOf), ...recent]);
  const batches = asked('service_request_id').map((url) => url.searchParams.get('service_request_id')!.split(','));
  expect(batches.map(({ length }) => length)).toEqual([50, 50, 50, open.length - 150]);
  expect(batches.flat().sort()).toEqual(open.map(idOf).sort());
});

test('with a smaller page size, as many as one answer holds', async () => {
  const { records } = await night({ cap: 20 }, open.map(idOf), { page_size: 20 });
  expectChanges(records);
});

test('what the server lists no more is counted, and is no deletion', async () => {
  const { records, unlistedCount } = await night({}, [...open.map(idOf), 'R-gone', 'R-hidden']);
  expectChanges(records);
  expect(unlistedCount).toBe(2);
});

test('a batch of which nothing is listed any more is asked for one by one before it counts so', async () => {
  const gone = ['G-1', 'G-2', 'G-3'];
  expect(await night({}, gone)).toMatchObject({ unlistedCount: 3 });
  expect(
    server.asked.filter(({ pathname }) => pathname.includes('/requests/')).map(({ pathname }) => pathname),
  ).toEqual(gone.map((id) => `/open311/v2/requests/${id}.json`));
});

test.each([{ ids: 'none' }, { ids: 'the first' }] as const)(
  'a server that finds $ids of a list is asked one by one',
  async (habits) => {
    const { records, unlistedCount } = await night(habits);
    expectChanges(records);
    expect(unlistedCount).toBe(0);
  },
);

test('a server that answers others than were asked for is told of', async () => {
  await expect(night({ ids: 'ignored' })).rejects.toMatchObject({ code: 'SOURCE_ANSWER_UNREADABLE' });
});

test('on the first night nothing is asked for again', async () => {
  server = await serveOpen311(requests, NOW);
  const { records } = await readAll(adapterOf(server).source, { since: null, until }, knowing(['R-1']));
  expect(distinctIds(records)).toHaveLength(480);
  expect([...asked('service_request_id'), ...asked('updated_after')]).toEqual([]);
});
