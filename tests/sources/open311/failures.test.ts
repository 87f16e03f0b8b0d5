/** What an Open311 server does wrong, and what the operator reads of it: never the key, never a record. */

import { afterEach, expect, test } from 'vitest';
import { OperatorError } from '../../../scripts/support/operator-error.ts';
import type { Fault } from '../../fakes/open311/break-answer.ts';
import { adapterOf, distinctIds, readAll } from '../../fakes/open311/read-source.ts';
import { makeRequests } from '../../fakes/open311/requests.ts';
import { serveOpen311, type Open311Server, type ServerHabits } from '../../fakes/open311/serve-open311.ts';

const NOW = '2026-11-01T04:05:00Z';
const until = new Date('2026-11-01T04:00:00Z');
const requests = makeRequests(100, '2026-10-20T00:00:00Z', 60);

let server: Open311Server;
afterEach(() => server?.stop());

type Settings = Parameters<typeof adapterOf>[1];

async function load(habits: Partial<ServerHabits>, settings: Settings = {}, environment = {}, connectMs?: number) {
  server = await serveOpen311(requests, NOW, habits);
  const adapter = adapterOf(server, { since: '2026-10-01', ...settings }, environment, connectMs);
  return { ...adapter, ...(await readAll(adapter.source, { since: null, until })) };
}

async function failure(
  habits: Partial<ServerHabits>,
  settings: Settings = {},
  environment = {},
): Promise<OperatorError> {
  const error = await load(habits, settings, environment).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(OperatorError);
  return error as OperatorError;
}

const always = (fault: Fault) => ({ fault: () => fault });
const everyOther = (fault: Fault) => ({ fault: (question: number) => (question % 2 === 0 ? fault : undefined) });
const words = ({ message, faults, remedy }: OperatorError) => JSON.stringify({ message, faults, remedy });

test.each([
  ['a 500', { kind: 'status', status: 500 }],
  ['a 429', { kind: 'status', status: 429, retryAfter: '7' }],
  ['a connection that is cut', { kind: 'cut' }],
  ['an answer that is cut in the middle', { kind: 'cut in the middle' }],
  ['an answer that does not come', { kind: 'silent' }],
] as const)('%s at each first try costs a second one, and nothing else', async (_, fault) => {
  const isSilent = fault.kind === 'silent';
  const habits = { ...everyOther(fault), cap: isSilent ? 1000 : 50 };
  const { records, retryWaits } = await load(habits, {}, {}, isSilent ? 1000 : undefined);
  expect(distinctIds(records)).toHaveLength(100);
  expect(retryWaits.length).toBe(server.answered.length);
  expect(retryWaits.every((wait) => wait === (fault.kind === 'status' && fault.status === 429 ? 7000 : 0))).toBe(true);
});

test.each([
  ['500', 'SOURCE_UNREACHABLE', { kind: 'status', status: 500 }],
  ['429', 'SOURCE_BUSY', { kind: 'status', status: 429, retryAfter: '1' }],
  ['cut', 'SOURCE_UNREACHABLE', { kind: 'cut' }],
  [
    '400 in GeoReport’s words',
    'SOURCE_ANSWER_UNREADABLE',
    { kind: 'status', status: 400, body: '[{"code": 1001, "description": "R-1007"}]' },
  ],
  [
    '404 in GeoReport’s words',
    'SOURCE_ANSWER_UNREADABLE',
    { kind: 'status', status: 404, body: '[{"code": 404, "description": "R-1007"}]' },
  ],
  ['404 of a web server', 'SOURCE_ANSWER_UNREADABLE', { kind: 'status', status: 404, body: '<html>R-1007</html>' }],
  [
    '403 in GeoReport’s words',
    'SOURCE_SIGN_IN_REFUSED',
    { kind: 'status', status: 403, body: '[{"code": 403, "description": "R-1007"}]' },
  ],
  [
    '403 as a sentence',
    'SOURCE_SIGN_IN_REFUSED',
    { kind: 'status', status: 403, body: '<error>Invalid api_key R-1007</error>' },
  ],
  ['401', 'SOURCE_SIGN_IN_REFUSED', { kind: 'status', status: 401 }],
  ['302', 'SOURCE_REDIRECTED', { kind: 'status', status: 302 }],
  [
    'an error with a 200',
    'SOURCE_ANSWER_UNREADABLE',
    { kind: 'body', body: '[{"code": 500, "description": "R-1007"}]' },
  ],
  ['a page of HTML', 'SOURCE_ANSWER_UNREADABLE', { kind: 'body', body: '<!doctype html><p>R-1007', type: 'text/html' }],
  ['half a document', 'SOURCE_ANSWER_UNREADABLE', { kind: 'body', body: '[{"service_request_id": "R-1007"' }],
  ['another shape', 'SOURCE_ANSWER_UNREADABLE', { kind: 'body', body: '{"message": "R-1007"}' }],
  ['an answer without an end', 'SOURCE_ANSWER_UNREADABLE', { kind: 'endless' }],
] as const)('%s: %s', async (_, code, fault) => {
  const error = await failure(always(fault));
  expect(error.code).toBe(code);
  expect(words(error)).not.toContain('R-1007');
  expect(words(error)).toContain('/open311/v2/requests.json');
});

