/** What real Open311 servers answered (San Francisco, Bloomington, Toronto, Chicago and others), given again by the fake. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, type TestContext } from 'vitest';
import { OperatorError } from '../../../scripts/support/operator-error.ts';
import type { RawRecord } from '../../../scripts/sources/source.ts';
import type { Fault } from '../../fakes/open311/break-answer.ts';
import { adapterOf, readAll } from '../../fakes/open311/read-source.ts';
import type { FakeRequest, FakeRow } from '../../fakes/open311/requests.ts';
import { serveOpen311, type Open311Server } from '../../fakes/open311/serve-open311.ts';
import { findRealData } from '../../support/real-data.ts';

let server: Open311Server | undefined;
afterEach(() => server?.stop());

function recorded(context: TestContext, name: string): string {
  const data = findRealData('open311-fixtures');
  if (!data.present) return context.skip(data.reason);
  return readFileSync(join(data.folder, name), 'utf8');
}

interface Recording {
  readonly body: string;
  readonly format: 'json' | 'xml';
  /** Of one day, since the same answer is given to every question. */
  readonly since?: string;
  readonly status?: number;
}

async function serveRecording({ body, format, since = '2012-05-22', status }: Recording, nowText: string) {
  const type = format === 'json' ? 'application/json' : 'text/xml';
  const fault: Fault = status === undefined ? { kind: 'body', body, type } : { kind: 'status', status, body };
  server = await serveOpen311([], nowText, { format, fault: () => fault });
  return adapterOf(server, { format, since }).source;
}

async function recordsOf(recording: Recording, until = '2012-05-24T00:00:00Z'): Promise<readonly RawRecord[]> {
  const source = await serveRecording(recording, until);
  return (await readAll(source, { since: null, until: new Date(until) })).records;
}

test('San Francisco: XML, local times to a fraction behind a space, xsi:nil', async (context) => {
  const body = recorded(context, 'fgregg-open311status/san_francisco_requests.xml');
  const records = await recordsOf({ body, format: 'xml', since: '2012-05-20' });
  const written = [...body.matchAll(/<service_request_id>(\d+)</g)].map(([, id]) => id);
  expect(new Set(records.map(({ id }) => id))).toEqual(new Set(written));
  expect(records[0]).toEqual({
    id: '1129806',
    status: 'Open',
    service: 'RCS - SFMTA - G',
    department: null,
    requested_at: '2012-05-22T23:57:23.97',
    updated_at: null,
    closed_at: null,
    due_at: '2012-05-31T08:30:00.0',
    latitude: '0.0',
    longitude: '0.0',
  });
});

test('San Francisco in windows: all come, whatever the cap', async (context) => {
  const body = recorded(context, 'fgregg-open311status/san_francisco_requests.xml');
  const rows = [...body.matchAll(/<request>(.*?)<\/request>/gs)].map(([, text]) => rowOf(text ?? ''));
  expect(rows.length).toBeGreaterThan(50);
  server = await serveOpen311(rows.map(requestOf), '2012-05-24T00:00:00Z', { format: 'xml', cap: 50 });
  const { source } = adapterOf(server, { format: 'xml', since: '2012-05-01' });
  const { records } = await readAll(source, { since: null, until: new Date('2012-05-24T00:00:00Z') });
  expect(new Set(records.map(({ id }) => id))).toEqual(new Set(rows.map((row) => row['service_request_id'])));
});

test('Bloomington: JSON with numbers as places, nulls and empty texts', async (context) => {
  const body = recorded(context, 'fgregg-open311status/bloomington_requests.json');
  const rows: FakeRow[] = JSON.parse(body);
  const records = await recordsOf({ body, format: 'json', since: '2012-03-01' });
  expect(new Set(records.map(({ id }) => id))).toEqual(new Set(rows.map((row) => row['service_request_id'])));
  expect(records[0]).toMatchObject({
    department: 'Street Department',
    requested_at: '2012-05-23T15:55:28-04:00',
    latitude: null,
  });
  const closed = records.filter(({ status }) => status === 'closed');
  expect(closed.length).toBeGreaterThan(0);
  expect(closed.every(({ closed_at }) => closed_at !== null)).toBe(true);
});

test.for<[string, number, string]>([
  ['bensheldon-open311status/files/requests_single.xml', 1, '2018-07-29'],
  ['bensheldon-open311status/files/requests_many.xml', 2, '2018-07-29'],
  ['codeforamerica-open311-rb/service_requests_empty.xml', 0, '2018-07-29'],
  ['codeforamerica-open311-rb/service_requests.xml', 2, '2010-04-01'],
  ['codeforamerica-node-open311/mocks/token.xml', 1, '2010-04-01'],
])('%s: %i', async ([name, count, since], context) => {
  const body = recorded(context, name);
  const records = await recordsOf({ body, format: 'xml', since }, `${since.slice(0, 8)}30T23:00:00Z`);
  expect(new Set(records.map((record) => record.id)).size).toBe(count);
});

test('Chicago: JSON of many departments', async (context) => {
  const body = recorded(context, 'bensheldon-open311status/service_requests.json');
  const rows: FakeRow[] = JSON.parse(body);
  const records = await recordsOf({ body, format: 'json', since: '2014-07-01' }, '2014-07-13T00:00:00Z');
  expect(records.map(({ id }) => id)).toEqual(rows.map((row) => row['service_request_id']));
});

test.for([
  ['fgregg-open311status/san_francisco_services.xml', 'xml'],
  ['fgregg-open311status/bloomington_services.json', 'json'],
  ['bensheldon-open311status/files/services_giessen.xml', 'xml'],
  ['codeforamerica-node-open311/mocks/dc-services.xml', 'xml'],
] as const)('the services of %s', async ([name, format], context) => {
  const body = recorded(context, name);
  const { types } = await (await serveRecording({ body, format }, '2026-01-01T00:00:00Z')).discover();
  const written = body.match(/<service_name>|"service_name"/g)!;
  expect(types.length).toBeGreaterThan(1);
  expect(types.length).toBeLessThanOrEqual(written.length);
});

test.for([
  ['codeforamerica-open311-rb/403.xml', 403, 'SOURCE_SIGN_IN_REFUSED', '403'],
  [
    'codeforamerica-open311-rb/get_service_request_not_found.xml',
    404,
    'SOURCE_ANSWER_UNREADABLE',
    '404, error code 404',
  ],
  [
    'codeforamerica-node-open311/mocks/boston-err-submitrequest-base_is_duplicate.xml',
    400,
    'SOURCE_ANSWER_UNREADABLE',
    '400, error code 400',
  ],
] as const)('%s', async ([name, status, code, found], context) => {
  const body = recorded(context, name);
  const error = await recordsOf({ body, format: 'xml', status }).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(OperatorError);
  expect(error).toMatchObject({ code, faults: [{ found }] });
});

function rowOf(text: string): FakeRow {
  return Object.fromEntries([...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [name, value]));
}

function requestOf(row: FakeRow): FakeRequest {
  const requestedAt = Date.parse(`${String(row['requested_datetime']).replace(' ', 'T')}Z`);
  return { requestedAt, listedAt: requestedAt, updatedAt: requestedAt, last: row };
}
