/** The exports inside the site: what the manifest names, under addresses that each list of them has right. */

import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assembleRelease } from '../../scripts/publish/assemble-release.ts';
import { manifestSchema } from '../../src/contract/manifest.ts';
import { readWholeExport, writeNext } from './small-release.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

async function prepare() {
  const data = await makeTemporaryFolder();
  await writeNext(data, 'R1');
  const next = join(data, 'releases/next');
  return { exportsFolder: join(next, 'exports'), siteFolder: join(next, 'site'), v1: join(next, 'site/data/v1') };
}

test('paths and hashes hold in both folders, each relative to its own', async () => {
  const { v1, ...folders } = await prepare();
  await assembleRelease(folders);
  expect(await readWholeExport(v1)).toBe('R1');
  expect(await readWholeExport(join(v1, 'latest'))).toBe('R1');
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(v1, 'manifest.json'), 'utf8')));
  expect(manifest.files.map(({ path }) => path)).toContain('latest/requests.csv');
  expect(await readFile(join(v1, 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}latest\/requests\.csv$/m);
});

test('the data take no second place on the disk', async () => {
  const { v1, ...folders } = await prepare();
  await assembleRelease(folders);
  const [there, here] = await Promise.all(
    [join(v1, 'latest/requests.csv'), join(folders.exportsFolder, 'requests.csv')].map((path) => stat(path)),
  );
  expect(there?.ino).toBe(here?.ino);
});

test('a file that the manifest does not name is not published', async () => {
  const { v1, ...folders } = await prepare();
  await writeFile(join(folders.exportsFolder, 'draft.csv'), 'not for the public');
  await assembleRelease(folders);
  expect((await readdir(join(v1, 'latest'))).sort()).toEqual([
    'SHA256SUMS',
    'areas.geojson',
    'manifest.json',
    'night.json',
    'requests.arrow',
    'requests.csv',
    'requests.parquet',
  ]);
});

test('run again over what it or a crash left, it leaves the same, and the exports as they were', async () => {
  const { v1, ...folders } = await prepare();
  const before = await readFile(join(folders.exportsFolder, 'manifest.json'), 'utf8');
  await mkdir(join(v1, 'latest'), { recursive: true });
  await writeFile(join(v1, 'latest/requests.csv'), 'half a fi');
  await assembleRelease(folders);
  await assembleRelease(folders);
  expect(await readWholeExport(v1)).toBe('R1');
  expect(await readWholeExport(join(v1, 'latest'))).toBe('R1');
  expect(await readFile(join(folders.exportsFolder, 'manifest.json'), 'utf8')).toBe(before);
});

test('a file that is cut off or missing stops the release', async () => {
  const { exportsFolder, siteFolder } = await prepare();
  await writeFile(join(exportsFolder, 'requests.csv'), 'service_request_id');
  await expect(assembleRelease({ exportsFolder, siteFolder })).rejects.toThrow(/requests\.csv has 18 bytes/);
  await rm(join(exportsFolder, 'requests.csv'));
  await expect(assembleRelease({ exportsFolder, siteFolder })).rejects.toThrow(/ENOENT.*requests\.csv/);
});
