/** The runbook's examples of file drops, with its very lines: what is read of such an export, and that nothing else is. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvFormatRows } from 'd3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RawField } from '../../src/contract/sources.ts';
import { personalData } from '../../scripts/sources/demo/planted-personal-data.ts';
import { pull } from '../../scripts/sources/pull.ts';
import { findRuns } from '../../scripts/sources/runs.ts';
import { dataFolders } from '../../scripts/support/data-folders.ts';
import { readCity } from '../../scripts/support/read-city/read-city.ts';
import { openWarehouse, type Warehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { quoteText } from '../../scripts/warehouse/quote.ts';
import { readRows } from '../../scripts/warehouse/read-rows.ts';
import { markDelivered } from '../support/mark-delivered.ts';
import { workbookBytes } from '../support/workbook-bytes.ts';
import { plantedIn, searchTable } from './find-planted.ts';
import { makeDataFolder } from './run-night.ts';
import { writeRunbookRows } from './runbook-rows.ts';
import { writeSmallCity } from './small-city.ts';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
let warehouse: Warehouse;
beforeEach(async () => {
  [data, warehouse] = await Promise.all([makeDataFolder(), openWarehouse({ file: ':memory:' })]);
  await writeSmallCity(data.folder);
  await mkdir(join(data.folder, 'drop'));
  vi.stubEnv('CRM_DROP', join(data.folder, 'drop'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  warehouse.close();
  await data.remove();
});

async function deliver(name: string, content: string | Buffer): Promise<void> {
  await writeFile(join(data.folder, 'drop', name), content);
  await markDelivered(join(data.folder, 'drop', name));
}

/** A night's pull: what the newest run landed of these fields, and what of it should not be there. */
async function pullOf(...fields: RawField[]) {
  const { connection } = warehouse;
  const folders = dataFolders(data.folder);
  const city = await readCity(folders.city);
  await pull({ city, folders, connection, now: new Date(), asOf: undefined, onProgress: () => {} });
  const files = (await findRuns(folders.raw, 'crm')).at(-1)?.pages ?? [];
  if (files.length === 0) return { rows: [], planted: [] };
  const landed = `read_parquet([${files.map(quoteText).join(', ')}])`;
  const rows = await readRows(connection, `select ${fields.join(', ')} from ${landed}`);
  return { rows: rows.map((row) => Object.values(row).join(' ')), planted: await searchTable(connection, landed) };
}

const allKinds = ['name', 'staff name', 'e-mail', 'telephone', 'home address'];
const people = [1, 2, 3].map((index) => personalData(index * 7919, 'Pothole'));

/** A report of Cityworks' requests as it comes when nobody chose its columns. */
function cityworksRows(): string[][] {
  const header =
    'REQUESTID,PROBLEMCODE,DESCRIPTION,STATUS,DATETIMEINIT,DATETIMECLOSED,PRJCOMPLETEDATE,PROBADDRESS,DETAILS,' +
    'CUSTFIRSTNAME,CUSTLASTNAME,CUSTPHONE,EMAIL,INITIATEDBY,SUBMITTO,SRX,SRY,WARD,LONGITUDE,LATITUDE,COMMENTS';
  const request = [
    ['POTHOLE', 'CLOSED', '10/30/2026 4:05:09 PM', '11/2/2026 9:00:00 AM', '11/4/2026 4:05:09 PM'],
    ['STREETLIGHT', 'DISPATCH', '11/1/2026 12:30:00 AM', '', '11/8/2026 12:30:00 AM'],
    ['POTHOLE', 'CANCEL', '11/1/2026 11:00:00 AM', '11/1/2026 11:10:00 AM', ''],
  ].map(([problem = '', status = '', opened = '', closed = '', due = ''], index) => {
    const { requestor_name, phone, email, address, description, staff_notes, staff_name } = people[index]!;
    const [first = '', last = ''] = requestor_name.split(' ');
    return [
      ...[String(104_200 + index), problem, description, status, opened, closed, due, address, description],
      ...[first, last, phone, email, staff_name, staff_name, '1234567.89', '234567.8', 'North', '-79.4', '43.7'],
      staff_notes,
    ];
  });
  return [header.split(','), ...request];
}

