/** `npm run check-config` on a request system with an API: who we are there, what it offers, and a look at its last days. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkConfig } from '../../scripts/check-config/check-config.ts';
import { describeOffer } from '../../scripts/check-config/describe-offer.ts';
import type { SalesforceSource } from '../../src/contract/sources.ts';
import type { Discovery, Source, Window } from '../../scripts/sources/source.ts';
import { signInRefused } from '../../scripts/sources/source-errors.ts';
import { dataFolders } from '../../scripts/support/data-folders.ts';
import { makeDataFolder } from './run-night.ts';
import { writeSmallCity } from './small-city.ts';

const now = new Date('2026-11-20T12:00:00Z');

let data: Awaited<ReturnType<typeof makeDataFolder>>;
let temporary: Awaited<ReturnType<typeof makeDataFolder>>;
beforeEach(async () => {
  [data, temporary] = await Promise.all([makeDataFolder(), makeDataFolder()]);
  await writeSmallCity(data.folder);
  const file = join(data.folder, 'city/city.json');
  const settings = JSON.parse(await readFile(file, 'utf8'));
  const sources = [
    {
      ...{ id: 'cases', kind: 'salesforce', url: 'https://example.my.salesforce.com' },
      sign_in: { flow: 'client_credentials', client_id: '$SF_ID', client_secret: '$SF_SECRET' },
      fields: { area: 'Ward__c', department: 'RecordType.Name' },
    },
  ];
  await writeFile(file, JSON.stringify({ ...settings, sources }));
});
afterEach(() => Promise.all([data.remove(), temporary.remove()]));

const usual: Discovery = {
  identity: 'plainview@example.ca',
  types: ['Pothole', 'Noise', 'Tree', 'Boat ramp', 'Snow on sidewalk'],
  statuses: ['Open', 'Closed', 'Merged'],
  fields: [
    ...['Id', 'CaseNumber', 'Subject', 'Description', 'Type', 'Status', 'Origin', 'ContactEmail', 'Due_Date__c'],
    ...['CreatedDate', 'ClosedDate', 'SystemModstamp', 'Ward__c', 'Latitude__c', 'SuppliedName', 'Reason_Closed__c'],
  ],
};

interface Asked {
  windows: Window[];
  listed: boolean;
}

/** What the system gives: seven snow calls that no list names among twelve requests of the last month. */
function fakeSource(offer: Discovery, asked: Asked): Source {
  const requestedAt = (day: number) => `2026-11-${String(day + 1).padStart(2, '0')}T15:00:00Z`;
  return {
    id: 'cases',
    fields: new Set(['id', 'requested_at', 'closed_at', 'updated_at', 'status', 'service', 'channel', 'area']),
    delivery: 'delta',
    discover: async () => offer,
    completeUntil: async (asOf) => asOf,
    async *changes(window) {
      asked.windows.push(window);
      const records = Array.from({ length: 12 }, (_, index) => ({
        ...{ id: `C-${index}`, requested_at: requestedAt(index), updated_at: requestedAt(index), closed_at: null },
        ...{ status: 'Open', channel: 'Phone', area: 'north' },
        service: index < 5 ? 'Pothole' : 'Snow on sidewalk',
      }));
      yield { records };
    },
    async *listIds() {
      asked.listed = true;
      yield ['C-1'];
    },
  };
}

async function check(offer: Partial<Discovery> = {}, parts: Partial<Source> = {}) {
  const asked: Asked = { windows: [], listed: false };
  const { lines, errors } = await checkConfig(dataFolders(data.folder), dataFolders(temporary.folder), now, () => [
    { ...fakeSource({ ...usual, ...offer }, asked), ...parts },
  ]);
  return { text: lines.join('\n'), errors, asked };
}

test('says who we are to it, what it offers, and what is asked for', async () => {
  const { text, errors } = await check();
  expect(errors).toEqual([]);
  expect(text).toContain('source cases: reached, as plainview@example.ca');
  expect(text).toContain('offers: 5 types, 3 statuses, 16 fields');
  expect(text).toMatch(/asked for: Id → id, .*Ward__c → area/);
  expect(text).toMatch(/^Nothing stops a night\.$/m);
});

