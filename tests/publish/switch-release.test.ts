/** Publishing: all of the new release or all of the old one, whatever happens, and three of them kept. */

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { lstat, mkdir, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { discardUnfinished, publishedRelease, switchRelease } from '../../scripts/publish/switch-release.ts';
import { publishSmallRelease } from './publish-small-release.ts';
import { readWholeExport, writeNext } from './small-release.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** The release that the public sees, read to the last byte; throws where it is not whole. */
async function readPublished(dataFolder: string): Promise<string> {
  const inSite = await readWholeExport(join(dataFolder, 'site/data/v1'));
  const inExports = await readWholeExport(join(dataFolder, 'exports'));
  const page = await readFile(join(dataFolder, 'site/en/index.html'), 'utf8');
  expect([inExports, page]).toEqual([inSite, `<p>${inSite}</p>`]);
  expect(await realpath(join(dataFolder, 'exports'))).toBe(await realpath(join(dataFolder, 'site/data/v1/latest')));
  return inSite;
}

const listReleases = async (dataFolder: string) => (await readdir(join(dataFolder, 'releases'))).sort();

function publishAndKill(dataFolder: string, id: string, killAt: number): NodeJS.Signals | number | null {
  const program = fileURLToPath(new URL('publish-once.ts', import.meta.url));
  const { signal, status, stderr } = spawnSync(process.execPath, [program, dataFolder, id, String(killAt)]);
  if (status !== null && status !== 0) throw new Error(String(stderr));
  return signal ?? status;
}

test('a release is published under its id, and both links lead to it', async () => {
  const data = await makeTemporaryFolder();
  await publishSmallRelease(data, 'R1');
  expect(await readPublished(data)).toBe('R1');
  expect(await publishedRelease(data)).toBe('R1');
  expect(await readdir(data)).toEqual(['exports', 'releases', 'site']);
  expect(await listReleases(data)).toEqual(['R1']);
});

test('a reader who never stops looking sees whole releases only, each at least as new as the last', async () => {
  const data = await makeTemporaryFolder();
  await publishSmallRelease(data, 'R100');
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const reader = new Worker(new URL('read-releases.ts', import.meta.url), { workerData: { dataFolder: data, stop } });
  await once(reader, 'message');
  for (let release = 101; release <= 160; release++) await publishSmallRelease(data, `R${release}`);
  Atomics.store(stop, 0, 1);
  const [{ seen, faults }] = await once(reader, 'message');
  expect(faults).toEqual([]);
  expect(seen.length).toBeGreaterThan(5);
});

test('killed with -9 before any change to the disk, old or new stands whole, and the next night succeeds', async () => {
  const published: string[] = [];
  for (let killAt = 1; ; killAt++) {
    const data = await makeTemporaryFolder();
    for (const id of ['R1', 'R2', 'R3']) await publishSmallRelease(data, id);
    await writeNext(data, 'R4');
    const ending = publishAndKill(data, 'R4', killAt);
    if (ending === 0) break;
    expect(ending).toBe('SIGKILL');
    published.push(await readPublished(data));

    await publishSmallRelease(data, 'R5');
    expect(await readPublished(data)).toBe('R5');
    expect(await readdir(data)).toEqual(['exports', 'releases', 'site']);
    expect(await listReleases(data)).toHaveLength(3);
    await rm(data, { recursive: true });
  }
  const switchedAt = published.indexOf('R4');
  expect(switchedAt).toBeGreaterThan(10);
  expect(published.slice(0, switchedAt)).toEqual(Array(switchedAt).fill('R3'));
  expect(published.slice(switchedAt)).toEqual(Array(published.length - switchedAt).fill('R4'));
}, 120_000);

test('killed with -9 on the first night ever, there is nothing or all of it', async () => {
  let killAt = 1;
  for (; ; killAt++) {
    const data = await makeTemporaryFolder();
    await writeNext(data, 'R1');
    if (publishAndKill(data, 'R1', killAt) === 0) break;
    const isThere = await Promise.all(
      ['site/en/index.html', 'exports/manifest.json'].map((path) => exists(join(data, path))),
    );
    expect(isThere[0]).toBe(isThere[1]);
    if (isThere[0]) expect(await readPublished(data)).toBe('R1');
    await publishSmallRelease(data, 'R2');
    expect(await readPublished(data)).toBe('R2');
    await rm(data, { recursive: true });
  }
  expect(killAt).toBeGreaterThan(10);
}, 120_000);

test('three releases are kept, and the published one even where it is older', async () => {
  const data = await makeTemporaryFolder();
  for (const id of ['R1', 'R2', 'R3']) await publishSmallRelease(data, id);
  const { removed } = await publishSmallRelease(data, 'R4');
  expect(removed).toEqual(['R1']);
  expect(await listReleases(data)).toEqual(['R2', 'R3', 'R4']);

  await publishSmallRelease(data, 'R0');
  expect(await readPublished(data)).toBe('R0');
  expect(await listReleases(data)).toEqual(['R0', 'R2', 'R3', 'R4']);
});

test('a release that has the id of another one does not replace it', async () => {
  const data = await makeTemporaryFolder();
  await publishSmallRelease(data, 'R1');
  await publishSmallRelease(data, 'R1');
  expect(await listReleases(data)).toEqual(['R1', 'R1-2']);
  expect(await publishedRelease(data)).toBe('R1-2');
  expect(await readPublished(data)).toBe('R1');
});

test('what an unfinished night left is gone before the next begins', async () => {
  const data = await makeTemporaryFolder();
  await writeNext(data, 'R1');
  await mkdir(join(data, 'releases/.removing-R0/en'), { recursive: true });
  await symlink('releases/R1', join(data, '.link-site-1'));
  await discardUnfinished(data);
  expect(await readdir(data)).toEqual(['releases']);
  expect(await listReleases(data)).toEqual(['next']);
  expect(await readdir(join(data, 'releases/next'))).toEqual([]);
});

test('a folder in the place of a link is refused at once and left as it is', async () => {
  const data = await makeTemporaryFolder();
  await mkdir(join(data, 'exports/kept'), { recursive: true });
  const refusal = { code: 'RELEASE_LINK_OCCUPIED', exitCode: 5 };
  await expect(discardUnfinished(data)).rejects.toMatchObject(refusal);
  await expect(switchRelease({ dataFolder: data, releaseId: 'R1' })).rejects.toMatchObject(refusal);
  expect(await readdir(join(data, 'exports'))).toEqual(['kept']);
});

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
