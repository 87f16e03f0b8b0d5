/** What becomes of one request of an Open311 server: its times, its number, its closing, and what is dropped. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { open311Fields } from '../../../src/contract/sources.ts';
import { requestReader } from '../../../scripts/sources/open311/read-request.ts';
import { askedTime } from '../../../scripts/sources/open311/read-time.ts';
import { withPersonalData } from '../../fakes/open311/requests.ts';
import { plantedIn } from '../../pipeline/find-planted.ts';
import { findRealData } from '../../support/real-data.ts';

const read = requestReader({ fields: {} });
const row = {
  service_request_id: '638344',
  status: 'Closed',
  service_name: 'Pothole',
  agency_responsible: 'Works',
  requested_datetime: '2026-04-14T06:37:38-08:00',
  updated_datetime: '2026-04-15T06:37:38-08:00',
  expected_datetime: '2026-04-20T06:37:38-08:00',
  lat: 37.762221815,
  long: -122.4651145,
};

test('a request is read under the standard’s names, and is closed when it was last updated', () => {
  expect(read(row)).toEqual({
    id: '638344',
    status: 'Closed',
    service: 'Pothole',
    department: 'Works',
    requested_at: '2026-04-14T06:37:38-08:00',
    updated_at: '2026-04-15T06:37:38-08:00',
    closed_at: '2026-04-15T06:37:38-08:00',
    due_at: '2026-04-20T06:37:38-08:00',
    latitude: '37.762221815',
    longitude: '-122.4651145',
  });
});

test('an open request has no closing', () => {
  expect(read({ ...row, status: 'open' }).closed_at).toBeNull();
});

test('the city may name other fields, and leave fields out', () => {
  const other = requestReader({ fields: { service: 'service_code', area: 'extended.ward', latitude: null } });
  const record = other({ ...row, service_code: 'P1', extended: { ward: 'Ward 3' } });
  expect(record).toMatchObject({ service: 'P1', area: 'Ward 3' });
  expect('latitude' in record).toBe(false);
});

test('where the city has a time of closing of its own, no other is made up', () => {
  const own = requestReader({ fields: { closed_at: 'closed_datetime' } });
  expect(own({ ...row, closed_datetime: '2026-04-14T09:00:00-08:00' }).closed_at).toBe('2026-04-14T09:00:00-08:00');
  expect(own(row).closed_at).toBeNull();
});

test.each([
  ['with a space, to a fraction, without an offset', '2012-05-22 23:57:23.97', '2012-05-22T23:57:23.97'],
  ['in UTC', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
  ['with an offset without a colon', '2026-01-02T03:04:05.000+0000', '2026-01-02T03:04:05.000+00:00'],
  ['with an offset of hours', '2026-01-02 03:04:05 -05', '2026-01-02T03:04:05-05:00'],
  ['without seconds', '2026-01-02T03:04-05:00', '2026-01-02T03:04:00-05:00'],
  ['as a day', '2026-01-02', '2026-01-02'],
  ['that is none', 'next week', 'next week'],
])('a time %s', (_, written, expected) => {
  expect(read({ ...row, expected_datetime: written }).due_at).toBe(expected);
});

test.each([[null], [undefined], [''], ['  ']])('an optional key that is %s is no value', (value) => {
  const record = read({
    ...row,
    agency_responsible: value,
    expected_datetime: value,
    updated_datetime: value,
    lat: value,
  });
  expect(record).toMatchObject({ department: null, due_at: null, updated_at: null, closed_at: null, latitude: null });
});

test('a request without a number, with a token only, is kept without one', () => {
  const { service_request_id: _, ...nameless } = row;
  expect(read({ ...nameless, token: '12345' })).toMatchObject({ id: null, service: 'Pothole' });
});

test('a number is the same as text', () => {
  expect(read({ ...row, service_request_id: 638344 }).id).toBe('638344');
});

test('an update from before the request is none; as a closing it stays, for the city’s clock tolerance to judge', () => {
  const early = { ...row, updated_datetime: '2026-04-14T06:37:00-08:00' };
  expect(read(early)).toMatchObject({ updated_at: null, closed_at: '2026-04-14T06:37:00-08:00' });
  expect(read({ ...early, status: 'open' })).toMatchObject({ updated_at: null, closed_at: null });
});

test('that is told by the instant, whatever the offsets; and not where only one of the two has any', () => {
  const later = { ...row, updated_datetime: '2026-04-14T14:37:39Z' };
  expect(read(later).updated_at).toBe('2026-04-14T14:37:39Z');
  expect(read({ ...row, updated_datetime: '2026-04-14 01:00:00' }).updated_at).toBe('2026-04-14T01:00:00');
});

test('nothing of a resident is left, whatever the server sends', () => {
  for (let seed = 1; seed < 500; seed++)
    expect(plantedIn(JSON.stringify(read(withPersonalData(row, seed * 977))))).toEqual([]);
  expect(plantedIn(JSON.stringify(withPersonalData(row, 977))).length).toBeGreaterThan(3);
});

test('servers are asked in UTC, to the second', () => {
  expect(askedTime(Date.parse('2026-01-02T03:04:05.678-05:00'))).toBe('2026-01-02T08:04:05Z');
});

test('the names asked for are the standard’s own', (context) => {
  const data = findRealData('schemas/georeport-v2');
  if (!data.present) return context.skip(data.reason);
  const schema = JSON.parse(readFileSync(join(data.folder, 'request.json'), 'utf8'));
  const names: string[] = Object.keys(schema.properties ?? schema.items?.properties ?? {});
  expect(names.length).toBeGreaterThan(10);
  expect(Object.values(open311Fields).filter((name) => !names.includes(name))).toEqual([]);
});
