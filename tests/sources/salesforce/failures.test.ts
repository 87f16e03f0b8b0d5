/** What Salesforce can do to a reading, and what the operator is told; never anything of a record. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { plantedIn } from '../../pipeline/find-planted.ts';
import type { Fault } from '../../fakes/salesforce/faults.ts';
import { failure, now, openTown, read, said } from './town.ts';

const window = { since: new Date('2026-01-20T00:00:00Z'), until: now };
const aboutCases = (requests: readonly string[]) => requests.filter((request) => /from Case\b|jobs/.test(request));

test('a field that was renamed is told with its new name, before any case is asked for', async () => {
  const { fake, source } = await openTown({ settings: { fields: { area: 'Ward__c', due_at: 'Due__c' } } });
  fake.organization.renamed.set('Ward__c', 'Wards__c').set('Due__c', 'Target_on__c');
  const error = await failure(read(source, window));
  expect(error).toMatchObject({ code: 'CRM_FIELD_MISSING', exitCode: 3 });
  expect(error.faults.map(({ found, expected }) => `${found}; ${expected}`)).toEqual([
    'no field Ward__c (nearest: Wards__c); Ward__c, used as area',
    'no field Due__c; Due__c, used as due_at',
  ]);
  expect(aboutCases(fake.requests)).toEqual([]);
});

test('a field that our account may no longer see is as good as gone', async () => {
  const { fake, source } = await openTown({ settings: { fields: { area: 'Ward__c' } } });
  expect((await read(source, window)).records.length).toBeGreaterThan(50);
  fake.organization.hidden.add('Ward__c');
  expect(said(await failure(read(source, window)))).toContain('no field Ward__c');
});

test.each([
  ['over REST', window],
  ['in bulk', { since: null, until: now }],
])('a field of a related record that is not there is named by the query alone, %s', async (_, asked) => {
  const { source } = await openTown({ settings: { fields: { department: 'Department__r.Label__c' } } });
  const error = await failure(read(source, asked));
  expect(error.code).toBe('CRM_FIELD_MISSING');
  expect(error.faults).toHaveLength(1);
  expect(error.faults[0]?.expected).toBe('Department__r.Label__c, used as department');
  expect(plantedIn(said(error))).toEqual([]);
});

test('a field is refused by its type where its name tells nothing', async () => {
  const { fake, source } = await openTown({ settings: { fields: { closure: 'Resolution__c' } } });
  const error = await failure(read(source, window));
  expect(error).toMatchObject({ code: 'SOURCE_FIELD_PERSONAL', exitCode: 2 });
  expect(error.faults[0]?.found).toBe('Resolution__c of type textarea, used as closure');
  expect(aboutCases(fake.requests)).toEqual([]);
});

test('a point as a whole is no field to read: its parts are', async () => {
  const { source } = await openTown({ settings: { fields: { latitude: 'Place__c' } } });
  expect(await failure(read(source, window))).toMatchObject({ code: 'CRM_FIELD_MISSING' });
});

test('an organization near its limit of requests is left alone', async () => {
  const { fake, source } = await openTown();
  fake.organization.usedRequests = 13_600;
  const error = await failure(read(source, window));
  expect(error.code).toBe('SOURCE_BUSY');
  expect(error.faults[0]?.found).toMatch(/^136\d\d of the organization's 15000 requests of the day used$/);
  expect(aboutCases(fake.requests)).toEqual([]);
  fake.organization.usedRequests = 13_400;
  expect((await read(source, window)).records.length).toBeGreaterThan(50);
});

test('a limit that is reached on the way ends the reading for tonight, at once', async () => {
  const { fake, source, waits } = await openTown();
  const body = '[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]';
  fake.fail(/\/query\//, { kind: 'status', status: 403, body });
  const error = await failure(read(source, window));
  expect(error.code).toBe('SOURCE_BUSY');
  expect(said(error)).toContain('REQUEST_LIMIT_EXCEEDED');
  expect(waits).toEqual([]);
});

const timedOut = '[{"message":"Your query request was running for too long.","errorCode":"QUERY_TIMEOUT"}]';
const passing: readonly [string, Fault][] = [
  ['503', { kind: 'status', status: 503, body: '[{"errorCode":"SERVER_UNAVAILABLE","message":"busy"}]' }],
  ['429 with Retry-After', { kind: 'status', status: 429, headers: { 'Retry-After': '7' } }],
  ['a query that took too long', { kind: 'status', status: 400, body: timedOut }],
  ['a connection that breaks', { kind: 'cut' }],
  ['an answer that comes too late', { kind: 'slow', milliseconds: 700 }],
];

test.each(passing)('%s passes: the page is asked for again, and nothing is lost or read twice', async (_, fault) => {
  const whole = await read((await openTown()).source, window);
  const { fake, source } = await openTown({ http: { connectMs: 500 } });
  fake.fail(/queryAll\?|\/query\//, fault, 2);
  expect(await read(source, window)).toEqual(whole);
});

test.each([
  ['503', { kind: 'status', status: 503 }, 'SOURCE_UNREACHABLE'],
  ['429', { kind: 'status', status: 429 }, 'SOURCE_BUSY'],
  ['a query that takes too long', { kind: 'status', status: 400, body: timedOut }, 'SOURCE_UNREACHABLE'],
  ['a page of HTML', { kind: 'body', change: () => '<html>Luc Brackenrow</html>' }, 'SOURCE_ANSWER_UNREADABLE'],
  ['half of an answer', { kind: 'half' }, 'SOURCE_ANSWER_UNREADABLE'],
  ['JSON of another shape', { kind: 'body', change: () => '{"records":{}}' }, 'SOURCE_ANSWER_UNREADABLE'],
  ['an answer without an end', { kind: 'endless' }, 'SOURCE_ANSWER_UNREADABLE'],
] as [string, Fault, string][])('%s without an end is told as %s', async (_, fault, code) => {
  const { fake, source } = await openTown();
  fake.fail(/queryAll\?/, fault, Infinity);
  const error = await failure(read(source, window));
  expect(error.code).toBe(code);
  expect(plantedIn(said(error))).toEqual([]);
});

/** Another host, which hears all that reaches it. */
async function listener(): Promise<{ readonly url: string; readonly heard: string[] }> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.url} ${request.headers.authorization}`);
    response.end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

test('neither a redirect nor a next page on another host is followed', async () => {
  const { url, heard } = await listener();
  const { fake, source } = await openTown();
  fake.fail(/queryAll/, { kind: 'redirect', location: `${url}/services/data` });
  expect(await failure(read(source, window))).toMatchObject({ code: 'SOURCE_REDIRECTED' });
  for (const next of [`${url}/services/`, `//${url.slice('http://'.length)}/services/`]) {
    fake.fail(/queryAll/, {
      kind: 'body',
      change: (body) => body.replace(/"\/services[^"]+query\/[^"]+"/, `"${next}"`),
    });
    expect(await failure(read(source, window))).toMatchObject({ code: 'SOURCE_ANSWER_UNREADABLE' });
  }
  expect(heard).toEqual([]);
});

test('a history that our account may not read is told, with both ways out', async () => {
  const { fake, source } = await openTown();
  fake.organization.closed.add('CaseHistory2');
  const error = await failure(read(source, window));
  expect(error).toMatchObject({ code: 'SOURCE_HISTORY_REFUSED', exitCode: 3 });
  expect(error.remedy).toContain('"history": false');
  expect(aboutCases(fake.requests)).toEqual([]);
});

test('an account that may not see cases at all is not let in', async () => {
  const { fake, source } = await openTown();
  fake.organization.closed.add('Case');
  expect(await failure(read(source, window))).toMatchObject({ code: 'SOURCE_SIGN_IN_REFUSED' });
});