test('Cityworks: of a report with everything in it, the mapped columns alone are read, each file once', async () => {
  await writeRunbookRows(join(data.folder, 'city'), 'Cityworks');
  const export1 = csvFormatRows(cityworksRows());
  expect(plantedIn(export1)).toEqual(expect.arrayContaining(allKinds));
  await deliver('requests-2026-11-01.csv', export1);
  const { rows, planted } = await pullOf(
    'id',
    'service',
    'status',
    'requested_at',
    'closed_at',
    'due_at',
    'area',
    'longitude',
  );
  expect(rows).toEqual([
    '104200 POTHOLE CLOSED 2026-10-30T16:05:09.000 2026-11-02T09:00:00.000 2026-11-04T16:05:09.000 North -79.4',
    '104201 STREETLIGHT DISPATCH 2026-11-01T00:30:00.000  2026-11-08T00:30:00.000 North -79.4',
    '104202 POTHOLE CANCEL 2026-11-01T11:00:00.000 2026-11-01T11:10:00.000  North -79.4',
  ]);
  expect(planted).toEqual([]);
});

test('Cityworks: the next night reads the new file alone', async () => {
  await writeRunbookRows(join(data.folder, 'city'), 'Cityworks');
  await deliver('requests-2026-11-01.csv', csvFormatRows(cityworksRows()));
  expect((await pullOf('id')).rows).toHaveLength(3);
  const [header = [], first = []] = cityworksRows();
  await deliver('requests-2026-11-02.csv', csvFormatRows([header, first.with(3, 'DISPATCH')]));
  await warehouse.connection.run('detach record_store');
  expect((await pullOf('id', 'status')).rows).toEqual(['104200 DISPATCH']);
});

test('PSD Citywide: of its list in Excel, a title above it, the mapped columns alone are read', async () => {
  await writeRunbookRows(join(data.folder, 'city'), 'PSD Citywide');
  const at = (text: string) => new Date(`${text}Z`);
  const day = at('2026-11-01T00:00:00');
  const requests = [
    [5001, 'Pothole', 'Closed', at('2026-10-30T16:05:09'), day, day, 'Roads', 'Phone', 'North'],
    [5002, 'Tree', 'Dismissed', at('2026-10-31T08:00:00'), null, day, 'Parks', 'Web', 'South'],
    [5003, 'Pothole', 'Work Order Created', at('2026-11-01T07:30:00'), null, null, 'Roads', 'Phone', 'North'],
  ].map((cells, index) => {
    const { requestor_name, phone, email, address, description, staff_notes, staff_name } = people[index]!;
    return [...cells, requestor_name, phone, email, address, description, staff_notes, staff_name];
  });
  const header =
    'Request Number,Request Type,Status,Date Created,Date Closed,Due Date,Department,Source,Ward,Customer,Phone,Email,' +
    'Issue Address,Description,Comments,Assigned To';
  expect(plantedIn(JSON.stringify(requests))).toEqual(expect.arrayContaining(allKinds));
  const title = [['Service Requests'], [`Exported by ${people[0]!.staff_name}`], []];
  const sheets = { Summary: [['3 requests']], 'Service Requests': [...title, header.split(','), ...requests, []] };
  await deliver('service-requests.xlsx', workbookBytes(sheets));
  const { rows, planted } = await pullOf(
    'id',
    'service',
    'status',
    'requested_at',
    'closed_at',
    'due_at',
    'department',
    'area',
  );
  expect(rows).toEqual([
    '5001 Pothole Closed 2026-10-30T16:05:09 2026-11-01 2026-11-01 Roads North',
    '5002 Tree Dismissed 2026-10-31T08:00:00  2026-11-01 Parks South',
    '5003 Pothole Work Order Created 2026-11-01T07:30:00   Roads North',
  ]);
  expect(planted).toEqual([]);
});
