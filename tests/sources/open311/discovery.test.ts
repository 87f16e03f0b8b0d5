/** What an Open311 server says of itself, and to which moment it is complete. */

import { afterEach, expect, test } from 'vitest';
import { adapterOf } from '../../fakes/open311/read-source.ts';
import { serveOpen311, type Open311Server, type ServerHabits } from '../../fakes/open311/serve-open311.ts';

const NOW = '2026-11-01T04:05:00Z';

let server: Open311Server;
afterEach(() => server.stop());

async function sourceOf(habits: Partial<ServerHabits> = {}, settings: Parameters<typeof adapterOf>[1] = {}) {
  server = await serveOpen311([], NOW, habits);
  return adapterOf(server, settings).source;
}

test.each(['json', 'xml'] as const)('the services are its types, in %s; it knows no one', async (format) => {
  const source = await sourceOf({ format }, { format });
  const { identity, types, statuses, fields } = await source.discover();
  expect({ identity, types, statuses }).toEqual({
    identity: null,
    types: ['Graffiti & tags', 'Pothole'],
    statuses: ['closed', 'open'],
  });
  expect(fields).toContain('requested_datetime');
  expect(server.asked.map(({ pathname }) => pathname)).toEqual([`/open311/v2/services.${format}`]);
});

test('where the city maps codes, the codes are its types', async () => {
  const source = await sourceOf({}, { fields: { service: 'service_code' } });
  expect((await source.discover()).types).toEqual(['G1', 'P1']);
});

test('it is complete to five minutes before its own clock', async () => {
  expect(await (await sourceOf()).completeUntil(new Date(NOW))).toEqual(new Date('2026-11-01T04:00:00Z'));
  await server.stop();
  const ahead = await sourceOf({ aheadSeconds: 90 });
  expect(await ahead.completeUntil(new Date(NOW))).toEqual(new Date('2026-11-01T04:01:30Z'));
});

test('a clock over ten minutes off is told of', async () => {
  const source = await sourceOf({ aheadSeconds: -900 });
  await expect(source.completeUntil(new Date(NOW))).rejects.toMatchObject({ code: 'SOURCE_CLOCK_OFF' });
});

test('an answer that a cache has kept for an hour is no clock of an hour ago', async () => {
  const source = await sourceOf({ ageSeconds: 3600 });
  expect(await source.completeUntil(new Date(NOW))).toEqual(new Date('2026-11-01T04:00:00Z'));
});

test('a closing is told as one of its fields, though GeoReport has none', async () => {
  expect((await sourceOf()).fields).toContain('closed_at');
  await server.stop();
  expect((await sourceOf({}, { fields: { closed_at: null } })).fields).not.toContain('closed_at');
});
