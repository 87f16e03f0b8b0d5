/** The first reading of all cases: a job in bulk, its pages, and its end. */

import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { nothingKnown } from '../../../scripts/sources/source.ts';
import { caseId } from '../../fakes/salesforce/tables.ts';
import { failure, now, openTown, read, said } from './town.ts';

const jobRequests = (requests: readonly string[]) => requests.filter((request) => request.includes('/jobs/'));

test('a job is made in no order, asked after until it is done, read page by page in its own version, and removed', async () => {
  const settings = { history: false, api_version: '61.0' };
  const { fake, source, waits } = await openTown({ settings, bulkRows: 150 });
  const { pages, records, deletions } = await read(source);
  expect(records.length + deletions.length).toBe(fake.organization.count());
  expect(pages.map((page) => (page.records as []).length + page.deletions!.length)).toEqual([150, 150, 72]);
  const job = '/services/data/v61.0/jobs/query';
  expect(jobRequests(fake.requests).map((request) => request.replace(/750al\w+/, 'ID'))).toEqual([
    `POST ${job}`,
    ...Array.from({ length: 3 }, () => `GET ${job}/ID`),
    `GET ${job}/ID/results?maxRecords=150`,
    expect.stringMatching(/results\?maxRecords=150&locator=\w+$/),
    expect.stringMatching(/results\?maxRecords=150&locator=\w+$/),
    `DELETE ${job}/ID`,
  ]);
  expect(fake.bulk.asked[0]).toContain('where SystemModstamp < 2026-02-01T05:00:00Z"');
  expect(waits).toEqual([1000, 2000]);
  expect(fake.bulk.jobs.size).toBe(0);
});

test('the first reading has no beginning but an end: what happens meanwhile is the next night’s', async () => {
  const { fake, source } = await openTown({ settings: { history: false } });
  fake.organization.now = new Date(now.getTime() + 7_200_000);
  fake.organization.edit(5, { status: 'Working' });
  const { records } = await read(source);
  expect(records.every(({ updated_at }) => updated_at! < now.toISOString())).toBe(true);
  expect(records.some(({ id }) => id === caseId(5))).toBe(false);
});

test.each(['BACKQUOTE', 'SEMICOLON', 'TAB'] as const)(
  'values parted by %s are read as the job says',
  async (delimiter) => {
    const { fake, source } = await openTown({ settings: { history: false } });
    fake.bulk.settings.delimiter = delimiter;
    const { records } = await read(source);
    expect(new Set(records.map(({ service }) => service))).toContain('Arbre\ndangereux');
  },
);

test('an organization without a case gives an empty page', async () => {
  const { source } = await openTown({ size: 0 });
  expect((await read(source)).records).toEqual([]);
});

test('a page cut off between two rows is noticed by its count, and the job is removed', async () => {
  const { fake, source } = await openTown({ settings: { history: false } });
  fake.fail(/results/, { kind: 'body', change: (body) => body.slice(0, body.lastIndexOf('"500al')) });
  const error = await failure(read(source));
  expect(error.code).toBe('SOURCE_ANSWER_UNREADABLE');
  expect(error.faults[0]).toMatchObject({ expected: '372 rows', found: '371 rows' });
  expect(fake.bulk.ended).toEqual(['deleted']);
});

test('a page cut off within a row, and one of other columns, are noticed', async () => {
  const { fake, source } = await openTown({ settings: { history: false } });
  fake.fail(/results/, { kind: 'body', change: (body) => body.slice(0, -30) });
  expect(said(await failure(read(source)))).toContain('cells in each row');
  fake.fail(/results/, { kind: 'body', change: (body) => body.replace('"Status"', '"Subject"') });
  expect(said(await failure(read(source)))).toContain('columns asked for');
});

test('results that say neither where to go on nor that this is the end are not taken for the end', async () => {
  const { fake, source } = await openTown({ settings: { history: false }, bulkRows: 100 });
  fake.fail(/results/, { kind: 'headers', headers: { 'Sforce-Locator': '' } });
  expect(said(await failure(read(source)))).toContain('Sforce-Locator');
});

test('a page that breaks off on the way is asked for again, and gives the same rows', async () => {
  const { fake, source } = await openTown({ settings: { history: false }, bulkRows: 150 });
  fake.fail(/locator/, { kind: 'cut' });
  fake.fail(/locator/, { kind: 'status', status: 503 });
  const { records, deletions } = await read(source);
  expect(records.length + deletions.length).toBe(fake.organization.count());
});

test('a job that fails is an error that repeats nothing of it, and is removed', async () => {
  const { fake, source } = await openTown();
  fake.bulk.settings.fails = true;
  const error = await failure(read(source));
  expect(error.faults[0]).toMatchObject({ expected: 'a job that completes', found: 'Failed' });
  expect(said(error)).not.toContain('Brackenrow');
  expect(fake.bulk.ended).toEqual(['deleted']);
});

test('a job that never ends is given up after four hours, and aborted; nobody waits over a minute to ask', async () => {
  const { fake, source, waits } = await openTown();
  fake.bulk.settings.pollsUntilDone = Infinity;
  const error = await failure(read(source));
  expect(error.code).toBe('SOURCE_BUSY');
  expect(fake.bulk.ended).toEqual(['aborted']);
  expect(Math.max(...waits)).toBe(60_000);
  const waited = waits.reduce((sum, wait) => sum + wait) / 3_600_000;
  expect(waited).toBeGreaterThanOrEqual(4);
  expect(waited).toBeLessThan(4.1);
});

test('a reading that is given up half way removes its job', async () => {
  const { fake, source } = await openTown({ bulkRows: 100 });
  for await (const _ of source.changes({ since: null, until: now }, nothingKnown)) break;
  expect(fake.bulk.jobs.size).toBe(0);
});

test('a page lies in a folder for its owner alone, and is gone when the reading ends, well or not', async () => {
  const { fake, source } = await openTown({ bulkRows: 100 });
  const seen = new Set<string>();
  const reading = async () => {
    for await (const { records } of source.changes({ since: null, until: now }, nothingKnown)) {
      if (!('name' in records)) continue;
      const folder = dirname(records.name);
      expect([statSync(folder).mode & 0o777, statSync(records.name).mode & 0o777]).toEqual([0o700, 0o600]);
      seen.add(folder);
    }
  };
  await reading();
  fake.fail(/locator/, { kind: 'status', status: 404, body: '[{"errorCode":"NOT_FOUND"}]' });
  await expect(reading()).rejects.toThrow();
  expect(seen.size).toBe(2);
  expect([...seen].filter((folder) => existsSync(folder))).toEqual([]);
});

test('a job that cannot be removed is left to go by itself, and the night goes on', async () => {
  const { fake, source } = await openTown({ settings: { history: false } });
  fake.fail(/DELETE/, { kind: 'status', status: 503 });
  expect((await read(source)).records.length).toBeGreaterThan(200);
});

test('where the history is not open to jobs in bulk it is read over REST', async () => {
  const whole = await read((await openTown()).source);
  const { fake, source } = await openTown();
  fake.organization.notInBulk.add('CaseHistory2');
  const sorted = (changes: typeof whole.statusChanges) => changes.map((change) => JSON.stringify(change)).sort();
  expect(sorted((await read(source)).statusChanges)).toEqual(sorted(whole.statusChanges));
  expect(whole.statusChanges.length).toBeGreaterThan(900);
});
