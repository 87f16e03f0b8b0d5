/** Answers of real organizations, as other programs recorded them, read by the adapter's own parts. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { instant } from '../../../scripts/sources/salesforce/case-fields.ts';
import { codeOf } from '../../../scripts/sources/salesforce/refused.ts';
import { countRows, readColumns } from '../../../scripts/warehouse/bulk-page.ts';
import { findRealData } from '../../support/real-data.ts';
import { connection, now, openTown, read } from './town.ts';

const data = findRealData('crm');
const recorded = (...path: string[]) => readFileSync(join(data.present ? data.folder : '', ...path), 'utf8');

test('cases that a chat program read are read here, without the words that came with them', async (context) => {
  if (!data.present) return context.skip(data.reason);
  const body = recorded('vmware-chatbot-salesforce', 'salesforceApi', 'response', 'multiple-cases.json');
  const { fake, source } = await openTown({ settings: { history: false } });
  fake.fail(/queryAll/, { kind: 'body', change: () => body });
  const { records } = await read(source, { since: new Date('2016-10-24T00:00:00Z'), until: now });
  expect(records).toHaveLength(3);
  expect(records[0]).toEqual({
    id: '50041000002S22yAAC',
    requested_at: '2016-10-24T17:23:42.000Z',
    closed_at: null,
    updated_at: null,
    status: 'New',
    service: 'Mechanical',
    channel: 'Web',
  });
});

test('pages and errors that restforce recorded are read', async (context) => {
  if (!data.present) return context.skip(data.reason);
  const { fake, source } = await openTown({ settings: { history: false } });
  fake.fail(/queryAll/, {
    kind: 'body',
    change: () => recorded('restforce', 'query_paginated_first_page_response.json'),
  });
  const last = recorded('restforce', 'query_paginated_last_page_response.json');
  fake.fail(/\/query\/01gD$/, { kind: 'status', status: 200, body: last });
  const { records } = await read(source, { since: new Date(0), until: now });
  expect(records).toHaveLength(2);
  expect(fake.requests.at(-1)).toBe('GET /services/data/v26.0/query/01gD');
  const codes = ['query_error_response', 'search_error_response', 'sobject_find_error_response'].map((name) =>
    codeOf({
      status: 400,
      headers: new Headers(),
      body: Buffer.from(recorded('restforce', `${name}.json`)),
      skewSeconds: 0,
    }),
  );
  expect(codes).toEqual(['INVALID_FIELD', 'MALFORMED_SEARCH', 'NOT_FOUND']);
});

test('CSV of a bulk job is read with line feeds, commas and doubled quotes in its values, and by any delimiter', async (context) => {
  if (!data.present) return context.skip(data.reason);
  const file = (name: string) => join(data.folder, 'jsforce', name);
  const text = recorded('jsforce', 'Account_bulk2_test.csv');
  const header = text.slice(0, text.indexOf('\n')).trim().split(',');
  const page = { path: file('Account_bulk2_test.csv'), delimiter: ',', header };
  const rows = await readColumns(await connection(), page, ['BILLINGSTREET', 'PARENTID', 'ANNUALREVENUE']);
  expect(rows[0]).toEqual(['345 Shoreline Park\nMountain View, CA 94043\nUSA', null, '3.00E+07']);
  expect(await countRows(await connection(), page)).toBe(rows.length);
  const few = ['NAME', 'TYPE', 'PHONE', 'WEBSITE', 'ANNUALREVENUE'];
  const back = { path: file('Account_bulk2_test_backquote.csv'), delimiter: '`', header: few };
  const expected = ['account #3', 'Account', '415-555-0000', 'http://www.accountUpsert3.com', '3000'];
  expect((await readColumns(await connection(), back, few))[3]).toEqual(expected);
});

test.each([
  ['2016-10-24T17:23:42.000+0000', '2016-10-24T17:23:42.000Z'],
  ['2016-10-24T17:23:42.000Z', '2016-10-24T17:23:42.000Z'],
  ['2016-10-24T17:23:42.000-0430', '2016-10-24T17:23:42.000-04:30'],
  ['2016-10-24', '2016-10-24'],
  ['', ''],
])('the time %s is written %s', (written, expected) => expect(instant(written)).toBe(expected));
