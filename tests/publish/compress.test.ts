/** The pre-compressed copies: the same bytes again, smaller, or none. */

import { randomBytes } from 'node:crypto';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressSite } from '../../scripts/publish/compress.ts';
import { namingFullDisk } from '../../scripts/support/disk-full.ts';
import { writeWhole } from './small-release.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const rows = Array.from({ length: 20_000 }, (_, i) => `${i},pothole,2026-10-${(i % 28) + 1}\r\n`).join('');

test('each copy gives back its file, and what gains nothing has none', async () => {
  const site = await makeTemporaryFolder();
  const noise = randomBytes(3000).toString('latin1');
  await writeWhole(join(site, 'en/index.html'), '<p>pothole</p>'.repeat(500));
  await writeWhole(join(site, 'data/v1/latest/requests.csv'), rows);
  await writeWhole(join(site, 'data/v1/latest/requests.parquet'), rows);
  await writeWhole(join(site, 'card.png'), rows);
  await writeWhole(join(site, 'tiny.txt'), 'a');
  await writeFile(join(site, 'noise.js'), noise, 'latin1');

  const result = await compressSite(site);

  const copies = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.br')).sort();
  expect(copies).toEqual(['data/v1/latest/requests.csv.br', 'en/index.html.br']);
  for (const copy of copies) {
    const original = await readFile(join(site, copy.slice(0, -'.br'.length)));
    expect(brotliDecompressSync(await readFile(join(site, copy))).equals(original)).toBe(true);
  }
  expect(result.fileCount).toBe(2);
  expect(result.bytes).toBe(rows.length + 14 * 500);
});

test('pages are compressed as far as brotli goes, data at 5', async () => {
  const site = await makeTemporaryFolder();
  await writeWhole(join(site, 'en/index.html'), rows);
  await writeWhole(join(site, 'data/index.html'), rows);
  await compressSite(site);
  const sizeAt = (quality: number) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: rows.length };
    return brotliCompressSync(rows, { params }).length;
  };
  const size = async (path: string) => (await readFile(join(site, path))).length;
  // The stream is cut into blocks elsewhere than the whole text, which moves a size by a little.
  expect(Math.abs((await size('en/index.html.br')) / sizeAt(11) - 1)).toBeLessThan(0.02);
  expect(Math.abs((await size('data/index.html.br')) / sizeAt(5) - 1)).toBeLessThan(0.05);
  expect(await size('en/index.html.br')).toBeLessThan(await size('data/index.html.br'));
});

test('a second run after one that was cut off makes the same copies', async () => {
  const site = await makeTemporaryFolder();
  await writeWhole(join(site, 'data/requests.csv'), rows);
  await compressSite(site);
  const first = await readFile(join(site, 'data/requests.csv.br'));
  await writeFile(join(site, 'data/requests.csv.br'), first.subarray(0, 100));
  await compressSite(site);
  expect((await readFile(join(site, 'data/requests.csv.br'))).equals(first)).toBe(true);
  expect((await readdir(join(site, 'data'))).sort()).toEqual(['requests.csv', 'requests.csv.br']);
});

test.runIf(process.platform === 'linux')('a full disk is told as such', async () => {
  const site = await makeTemporaryFolder();
  await writeWhole(join(site, 'data/requests.csv'), rows);
  await symlink('/dev/full', join(site, 'data/requests.csv.br'));
  await expect(namingFullDisk(site, () => compressSite(site))).rejects.toMatchObject({
    code: 'DISK_FULL',
    exitCode: 5,
  });
});

test('any other fault stays itself', async () => {
  const fault = new Error('something else');
  await expect(namingFullDisk('data', () => Promise.reject(fault))).rejects.toBe(fault);
  await expect(namingFullDisk('data', () => readFile('/nonexistent/plainview'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