test('reads its last thirty days only, says so, and asks for no list of all ids', async () => {
  const { text, asked } = await check();
  expect(asked.windows).toEqual([{ since: new Date('2026-10-21T12:00:00Z'), until: now }]);
  expect(asked.listed).toBe(false);
  expect(text).toContain('12 records of the last 30 days, for this look alone: a first night reads all of them');
});

test('types and statuses that no list names are rows to paste, whether a record has them yet or not', async () => {
  const { text } = await check();
  expect(text).toMatch(
    /^7 records with values, and 1 value on offer without a record that \S+services\.csv does not name/m,
  );
  expect(text).toMatch(/^snow_on_sidewalk,roads,works,request,C,Snow on sidewalk,Snow on sidewalk$/m);
  expect(text).toMatch(/^boat_ramp,roads,works,request,C,Boat ramp,Boat ramp$/m);
  expect(text).toMatch(
    /^1 value on offer without a record that \S+statuses\.csv does not name; to paste there:\ncases,Merged,\*,unmapped$/m,
  );
  expect(text.match(/snow_on_sidewalk/g)).toHaveLength(1);
});

test('each mapped field that is not there is named with the nearest, and nothing is read', async () => {
  const fields = usual.fields.filter((name) => !['Ward__c', 'Origin'].includes(name));
  const { text, errors, asked } = await check({ fields: [...fields, 'Wards__c'] });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ code: 'CRM_FIELD_MISSING', exitCode: 3 });
  expect(errors[0]?.faults.map(({ found, expected }) => [found, expected])).toEqual([
    ['no field Origin', 'Origin, used as channel'],
    ['no field Ward__c (nearest: Wards__c)', 'Ward__c, used as area'],
  ]);
  expect(asked.windows).toEqual([]);
  expect(text).toContain('source cases: reached, as plainview@example.ca');
  expect(text).not.toContain('Nothing stops a night');
});

test('names of fields are the same in capital letters', async () => {
  expect((await check({ fields: usual.fields.map((name) => name.toLowerCase()) })).errors).toEqual([]);
});

test('fields that the city might ask for too are named, and never a personal one', async () => {
  const { text } = await check();
  const [line = ''] = /^ {2}might be asked for too: .*$/m.exec(text) ?? [];
  expect(line).toContain('Due_Date__c (due_at)');
  expect(line).toContain('Latitude__c (latitude)');
  expect(line).not.toMatch(/Subject|Description|Contact|Supplied/);
});

test('not even where its name is one that many systems give to the field', () => {
  const salesforce = {
    id: 'cases',
    kind: 'salesforce',
    url: 'https://example.my.salesforce.com',
    fields: { service: null },
  };
  const offer = { ...usual, fields: [...usual.fields, 'Request_Type__c'] };
  const text = describeOffer(salesforce as unknown as SalesforceSource, offer).join('\n');
  expect(text).toContain('(service)');
  expect(text).not.toContain('Subject');
});

test('nor one that holds words by its type, whatever it is called', () => {
  const salesforce = { id: 'cases', kind: 'salesforce', url: 'https://example.my.salesforce.com', fields: {} };
  const offer = { ...usual, fields: [...usual.fields, 'Resolution__c'] };
  const said = (one: Discovery) => describeOffer(salesforce as unknown as SalesforceSource, one).join('\n');
  expect(said({ ...offer, personalFields: ['Reason_Closed__c', 'Resolution__c'] })).not.toContain('(closure)');
  expect(said(offer)).toContain('(closure)');
});

test('one that does not let us in is an error of its own, and the rest is checked all the same', async () => {
  const refused = signInRefused({ source: 'cases', url: 'https://example.my.salesforce.com' }, 'invalid_client');
  const { text, errors } = await check({}, { discover: () => Promise.reject(refused) });
  expect(errors).toEqual([refused]);
  expect(text).toMatch(/city: no fault\nsource cases: cannot be read, see SOURCE_SIGN_IN_REFUSED below/);
});

test('a system without a request in its last days is no fault', async () => {
  const { errors } = await check({}, { async *changes() {} });
  expect(errors).toEqual([]);
});
