/** The personal data that fills the demo CRM's free texts is in nothing that a night writes, says or publishes. */

import { readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { rawFields } from '../../src/contract/sources.ts';
import { datasets } from '../../src/contract/datasets.ts';
import { exportSource } from '../../scripts/sources/demo/crm-export.ts';
import { plantedPatterns } from '../../scripts/sources/demo/planted-personal-data.ts';
import { quoteText } from '../../scripts/warehouse/quote.ts';
import { isSoak } from '../support/is-soak.ts';
import { markDelivered } from '../support/mark-delivered.ts';
import { plantedIn, searchFiles, searchTable } from './find-planted.ts';
import { makeDataFolder, runNight, startNight, type EndedNight } from './run-night.ts';

const { dataFolder, asOf, output } = inject('demoNight');
const everyKind = plantedPatterns.map(({ what }) => what).sort();

/** The export is of eleven months, with an hour that the clock shows twice; `npm run soak` takes all seven years. */
const [until, leastRequests] = isSoak ? [asOf, 200_000] : ['2020-12-01T05:00:00Z', 20_000];

let connection: DuckDBConnection;
let filesFolder: string;
let crmFile: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
  ({ folder: filesFolder, remove } = await makeDataFolder());
  crmFile = join(filesFolder, 'crm.csv');
  const made = await startNight(['--data', dataFolder, '--csv', crmFile, '--until', until], {}, 'scripts/demo-city.ts')
    .ended;
  if (made.exitCode !== 0) throw new Error(made.output);
  await markDelivered(crmFile);
});
afterAll(async () => {
  connection.closeSync();
  await remove();
});

const exportsOf = (data: string) => join(data, 'releases', 'next', 'exports');

/** The CRM's number is in its own column, for as long as it stays in raw and in the warehouse. */
const numbered = { numbered: ['id'] };

async function searchRaw(data: string): Promise<{ columns: string[]; found: string[] }> {
  const pages = `read_parquet(${quoteText(join(data, 'raw', '*', '*', '*.parquet'))})`;
  const described = await connection.runAndReadAll(`describe from ${pages}`);
  return {
    columns: described.getRows().map(([name]) => String(name)),
    found: await searchTable(connection, pages, numbered),
  };
}

async function searchWarehouse(data: string): Promise<{ tableCount: number; found: string[] }> {
  await connection.run(`attach ${quoteText(join(data, 'warehouse', 'plainview.duckdb'))} as searched (read_only)`);
  const reader = await connection.runAndReadAll(
    `select table_name from duckdb_tables() where database_name = 'searched'`,
  );
  const tables = reader.getRows().map(([name]) => `searched.${String(name)}`);
  const found: string[] = [];
  for (const table of tables) {
    const columns = await searchTable(connection, table, numbered);
    found.push(...columns.map((column) => `${table}: ${column}`));
  }
  await connection.run('detach searched');
  return { tableCount: tables.length, found };
}

describe('the search itself', () => {
  test('finds every kind of it in the export that the CRM writes, as text', () => {
    expect(plantedIn(readFileSync(crmFile, 'utf8').slice(0, 20_000_000)).sort()).toEqual(everyKind);
  });

  test('finds every kind of it in the same export as a table, in every free column', async () => {
    const source = `(from read_csv(${quoteText(crmFile)}, header = true, all_varchar = true, quote = '"', escape = '"') limit 20000)`;
    const found = await searchTable(connection, source);
    for (const column of ['Requestor Name', 'Phone', 'E-mail', 'Address', 'Description', 'Staff Notes', 'Owner']) {
      expect(
        found.filter((line) => line.startsWith(`${column} holds`)),
        column,
      ).not.toEqual([]);
    }
    expect([...new Set(found.map((line) => line.split(' holds ')[1]))].sort()).toEqual(everyKind);
    expect(await searchTable(connection, source, { numbered: ['Case Number'] })).toHaveLength(found.length - 1);
  });
});

