/** What changes in a city over the years: each example of the runbook, with its very rows, and what is then published. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvFormat, csvParse } from 'd3';
import { afterEach, expect, test, vi } from 'vitest';
import { markDelivered } from '../support/mark-delivered.ts';
import { makeDataFolder, runNight } from './run-night.ts';
import { writeRunbookRows } from './runbook-rows.ts';
import { smallCityRows, writeSmallCity } from './small-city.ts';

type Row = Readonly<Record<string, string>>;

let data: Awaited<ReturnType<typeof makeDataFolder>>;
afterEach(() => data.remove());

const city = (...names: string[]) => join(data.folder, 'city', ...names);
const exported = (name: string) => readFile(join(data.folder, 'releases/next/exports', name), 'utf8');
const rowsOf = async (name: string): Promise<Row[]> => [...csvParse(await exported(name))] as Row[];

/** What the CRM delivers, after `change`; and a night of it, with the runbook's rows. */
async function nightAfter(heading: string, change: (row: Row) => Row = (row) => row): Promise<Row[]> {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
  const file = city('crm', 'requests.csv');
  const delivered = (csvParse(await readFile(file, 'utf8')) as Row[]).map((row) => change(row));
  await writeFile(file, csvFormat(delivered));
  await writeRunbookRows(city(), heading);
  await runToExport();
  return delivered;
}

async function runToExport(): Promise<void> {
  const { exitCode, output } = await runNight(['--data', data.folder, '--until', 'export']);
  expect(exitCode, output).toBe(0);
}

/** Requests received by month, as published. */
async function receivedByMonth(service: string): Promise<Record<string, number>> {
  const cells = (await rowsOf('measures.csv')).filter(
    (row) =>
      row['measure_id'] === 'requests_received' &&
      row['period_type'] === 'month' &&
      row['service_code'] === service &&
      row['area_id'] === 'all',
  );
  return Object.fromEntries(cells.map((row) => [String(row['period_start']), Number(row['value'])]));
}

/** The same, counted in what the CRM delivered. */
function deliveredByMonth(delivered: readonly Row[], ...words: string[]): Record<string, number> {
  const asked = delivered.filter((row) => words.includes(row['service'] ?? ''));
  return countBy(asked, (row) => `${row['requested_at']?.slice(0, 7)}-01`);
}

function countBy(rows: readonly Row[], keyOf: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}

/** The first and the last month with a value in the site's line of requests received in an area: a zero is one too. */
async function monthsDrawn(area: string): Promise<(string | undefined)[]> {
  vi.stubEnv('PLAINVIEW_EXPORTS', join(data.folder, 'releases/next/exports'));
  const { monthlySeries } = await import('../../src/datasets/monthly-series.ts');
  const months = monthlySeries('requests_received', { area }).filter(({ value }) => value !== null);
  return [months[0]?.month, months.at(-1)?.month];
}

const isFrom = (day: string, row: Row) => (row['requested_at'] ?? '') >= day;

test('a renamed service is one series through both words, under its new name', async () => {
  const delivered = await nightAfter('A service is renamed', (row) =>
    row['service'] === 'Pothole' && isFrom('2024-10-01', row) ? { ...row, service: 'Road hole' } : row,
  );
  const months = await receivedByMonth('pothole');
  expect(Object.keys(months)).toHaveLength(15);
  expect(months).toEqual(deliveredByMonth(delivered, 'Pothole', 'Road hole'));
  const names = (await rowsOf('services.csv')).map((row) => row['name_en']);
  expect(names).toEqual(['Noise', 'Hole in the road', 'Tree']);
});

test('of a split service the old line ends and two begin, and what was stays', async () => {
  const parts = ['Tree pruning', 'Tree removal'];
  const delivered = await nightAfter('A service is split', (row) =>
    row['service'] === 'Tree' && isFrom('2025-01-01', row)
      ? { ...row, service: parts[Number(row['id']?.slice(2)) % 8 < 4 ? 0 : 1] as string }
      : row,
  );
  const before = await receivedByMonth('tree');
  expect(Object.keys(before).toSorted().at(-1)).toBe('2024-12-01');
  expect(before).toEqual(deliveredByMonth(delivered, 'Tree'));
  expect(await receivedByMonth('tree_pruning')).toEqual(deliveredByMonth(delivered, 'Tree pruning'));
  expect(await receivedByMonth('tree_removal')).toEqual(deliveredByMonth(delivered, 'Tree removal'));
  const records = (await rowsOf('requests.csv')).filter((row) => row['service_code']?.startsWith('tree'));
  expect(new Set(records.map((row) => row['service_name']))).toEqual(new Set(['Tree (until 2024)', ...parts]));
  const parted = records.filter((row) => row['service_code'] !== 'tree');
  expect(new Set(parted.map((row) => row['area_id']))).toEqual(new Set(['unknown']));
});

