/** What a night reads of Salesforce: the window, to the row, over REST and in bulk alike. */

import { expect, test } from 'vitest';
import { caseId } from '../../fakes/salesforce/tables.ts';
import { now, openTown, read } from './town.ts';

const fields = {
  department: 'Department__r.Name',
  due_at: 'Due__c',
  area: 'Ward__c',
  reopen_count: 'Reopened__c',
  longitude: 'Place__Longitude__s',
  latitude: 'Place__Latitude__s',
};
const since = new Date('2026-01-20T00:00:00Z');
const queries = (requests: readonly string[]) => requests.filter((request) => /[?&]q=/.test(request));

test('a window is asked for by the stamp of the last change, both ends in the query, in order, deleted cases too', async () => {
  const { fake, source } = await openTown({ settings: { history: false, fields: { channel: null } } });
  await read(source, { since, until: now });
  expect(queries(fake.requests)).toEqual([
    'GET /services/data/v62.0/queryAll?q=select Id, SystemModstamp, IsDeleted, CreatedDate, ClosedDate, Status, Type' +
      ' from Case where SystemModstamp >= 2026-01-20T00:00:00Z and SystemModstamp < 2026-02-01T05:00:00Z' +
      ' order by SystemModstamp, Id',
  ]);
});

test('every case that changed in the window is read once, page after page, and none besides', async () => {
  const { fake, source } = await openTown({ settings: { fields } });
  const { records, deletions, pages } = await read(source, { since, until: now });
  const { organization } = fake;
  const changed = Array.from({ length: organization.count() }, (_, index) => ({
    index,
    last: organization.events(index).at(-1)!,
  })).filter(({ last }) => last.at >= since.getTime() && last.at < now.getTime());
  expect(changed.length).toBeGreaterThan(100);
  const idsOf = (isDeleted: boolean) =>
    changed
      .filter(({ last }) => last.isDeleted === isDeleted)
      .map(({ index }) => caseId(index))
      .sort();
  expect(records.map(({ id }) => id).sort()).toEqual(idsOf(false));
  expect(deletions.map(({ id }) => id).sort()).toEqual(idsOf(true));
  expect(deletions.length).toBeGreaterThan(0);
  expect(pages.length).toBeGreaterThan(3);
});

test('a case closed at the moment where one window ends is in the next, and in none twice', async () => {
  const { fake, source } = await openTown({ settings: { history: false } });
  const moment = new Date('2026-02-01T05:00:00Z');
  fake.organization.edit(7, { status: 'Closed' });
  const has = async (from: string, until: string) => {
    const { records } = await read(source, { since: new Date(from), until: new Date(until) });
    return records.some(({ id }) => id === caseId(7));
  };
  fake.organization.now = new Date(moment.getTime() + 60_000);
  expect(await has('2026-01-31T05:00:00Z', moment.toISOString())).toBe(false);
  expect(await has(moment.toISOString(), '2026-02-01T06:00:00Z')).toBe(true);
});

test('in bulk and over REST a case reads the same, to the letter', async () => {
  const bulk = await read((await openTown({ settings: { fields }, bulkRows: 70 })).source);
  const rest = await read((await openTown({ settings: { fields } })).source, { since: new Date(0), until: now });
  const sorted = <T extends { readonly id?: string | null }>(list: readonly T[]) =>
    [...list].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  expect(sorted(bulk.records)).toEqual(sorted(rest.records));
  expect(sorted(bulk.deletions)).toEqual(sorted(rest.deletions));
  const stamped = (list: readonly { id: string; at: string }[]) => list.map((one) => JSON.stringify(one)).sort();
  expect(stamped(bulk.statusChanges)).toEqual(stamped(rest.statusChanges));
  expect(bulk.records.some(({ service }) => service?.includes('\n'))).toBe(true);
  expect(bulk.records.some(({ department }) => department === null)).toBe(true);
  expect(bulk.records.some(({ reopen_count }) => reopen_count === '1')).toBe(true);
});

test('times come with their offset as Z, a date stays a date, and what is empty is null', async () => {
  const { source } = await openTown({ settings: { fields } });
  const { records } = await read(source, { since, until: now });
  const [first] = records;
  expect(first?.requested_at).toMatch(/^2026-01-\d\dT\d\d:\d\d:\d\d\.000Z$/);
  expect(first?.updated_at).toMatch(/Z$/);
  expect(first?.due_at).toMatch(/^2026-\d\d-\d\d$/);
  expect(records.find(({ status }) => status === 'New')?.closed_at).toBeNull();
});

test('of a deleted case nothing comes but its id and when it went', async () => {
  const { fake, source } = await openTown({ settings: { fields } });
  fake.organization.edit(3, { isDeleted: true });
  fake.organization.now = new Date(now.getTime() + 3_600_000);
  const { deletions, records } = await read(source, { since: now, until: fake.organization.now });
  expect(deletions).toContainEqual({ id: caseId(3), at: '2026-02-01T05:00:00.000Z' });
  expect(records.some(({ id }) => id === caseId(3))).toBe(false);
});

test('the history of statuses comes by the same window, and only where it is asked for', async () => {
  const { fake, source } = await openTown();
  const { statusChanges } = await read(source, { since, until: now });
  const expected = Array.from({ length: fake.organization.count() }, (_, index) => index).flatMap((index) =>
    fake.organization
      .events(index)
      .filter(({ at, isDeleted }) => !isDeleted && at >= since.getTime() && at < now.getTime())
      .map(({ at, status }) => `${caseId(index)} ${new Date(at).toISOString()} ${status}`),
  );
  expect(statusChanges.map(({ id, at, status }) => `${id} ${at} ${status}`).sort()).toEqual(expected.sort());
  const without = await openTown({ settings: { history: false } });
  expect((await read(without.source)).statusChanges).toEqual([]);
  expect(without.fake.requests.join('\n')).not.toContain('CaseHistory2');
});

test('all ids that are there now are listed, without the deleted', async () => {
  const { fake, source } = await openTown();
  const lots: (readonly string[])[] = [];
  for await (const lot of source.listIds!()) lots.push(lot);
  const { organization } = fake;
  const there = Array.from({ length: organization.count() }, (_, index) => index).filter(
    (index) => !organization.events(index).at(-1)!.isDeleted,
  );
  expect(lots.flat()).toEqual(there.map(caseId));
  expect(lots.length).toBeGreaterThan(3);
  expect(queries(fake.requests)).toEqual(['GET /services/data/v62.0/query?q=select Id from Case']);
});

test('what there is, is told without asking for a case', async () => {
  const { fake, source } = await openTown();
  const found = await source.discover();
  expect(found.types).toEqual(['Pothole', 'Missed collection', 'Noise, "loud"', 'Arbre\ndangereux', 'Street light']);
  expect(found.statuses).toEqual(['New', 'Working', 'Closed', 'Closed - duplicate']);
  expect(found.closedStatuses).toEqual(['Closed', 'Closed - duplicate']);
  expect(found.fields).toContain('Ward__c');
  expect(fake.requests.join('\n')).not.toMatch(/from Case\b/);
});

test('record types are the types where the city takes them for its services', async () => {
  const { source } = await openTown({ settings: { fields: { service: 'RecordType.Name' } } });
  expect((await source.discover()).types).toEqual(['Service request']);
});