test('an entity bomb is refused before it goes off', async () => {
  const entities = Array.from({ length: 40 }, (_, n) => `<!ENTITY x${n + 1} "&x${n};&x${n};">`).join('');
  const body = `<!DOCTYPE a [<!ENTITY x0 "ha">${entities}]><service_requests>&x40;</service_requests>`;
  const error = await failure(always({ kind: 'body', body, type: 'text/xml' }), { format: 'xml' });
  expect(error).toMatchObject({ code: 'SOURCE_ANSWER_UNREADABLE', faults: [{ found: 'XML with a DOCTYPE' }] });
});

test('the code of a refusal is told, and its sentence is not', async () => {
  const body = '<errors><error><code>1001</code><description>jurisdiction of R-1007</description></error></errors>';
  const error = await failure(always({ kind: 'status', status: 400, body }), { format: 'xml' });
  expect(error.faults[0]?.found).toBe('400, error code 1001');
});

test('so is that of an error that comes as if all were well', async () => {
  const error = await failure(always({ kind: 'body', body: '[{"code": 500, "description": "R-1007"}]' }));
  expect(error.faults[0]?.found).toBe('200, error code 500');
});

test('the key goes with each question, as the jurisdiction does, and into no message', async () => {
  const environment = { OPEN311_KEY: 'key-of-the-city' };
  const settings = { api_key: '$OPEN311_KEY', jurisdiction_id: 'city.example' };
  await load({ apiKey: 'key-of-the-city' }, settings, environment);
  expect(server.answered.every((url) => url.searchParams.get('jurisdiction_id') === 'city.example')).toBe(true);
  await server.stop();
  for (const fault of [{ kind: 'status', status: 500 }, { kind: 'status', status: 400 }, { kind: 'cut' }] as const) {
    const error = await failure(always(fault), settings, environment);
    expect(`${words(error)}${String(error.cause)}${error.stack}`).not.toContain('key-of-the-city');
    await server.stop();
  }
  expect((await failure({ apiKey: 'another' }, settings, environment)).code).toBe('SOURCE_SIGN_IN_REFUSED');
});

test('a key that is not there is told of before anything is asked', async () => {
  expect((await failure({}, { api_key: '$OPEN311_KEY' })).code).toBe('SOURCE_SECRET_MISSING');
  expect(server.asked).toEqual([]);
});

test('a field that no request bears any more stops the night, with the nearest name', async () => {
  const shape = ({ requested_datetime, ...row }: Record<string, unknown>) => ({
    ...row,
    requested_date_time: requested_datetime,
  });
  const error = await failure({ shape });
  expect(error.code).toBe('CRM_FIELD_MISSING');
  expect(error.faults[0]?.found).toContain('requested_date_time');
});

test('one question a second, and no sooner when it is tried again', async () => {
  const { paceWaits } = await load({ ...everyOther({ kind: 'status', status: 500 }), cap: 50 });
  expect(paceWaits).toEqual(server.asked.slice(1).map((_, index) => (index + 1) * 1000));
});

test('or as many as the city has agreed on', async () => {
  const { paceWaits } = await load({ cap: 50 }, { requests_per_second: 4 });
  expect(paceWaits.slice(0, 2)).toEqual([250, 500]);
});
