/** The demo CRM is full of personal data, and its adapter lets none of it through. */

import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { City } from '../../../src/contract/city.ts';
import type { DemoSource } from '../../../src/contract/sources.ts';
import { exportColumns, exportLines } from '../../../scripts/sources/demo/crm-export.ts';
import { makeCrm } from '../../../scripts/sources/demo/crm.ts';
import { plantedPatterns } from '../../../scripts/sources/demo/planted-personal-data.ts';
import { parseCsv } from '../../../scripts/support/read-city/csv-rows.ts';
import { cityFolder, deliver, readDemo } from './demo-deliveries.ts';

const until = '2020-03-10T04:00:00Z';
const root = resolve(cityFolder, '../..');
let city: City;
let settings: DemoSource;
beforeAll(async () => ({ city, settings } = await readDemo()));

const crm = () => makeCrm(settings.seed, city, new Date(until));

test.each(plantedPatterns)('the CRM’s records hold a planted $what', ({ pattern }) => {
  const records = [...crm().days()].flat();
  expect(records.filter((record) => pattern.test(JSON.stringify(record))).length).toBeGreaterThan(100);
});

test('every free-text field holds some of it', () => {
  const record = [...crm().days()].flat().slice(0, 300);
  const personal = plantedPatterns.filter(({ what }) => what !== 'CRM number');
  for (const field of [
    'requestor_name',
    'phone',
    'email',
    'address',
    'description',
    'staff_notes',
    'staff_name',
  ] as const) {
    expect(record.filter((each) => personal.some(({ pattern }) => pattern.test(each[field]))).length, field).toBe(300);
  }
});

test('what the adapter yields holds none of it, but for the number of the record in its own field', async () => {
  const records = await deliver(until);
  expect(records.length).toBeGreaterThan(5000);
  const leaks = records.flatMap(({ id, ...rest }) =>
    plantedPatterns.filter(({ what, pattern }) =>
      pattern.test(JSON.stringify(what === 'CRM number' ? rest : { id, ...rest })),
    ),
  );
  expect(leaks).toEqual([]);
});

test('the planted words stand nowhere else in the program or in the city folder', () => {
  const files = globSync(['src/**/*.*', 'scripts/**/*.*', 'data/city/**/*.*'], { cwd: root }).filter(
    (file) => !file.endsWith('planted-personal-data.ts'),
  );
  expect(files.length).toBeGreaterThan(50);
  const found = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return plantedPatterns.some(({ pattern }) => pattern.test(text));
  });
  expect(found).toEqual([]);
});

test('the export holds what the source delivers, at the city’s own clock, and the personal data beside it', async () => {
  const { rows } = parseCsv([...exportLines(crm(), city.settings.time_zone)].join('\r\n'));
  const header = rows[0]!.values;
  const records = await deliver(until);
  expect(rows.length - 1).toBe(records.length);
  const cell = (row: number, field: keyof typeof exportColumns) =>
    rows[row + 1]!.values[header.indexOf(exportColumns[field])];
  for (let i = 0; i < records.length; i++) {
    for (const field of ['id', 'status', 'closure', 'service', 'area', 'longitude'] as const) {
      expect(cell(i, field)).toBe(records[i]![field] ?? '');
    }
  }
  // 8 March 2020 has 23 hours: from five to four hours behind UTC.
  const local = (instant: string) => {
    const row = records.findIndex(({ requested_at }) => requested_at?.startsWith(instant));
    return cell(row, 'requested_at')!.slice(0, 13);
  };
  expect(local('2020-01-15T18')).toBe('2020/01/15 13');
  expect(local('2020-03-08T18')).toBe('2020/03/08 14');
  expect(plantedPatterns.filter(({ pattern }) => !rows.some(({ values }) => pattern.test(values.join())))).toEqual([]);
});
