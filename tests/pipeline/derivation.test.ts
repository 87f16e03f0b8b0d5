/** The published `measures.sql`, run as anybody would: plain DuckDB, the downloaded files, and nothing of ours. */

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { derivationFiles } from '../../scripts/warehouse/derivation-script.ts';
import { quoteText } from '../../scripts/warehouse/quote.ts';
import { makeDataFolder, runNight } from './run-night.ts';
import { writeSmallCity } from './small-city.ts';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
let download: string;

beforeAll(async () => {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
  const { exitCode, output } = await runNight(['--data', data.folder, '--until', 'export']);
  expect(exitCode, output).toBe(0);
  download = join(data.folder, 'download');
  await mkdir(download);
  for (const name of ['measures.sql', ...derivationFiles]) {
    await copyFile(join(data.folder, 'releases', 'next', 'exports', name), join(download, name));
  }
});
afterAll(() => data.remove());

/** What the script prints at its end: the figures that differ. */
async function runScript(): Promise<readonly Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`set file_search_path = ${quoteText(download)}`);
    const reader = await connection.runAndReadAll(await readFile(join(download, 'measures.sql'), 'utf8'));
    return reader.getRowObjectsJS();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test('it makes every figure again, and lists none', async () => {
  expect(await runScript()).toEqual([]);
});

test('it lists a figure that was changed', async () => {
  const file = join(download, 'measures.csv');
  const text = await readFile(file, 'utf8');
  const line =
    text.split('\r\n').find((one) => /^requests_received,year,2024-01-01,pothole,all,all,all/.test(one)) ?? '';
  await writeFile(file, text.replace(line, line.replace(/all,all,(\d)/, 'all,all,1$1')));
  const listed = await runScript();
  expect(listed).toMatchObject([
    {
      dataset: 'measures',
      cell: 'measure_id requests_received · period_type year · service_code pothole · period_start 2024-01-01',
    },
  ]);
});
