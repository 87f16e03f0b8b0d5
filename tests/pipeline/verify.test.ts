/** The re-derivation: it agrees with what was published, and names each figure that was changed by hand. */

import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { verifyPublished, verifyWarehouse } from '../../scripts/measures/verify-figures.ts';
import { derivationFiles } from '../../scripts/warehouse/derivation-script.ts';
import { findDataset, figureDatasets } from '../../src/contract/datasets.ts';
import type { Dataset } from '../../src/contract/datasets/dataset.ts';
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

/** The published files in a folder of their own. */
async function published(from: string): Promise<string> {
  const folder = join(small.folder, `changed-${Math.random()}`);
  await mkdir(folder);
  for (const file of derivationFiles) await symlink(join(from, file), join(folder, file));
  return folder;
}

/** Rewrites one of them. */
async function rewrite(folder: string, name: string, change: (rows: string[][]) => void): Promise<void> {
  const file = join(folder, name);
  const rows = csvParseRows(await readFile(file, 'utf8'));
  change(rows);
  await rm(file);
  await writeFile(file, csvFormatRows(rows));
}

type Cells = Readonly<Record<string, unknown>>;

const cellOf = ({ dataset, cell }: Cells) => `${dataset}: ${cell}`;

/** As the comparison names it. */
function namedCell({ id, sortedBy }: Dataset, row: Cells): string {
  const key = sortedBy.filter((name) => row[name] !== 'all').map((name) => `${name} ${row[name] || 'none'}`);
  return `${id}: ${key.join(' · ')}`;
}

const cellsOf = ([header = []]: string[][], row: string[]): Cells =>
  Object.fromEntries(header.map((name, index) => [name, row[index]]));

/** In which column a figure is changed: the first number that is no part of the key. */
function figureOf({ columns, sortedBy }: Dataset): string {
  const found = columns.find(({ name, type }) => ['number', 'integer'].includes(type) && !sortedBy.includes(name));
  if (found === undefined) throw new Error('a data set of figures has none');
  return found.name;
}

test('every figure of every file comes out of the published records, but the one changed in each', async () => {
  const folder = await published(latest);
  const changed: string[] = [];
  for (const dataset of figureDatasets) {
    await rewrite(folder, `${dataset.id}.csv`, (rows) => {
      const column = rows[0]?.indexOf(figureOf(dataset)) ?? -1;
      const row = rows.slice(1).find((one) => one[column] !== '' && !one.includes('warehouse')) ?? [];
      row[column] = String(Number(row[column]) + 1e-6);
      if (dataset.columns.find(({ name }) => name === figureOf(dataset))?.type === 'integer') row[column] = '987654';
      changed.push(namedCell(dataset, cellsOf(rows, row)));
    });
  }
  const { count, differences } = await verifyPublished(folder, await manifestOf(latest));
  expect(count).toBeGreaterThan(400_000);
  expect(changed).toHaveLength(6);
  expect(differences.map(cellOf).toSorted()).toEqual(changed.toSorted());
}, 120_000);

test('every figure of tier C comes out of the warehouse, but those changed in two files', async () => {
  const folder = await published(latest);
  const changed: string[] = [];
  for (const id of ['measures', 'waiting_times'] as const) {
    await rewrite(folder, `${id}.csv`, (rows) => {
      const row = rows.find((one) => one.includes('warehouse')) ?? [];
      row[rows[0]?.indexOf('missing_reason') ?? -1] = 'not_due';
      changed.push(namedCell(findDataset(id), cellsOf(rows, row)));
    });
  }
  const file = join(dataFolder, 'warehouse', 'plainview.duckdb');
  const { count, differences } = await verifyWarehouse(folder, await manifestOf(latest), file);
  expect(count).toBeGreaterThan(1_000);
  expect(differences.map(cellOf).toSorted()).toEqual(changed.toSorted());
});

test('twenty random figures changed by hand are named, each, and no other', async () => {
  const seed = Date.now() % 1_000_000;
  const changed = new Set<string>();
  const folder = await published(smallLatest);
  await rewrite(folder, 'measures.csv', (rows) => {
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
      const cell = namedCell(findDataset('measures'), cellsOf(rows, row));
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
  const folder = await published(smallLatest);
  await rewrite(folder, 'requests.csv', (rows) => {
    const [header = []] = rows;
    const row = rows.find((one) => one[header.indexOf('outcome')] === 'fulfilled') ?? [];
    service = row[header.indexOf('service_code')] ?? '';
    row[header.indexOf('days_to_close')] = '4000';
  });
  const { differences } = await verifyPublished(folder, await manifestOf(smallLatest));
  expect(differences.map(cellOf).join('\n')).toContain(`service_code ${service}`);
});
