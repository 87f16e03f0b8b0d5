/** Residents' words, names and contacts stay in Salesforce: they are not asked for, and are dropped where they come. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import { nothingKnown } from '../../../scripts/sources/source.ts';
import { landPage } from '../../../scripts/warehouse/land-page.ts';
import { sourceSettings } from '../../../src/contract/sources.ts';
import { plantedIn, searchFiles } from '../../pipeline/find-planted.ts';
import { now, openTown, settingsOf, signIns, type Town } from './town.ts';

const fields = { department: 'Department__r.Name', area: 'Ward__c', due_at: 'Due__c', latitude: 'Place__Latitude__s' };
const windows = [
  { name: 'in bulk', since: null, until: now },
  { name: 'over REST', since: new Date('2026-01-10T00:00:00Z'), until: now },
];

/** What is found in all that a reading leaves behind: landed pages, deletions, the history. */
async function leftBehind({ source }: Town, window: (typeof windows)[number]) {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-salesforce-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  let rest = '';
  let landed = 0;
  for await (const page of source.changes(window, nothingKnown)) {
    landed += await landPage(connection, page.records, join(folder, `${landed}.parquet`));
    rest += JSON.stringify([page.deletions, page.statusChanges]);
  }
  const { found } = await searchFiles(folder, connection);
  return { landed, found: [...found, ...plantedIn(rest)] };
}

test.each(windows)('$name only the mapped fields are asked for', async (window) => {
  const town = await openTown({ settings: { fields } });
  const { landed, found } = await leftBehind(town, window);
  expect(landed).toBeGreaterThan(100);
  expect(found).toEqual([]);
  const asked = [...town.fake.requests, ...town.fake.bulk.asked].join('\n');
  expect(asked).toContain('select Id, SystemModstamp, IsDeleted, CreatedDate');
  expect(asked).not.toMatch(/Subject|Description|Supplied|Contact|Account|Owner|Comments|CaseNumber|fields\(/i);
});

test('what comes unasked is dropped before it is written', async () => {
  const town = await openTown({ settings: { fields } });
  let sent = '';
  const change = (body: string) => {
    const answer = JSON.parse(body) as { records: Record<string, unknown>[] };
    for (const record of answer.records) {
      Object.assign(record, { Description: 'Call Luc Brackenrow, 705-555-0123', Owner: { Name: 'Haldervane, Luc' } });
      Object.assign(record.Department__r ?? {}, { Email: 'luc@northpostbox.example' });
    }
    sent += JSON.stringify(answer);
    return JSON.stringify(answer);
  };
  town.fake.fail(/queryAll|\/query\//, { kind: 'body', change }, Infinity);
  const { landed, found } = await leftBehind(town, windows[1]!);
  expect(plantedIn(sent)).toEqual(['name', 'staff name', 'e-mail', 'telephone']);
  expect(landed).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

const spec = { id: 'crm', kind: 'salesforce', url: 'https://x.my.salesforce.com', sign_in: signIns.client_credentials };

test.each([
  ['a field of somebody', { department: 'Owner.Name' }],
  ['a name that is a query of its own', { department: 'Type from User where Id != null' }],
  ['a number for the id', { id: 'CaseNumber' }],
])('%s is refused in city.json', (_, refused) => {
  expect(sourceSettings.safeParse({ ...spec, fields: refused }).success).toBe(false);
  expect(sourceSettings.safeParse({ ...spec, fields: { department: 'Department__r.Name', id: 'Id' } }).success).toBe(
    true,
  );
});

test.each([
  'http://x.my.salesforce.com',
  'http://localhost.example.org',
  'http://127.0.0.1.example.org/',
  'http://localhost:1@example.org',
  'https://user:word@x.my.salesforce.com',
  'ftp://x.my.salesforce.com',
  'x.my.salesforce.com',
])('no secret goes to %s', (url) => expect(() => settingsOf(url)).toThrow('an https:// address'));

test('secrets do not stand in city.json', () => {
  expect(settingsOf('http://localhost:8080').url).toBe('http://localhost:8080');
  expect(() => settingsOf(spec.url, { sign_in: { ...signIns.client_credentials, client_secret: 'A1B2' } })).toThrow();
});
