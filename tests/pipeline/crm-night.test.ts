/** Whole nights over two request systems, as cron runs them: published, then with each thing that can go wrong. */

import { readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { csvParse } from 'd3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeSalesforce } from '../fakes/salesforce/salesforce-server.ts';
import { makeRequests } from '../fakes/open311/requests.ts';
import { type Open311Server, serveOpen311 } from '../fakes/open311/serve-open311.ts';
import { casesSource, crmSecrets, serveCases, writeCrmCity } from '../support/crm-city.ts';
import { plantedIn, searchFiles } from './find-planted.ts';
import { type EndedNight, makeDataFolder, runNight } from './run-night.ts';

const dayMs = 86_400_000;
const apiKey = 'key-0f-the-open311-server';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
let cases: FakeSalesforce;
let reports: Open311Server;
let first: EndedNight;

const publishedNow = () => readlinkSync(join(data.folder, 'site'));
const night = (...args: string[]) =>
  runNight(['--data', data.folder, '--until', 'publish', ...args], { ...crmSecrets, OPEN311_KEY: apiKey });

/** Both systems' clocks are set to ours. */
function setClocks(): void {
  cases.organization.now = new Date();
  reports.setClock(Date.now());
}

beforeAll(async () => {
  data = await makeDataFolder();
  const now = new Date();
  const start = new Date(now.getTime() - 80 * dayMs);
  cases = await serveCases({ size: 2000, start, now, secondsApart: 9000 });
  const since = new Date(now.getTime() - 30 * dayMs).toISOString().slice(0, 10);
  reports = await serveOpen311(makeRequests(300, `${since}T15:00:00Z`, 100), now.toISOString(), { apiKey, cap: 100 });
  await writeCrmCity(data.folder, [
    { ...casesSource(cases.url), fields: { due_at: 'Due__c' } },
    { id: 'reports', kind: 'open311', url: reports.url, since, api_key: '$OPEN311_KEY', requests_per_second: 20 },
  ]);
  first = await night();
});

afterAll(async () => {
  await cases.close();
  await reports.stop();
  await data.remove();
});

test('a night over both publishes the requests of both', async () => {
  expect(first.exitCode, first.output).toBe(0);
  const requests = await readFile(join(data.folder, 'exports', 'requests.csv'), 'utf8');
  for (const service of ['pothole', 'light', 'collection', 'graffiti'])
    expect(requests.includes(`,${service},`), service).toBe(true);
});

test("nothing of a resident's is anywhere below the data folder, in the site or in what the night printed", async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const { fileCount, found, extensions } = await searchFiles(data.folder, connection);
  expect(fileCount).toBeGreaterThan(100);
  expect([...extensions]).toEqual(expect.arrayContaining(['.duckdb', '.parquet', '.arrow', '.html']));
  expect([found, plantedIn(first.output)]).toEqual([[], []]);
});

interface Fault {
  readonly what: string;
  readonly code: string;
  readonly exit: number;
  readonly says: string;
  readonly order: () => void;
  readonly mend?: () => void;
}

const faults: readonly Fault[] = [
  {
    what: 'a secret that no longer holds',
    ...{ code: 'SOURCE_SIGN_IN_REFUSED', exit: 3, says: 'npm run check-config' },
    order: () => (cases.app.clientSecret = 'another'),
    mend: () => (cases.app.clientSecret = crmSecrets.SALESFORCE_SECRET),
  },
  {
    what: 'a field that was renamed',
    ...{ code: 'CRM_FIELD_MISSING', exit: 3, says: 'no field Origin (nearest: Origins)' },
    order: () => cases.organization.renamed.set('Origin', 'Origins'),
    mend: () => cases.organization.renamed.clear(),
  },
  {
    what: 'a field that our account may no longer read',
    ...{ code: 'CRM_FIELD_MISSING', exit: 3, says: 'no field Type' },
    order: () => cases.organization.hidden.add('Type'),
    mend: () => cases.organization.hidden.clear(),
  },
  {
    what: 'a clock three hours off',
    ...{ code: 'SOURCE_CLOCK_OFF', exit: 3, says: '180 minutes ahead of ours' },
    order: () => (cases.organization.clockOffsetMs = 3 * 3_600_000),
    mend: () => (cases.organization.clockOffsetMs = 0),
  },
  {
    what: 'an address that leads elsewhere',
    ...{ code: 'SOURCE_REDIRECTED', exit: 3, says: 'to another address' },
    order: () => cases.fail(/queryAll/, { kind: 'redirect', location: 'https://elsewhere.example/' }),
  },
  {
    what: 'an answer of another kind',
    ...{ code: 'SOURCE_ANSWER_UNREADABLE', exit: 3, says: 'bytes of something else' },
    order: () => cases.fail(/queryAll/, { kind: 'body', change: () => '<html>Luc Brackenrow</html>' }),
  },
  {
    what: 'an answer without an end',
    ...{ code: 'SOURCE_ANSWER_UNREADABLE', exit: 3, says: 'more than 64 MB' },
    order: () => cases.fail(/queryAll/, { kind: 'endless' }),
  },
];

test.each(faults)('$what: the night before stays, and the mail says what to do', async (fault) => {
  const before = publishedNow();
  setClocks();
  fault.order();
  const { exitCode, output } = await night();
  fault.mend?.();
  expect(output).toContain(`${fault.code}  `);
  expect(output).toContain(fault.says);
  expect(output).toMatch(/public +.*published/);
  expect([exitCode, publishedNow()]).toEqual([fault.exit, before]);
  expect(plantedIn(output)).toEqual([]);
  for (const secret of [...Object.values(crmSecrets), apiKey, '00Dal!']) expect(output).not.toContain(secret);
});

test('and the next good night goes on where the last good one was', async () => {
  const before = publishedNow();
  setClocks();
  cases.organization.edit(3, { status: 'Working' });
  const good = await night();
  expect(good.exitCode, good.output).toBe(0);
  expect(publishedNow()).not.toBe(before);
});

test('a due date that the CRM moves stays the one first seen, and how many were moved is published', async () => {
  const exported = async (name: string) => csvParse(await readFile(join(data.folder, 'exports', name), 'utf8'));
  const dueById = async () =>
    new Map((await exported('requests.csv')).map((row) => [row['service_request_id'], row['expected_datetime']]));
  const before = await dueById();
  const listed = [...cases.organization.table('Case')!.rows()].slice(10, 50);
  const moved = listed.filter((row) => !row.isDeleted && /^(?:Pothole|Street|Missed)/.test(String(row.value('Type'))));
  expect(moved.length).toBeGreaterThan(9);
  // What changed in the last five minutes is left to the next night.
  cases.organization.now = new Date(Date.now() - 20 * 60_000);
  for (const { ref } of moved) cases.organization.edit(ref, { dueOn: ref % 2 === 0 ? '2040-01-01' : '2001-01-01' });
  setClocks();
  const later = await night();
  expect(later.exitCode, later.output).toBe(0);
  const counted = (await exported('quality.csv')).filter((row) => row['reason'] === 'moved_target');
  expect(counted.map((row) => row['request_count'])).toEqual([String(moved.length)]);
  const after = await dueById();
  expect([...before].filter(([id, due]) => after.get(id) !== due)).toEqual([]);
}, 90_000);