test('a redrawn ward is two areas, and a request is in the one of its day', async () => {
  const delivered = await nightAfter('A ward is redrawn');
  const records = (await rowsOf('requests.csv')).filter((row) => row['service_code'] === 'pothole');
  const expected = delivered
    .filter((row) => row['service'] === 'Pothole')
    .map((row) => (row['area'] === 'north' && isFrom('2025-01-01', row) ? { ...row, area: 'north_2025' } : row));
  const areaAndMonth = (area: string | undefined, day: string | undefined) => `${area} ${day?.slice(0, 7)}`;
  const published = countBy(records, (row) => areaAndMonth(row['area_id'], row['requested_on']));
  expect(published).toEqual(countBy(expected, (row) => areaAndMonth(row['area'], row['requested_at'])));
  expect(published['north_2025 2025-01']).toBeGreaterThan(0);
  const terms = (await rowsOf('areas.csv')).map((row) => [row['area_id'], row['valid_from'], row['valid_to']]);
  expect(terms).toEqual([
    ['north', '', '2024-12-31'],
    ['north_2025', '2025-01-01', ''],
    ['south', '', ''],
  ]);
  expect(await monthsDrawn('north')).toEqual(['2024-01-01', '2024-12-01']);
  expect(await monthsDrawn('north_2025')).toEqual(['2025-01-01', '2025-03-01']);
  const { areasOfMap } = await import('../../src/datasets/areas.ts');
  const onMap = (area?: string) => areasOfMap(area).map(({ id }) => id);
  expect([onMap(), onMap('north')]).toEqual([
    ['north_2025', 'south'],
    ['north', 'south'],
  ]);
});

test('a request falls due by the target of the day it was made', async () => {
  await nightAfter('A target changes');
  const records = (await rowsOf('requests.csv')).filter((row) => row['service_code'] === 'pothole');
  const daysUntilDue = (row: Row) => {
    // The last hour of a local day begins at 03:00 or 04:00 of the next in UTC.
    const dueOn = Date.parse(row['expected_datetime'] ?? '') - 5 * 3_600_000;
    return Math.floor((dueOn - Date.parse(row['requested_on'] ?? '')) / 86_400_000);
  };
  const isNew = (row: Row) => (row['requested_on'] ?? '') >= '2024-09-01';
  expect(new Set(records.filter((row) => !isNew(row)).map(daysUntilDue))).toEqual(new Set([5]));
  expect(new Set(records.filter(isNew).map(daysUntilDue))).toEqual(new Set([3]));
  const targets = (await rowsOf('targets.csv')).map((row) => [row['valid_from'], row['value']]);
  expect(targets).toEqual([
    ['2020-01-01', '5'],
    ['2024-09-01', '3'],
  ]);
});

test('each year of population is a row of its area', async () => {
  await nightAfter('The population of a new year');
  const rows = (await rowsOf('areas.csv')).map((row) => [row['area_id'], row['population_year'], row['population']]);
  expect(rows).toEqual([
    ['north', '2021', '5000'],
    ['north', '2024', '5400'],
    ['south', '2021', '5000'],
  ]);
});

test('a second CRM takes over: the moment is its own, both count, and no public id changes', async () => {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
  await runToExport();
  const idsBefore = (await rowsOf('requests.csv')).map((row) => row['service_request_id'] ?? '');
  await mkdir(city('cases'));
  // The numbers of the first are used again; the newest thing that it tells of is a closing on 10 June.
  const cases = Array.from(
    { length: 30 },
    (_, index) => `C-${index},2025-05-${String(index + 1).padStart(2, '0')}T10:00:00,2025-06-10T12:00:00`,
  );
  const lines = cases.map((line) => `${line},Resolved,Road defect,Web,south`);
  await writeFile(city('cases', 'cases.csv'), ['Case,Opened,Done,State,Category,Origin,Ward', ...lines, ''].join('\n'));
  await markDelivered(city('cases', 'cases.csv'));
  const crm = city('crm', 'requests.csv');
  // C-0 was open: it is closed in the first as handed over.
  await writeFile(
    crm,
    (await readFile(crm, 'utf8')).replace(/^(C-0,[^,]*),,Open/m, '$1,2025-04-12T03:00:00,Transferred'),
  );
  await writeRunbookRows(city(), 'A second request system takes over');
  await runToExport();

  expect(JSON.parse(await exported('manifest.json')).as_of).toBe('2025-06-10T16:00:00.000Z');
  const records = await rowsOf('requests.csv');
  const ids = new Set(records.map((row) => row['service_request_id'] ?? ''));
  expect(idsBefore).toHaveLength((smallCityRows * 3) / 4);
  expect(idsBefore.filter((id) => !ids.has(id))).toEqual([]);
  expect(ids.size).toBe(idsBefore.length + cases.length);
  const later = records.filter((row) => !idsBefore.includes(row['service_request_id'] ?? ''));
  expect(countBy(later, (row) => `${row['service_code']} ${row['outcome']}`)).toEqual({ 'pothole fulfilled': 30 });
  expect((await receivedByMonth('pothole'))['2025-05-01']).toBe(30);
  expect(records.filter((row) => row['outcome'] === 'duplicate')).toHaveLength(1);
}, 60_000);
