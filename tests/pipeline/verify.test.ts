/** The re-derivation: it agrees with what was published, and names each figure that was changed by hand. */

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { verifyPublished, verifyWarehouse } from '../../scripts/measures/verify-figures.ts';
import { makeDataFolder, runNight } from './run-night.ts';
import { writeSmallCity } from './small-city.ts';
import { manifestSchema } from '../../src/contract/manifest.ts';

const { dataFolder } = inject('demoNight');
const latest = join(dataFolder, 'site', 'data', 'v1', 'latest');
/** A small city, whose figures are soon made again after each change. */
let small: Awaited<ReturnType<typeof makeDataFolder>>;
let smallLatest: string;

const manifestOf = async (folder: string) =>
  manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));

beforeAll(async () => {
  small = await makeDataFolder();
  await writeSmallCity(small.folder);
  const { exitCode, output } = await runNight(['--data', small.folder, '--until', 'export']);
  expect(exitCode, output).toBe(0);
  smallLatest = join(small.folder, 'releases', 'next', 'exports');
});

afterAll(() => small.remove());

/** The published files in a folder of their own, one of them rewritten. */
async function published(name: string, change: (rows: string[][]) => void): Promise<string> {
  const folder = join(small.folder, `changed-${Math.random()}`);
  await mkdir(folder);
  for (const file of ['measures.csv', 'requests.csv', 'services.csv', 'areas.csv']) {
    await copyFile(join(smallLatest, file), join(folder, file));
  }
  const rows = csvParseRows(await readFile(join(folder, name), 'utf8'));
  change(rows);
  await writeFile(join(folder, name), csvFormatRows(rows));
  return folder;
}

const cellOf = (row: Readonly<Record<string, unknown>>) =>
  [
    'measure_id',
    'period_type',
    'period_start',
    'service_code',
    'service_group',
    'department',
    'area_id',
    'channel',
    'kind',
  ]
    .map((name) => row[name])
    .join(' · ');

test('every figure made of published records comes out of the published records', async () => {
  const { count, differences } = await verifyPublished(latest, await manifestOf(latest));
  expect(count).toBeGreaterThan(400_000);
  expect(differences).toEqual([]);
}, 120_000);

test('every figure of tier C comes out of the warehouse', async () => {
  const file = join(dataFolder, 'warehouse', 'plainview.duckdb');
  const { count, differences } = await verifyWarehouse(latest, await manifestOf(latest), file);
  expect(count).toBeGreaterThan(1_000);
  expect(differences).toEqual([]);
});

test('twenty random figures changed by hand are named, each, and no other', async () => {
  const seed = Date.now() % 1_000_000;
  const changed = new Set<string>();
  const folder = await published('measures.csv', (rows) => {
    const [header = []] = rows;
    const at = (name: string) => header.indexOf(name);
    let state = seed;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    while (changed.size < 20) {
      const row = rows[1 + Math.floor(random() * (rows.length - 1))] ?? [];
      const column = at(['value', 'numerator', 'denominator', 'lower', 'upper'][Math.floor(random() * 5)] ?? 'value');
      const cell = cellOf(Object.fromEntries(header.map((name, index) => [name, row[index]])));
      if (row[column] === '' || row[at('basis')] !== 'published' || changed.has(cell)) continue;
      row[column] = String(Number(row[column]) + 1);
      changed.add(cell);
    }
  });
  const { differences } = await verifyPublished(folder, await manifestOf(smallLatest));
  expect(differences.map(cellOf).sort(), `seed ${seed}`).toEqual([...changed].sort());
});

test('a published record changed by hand shows in the figures made of it', async () => {
  let service = '';
  const folder = await published('requests.csv', (rows) => {
    const [header = []] = rows;
    const row = rows.find((one) => one[header.indexOf('outcome')] === 'fulfilled') ?? [];
    service = row[header.indexOf('service_code')] ?? '';
    row[header.indexOf('days_to_close')] = '4000';
  });
  const { differences } = await verifyPublished(folder, await manifestOf(smallLatest));
  expect(new Set(differences.map((row) => row.service_code))).toContain(service);
});
