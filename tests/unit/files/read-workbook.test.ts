/** What a sheet of an Excel workbook is as text: dates without a zone, numbers as a person would write them. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findHeader } from '../../../scripts/sources/files/find-header.ts';
import { readWorkbook } from '../../../scripts/sources/files/read-workbook.ts';
import { type SheetCell, workbookBytes, type WorkbookOptions } from '../../support/workbook-bytes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plainview-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readCells(rows: readonly (readonly SheetCell[])[], options?: WorkbookOptions) {
  const file = join(folder, 'report.xlsx');
  await writeFile(file, workbookBytes({ Report: rows, Other: [['other']] }, options));
  return await readWorkbook(file, undefined);
}

test('a date is the clock that the sheet shows, without a zone, in both of the ways that Excel counts days', async () => {
  const times = fc.date({ min: new Date('1904-01-02'), max: new Date('2079-01-01'), noInvalidDate: true });
  const column = fc.array(times, { minLength: 1, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(column, fc.boolean(), async (dates, isFrom1904) => {
      const clocks = dates.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
      const read = await readCells([[new Date('2026-01-01T00:00:01Z')], ...clocks.map((clock) => [clock])], {
        isFrom1904,
      });
      expect(read.slice(1).map(([cell]) => cell)).toEqual(clocks.map((clock) => clock.toISOString().slice(0, 19)));
    }),
    { numRuns: 30 },
  );
});

test('a column without any time of day is one of dates, and midnight in a column of times is a time', async () => {
  const day = new Date('2026-03-04');
  const rows = await readCells([
    ['Due', 'Opened'],
    [day, day],
    [null, new Date('2026-03-04T10:20:30.250Z')],
  ]);
  expect(rows.slice(1)).toEqual([
    ['2026-03-04', '2026-03-04T00:00:00'],
    [null, '2026-03-04T10:20:30.250'],
  ]);
});

test.each([
  ['20240001', '20240001'],
  ['20240001.0', '20240001'],
  ['2.0240001E7', '20240001'],
  ['1.5E+15', '1500000000000000'],
  ['1234567890123456.0', '1234567890123456'],
  ['12345678901234567890', '12345678901234567890'],
  ['43.653225999999997', '43.653226'],
  ['-79.3832', '-79.3832'],
  ['1.1999999999999999E-5', '0.000012'],
  ['2E-7', '0.0000002'],
  ['0', '0'],
])('the number that is written %s is read as %s', async (asWritten, expected) => {
  expect(await readCells([[{ asWritten }]])).toEqual([[expected]]);
});

test('the header is the row that holds the mapped columns, whatever stands above it and however it is written', () => {
  const rows = [
    ['Status report'],
    [null],
    ['Status', 'Closed'],
    ['request id', ' STATUS ', 'Opened'],
    ['1', 'Closed', ''],
  ];
  expect(findHeader(rows, ['Request ID', 'Status', 'Opened'])).toBe(3);
});

test('with no mapping yet, the header is the first row that is about as full as the others', () => {
  const rows = [
    ['Report', null, null, null],
    [null, null, null, null],
    ['Id', 'Status', 'Opened', null],
    ['1', '2', '3', '4'],
  ];
  expect(findHeader(rows, [])).toBe(2);
});