describe('of a night of the demo city', () => {
  test('no file of the site and of its data holds any, packed or not', async () => {
    const site = await searchFiles(join(dataFolder, 'site/'), connection);
    expect(site.found).toEqual([]);
    expect(site.fileCount).toBeGreaterThan(200);
    for (const extension of ['.html', '.br', '.csv', '.arrow', '.parquet', '.json', '.css', '.geojson']) {
      expect(site.extensions).toContain(extension);
    }
    const exported = await searchFiles(join(dataFolder, 'exports/'), connection);
    expect(exported.found).toEqual([]);
    expect(exported.fileCount).toBeGreaterThan(20);
  }, 120_000);

  test('what it printed holds none', () => {
    expect(plantedIn(output)).toEqual([]);
    if (process.env['PLAINVIEW_TEST_NIGHT'] === undefined) expect(output).toMatch(/^publish /m);
  });

  test('what it pulled holds none but the CRM’s numbers, in the columns of the allow-list', async () => {
    const raw = await searchRaw(dataFolder);
    expect(raw.columns).toEqual([...rawFields]);
    expect(raw.found).toEqual([]);
  }, 120_000);

  test('its warehouse holds none but the CRM’s numbers', async () => {
    const warehouse = await searchWarehouse(dataFolder);
    expect(warehouse.tableCount).toBeGreaterThan(20);
    expect(warehouse.found).toEqual([]);
  }, 120_000);
});

describe('of a night that reads the CRM’s export as a file, free texts and all', () => {
  let night: EndedNight;
  let demoFolder: string;
  beforeAll(async () => {
    await cp(join(dataFolder, 'city'), join(filesFolder, 'city'), { recursive: true });
    demoFolder = join(filesFolder, 'demo');
    await cp(join(dataFolder, 'city'), join(demoFolder, 'city'), { recursive: true });
    const demo = await runNight(['--data', demoFolder, '--as-of', until, '--until', 'export']);
    expect(demo.exitCode, demo.output).toBe(0);
    const file = join(filesFolder, 'city', 'city.json');
    const settings = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(
      file,
      JSON.stringify({ ...settings, sources: [{ ...exportSource(filesFolder, 'crm.csv'), as_of: until }] }),
    );
    night = await runNight(['--data', filesFolder, '--as-of', until, '--until', 'export']);
  });

  test('it ends well', () => expect(night.exitCode, night.output).toBe(0));

  test('its raw pages, exports and output hold none', async () => {
    expect((await searchRaw(filesFolder)).found).toEqual([]);
    expect((await searchFiles(exportsOf(filesFolder), connection)).found).toEqual([]);
    expect((await searchWarehouse(filesFolder)).found).toEqual([]);
    expect(plantedIn(night.output)).toEqual([]);
  }, 120_000);

  const others = datasets.map(({ id }) => id).filter((id) => id !== 'requests' && id !== 'measures');
  test.each(others)('its %s are those of the demo source, byte for byte', (id) => {
    const demo = readFileSync(join(exportsOf(demoFolder), `${id}.csv`));
    expect(demo.length).toBeGreaterThan(100);
    expect(readFileSync(join(exportsOf(filesFolder), `${id}.csv`)).equals(demo)).toBe(true);
  });

  const tables = (id: string) =>
    [demoFolder, filesFolder].map((folder) => `read_parquet(${quoteText(join(exportsOf(folder), `${id}.parquet`))})`);

  test('its requests are those of the demo source, but for times in the hour that the clock shows twice', async () => {
    const [demo, file] = tables('requests');
    const isShownTwice = `timezone('America/Toronto', time)::time between '01:00:00' and '01:59:59'
      and month(time) = 11 and day(time) <= 7 and dayofweek(timezone('America/Toronto', time)) = 0`;
    const times = '[requested_datetime, updated_datetime, closed_datetime, expected_datetime]';
    const counted = await connection.runAndReadAll(
      `with changed as (from ${demo} except all from ${file})
       select
         (select count(*) from ${demo})::integer,
         (select count(*) from ${file})::integer,
         count(*)::integer,
         (count(*) filter (list_bool_or([${isShownTwice} for time in ${times} if time is not null])))::integer
       from changed`,
    );
    const [demoCount, fileCount, changed, twice] = counted.getRows()[0] as number[];
    expect(demoCount).toBeGreaterThan(leastRequests);
    expect(fileCount).toBe(demoCount);
    expect(changed).toBeLessThan(100);
    expect(twice).toBe(changed);
  }, 60_000);

  test('its measures are those of the demo source, but for the few times that such an hour moves', async () => {
    const [demo, file] = tables('measures');
    const counted = await connection.runAndReadAll(
      `with changed as (from ${demo} except all from ${file})
       select
         (select count(*) from ${demo})::integer,
         (select count(*) from ${file})::integer,
         count(*)::integer,
         (count(*) filter (measure_id in ('requests_received', 'open_requests')))::integer
       from changed`,
    );
    const [demoCount, fileCount, changed, counts] = counted.getRows()[0] as number[];
    expect(demoCount).toBeGreaterThan(50_000);
    expect(fileCount).toBe(demoCount);
    expect(changed).toBeLessThan(100);
    expect(counts).toBe(0);
  }, 60_000);
});
