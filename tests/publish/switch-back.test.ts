/** Rollback: the release before, or the one that is named, and nothing where there is none. */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { switchBack } from '../../scripts/publish/switch-back.ts';
import { publishedRelease } from '../../scripts/publish/switch-release.ts';
import { publishSmallRelease } from './publish-small-release.ts';
import { readWholeExport } from './small-release.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

async function publishThree(): Promise<string> {
  const data = await makeTemporaryFolder();
  for (const id of ['R1', 'R2', 'R3']) await publishSmallRelease(data, id);
  return data;
}

test('the one before the published one is published, site and data alike, and then the one before that', async () => {
  const data = await publishThree();
  expect(await switchBack(data)).toEqual({ from: 'R3', to: 'R2' });
  expect(await readWholeExport(join(data, 'site/data/v1'))).toBe('R2');
  expect(await readWholeExport(join(data, 'exports'))).toBe('R2');
  expect(await switchBack(data)).toEqual({ from: 'R2', to: 'R1' });
});

test('the one that is named, older or newer', async () => {
  const data = await publishThree();
  await switchBack(data, 'R1');
  expect(await switchBack(data, 'R3')).toEqual({ from: 'R1', to: 'R3' });
});

test('the next night publishes its own, and keeps the release that was published until then', async () => {
  const data = await publishThree();
  await switchBack(data, 'R1');
  await publishSmallRelease(data, 'R4');
  expect(await publishedRelease(data)).toBe('R4');
  expect(await switchBack(data)).toEqual({ from: 'R4', to: 'R3' });
});

test('where the link was lost, the newest', async () => {
  const data = await publishThree();
  await rm(join(data, 'site'));
  expect(await switchBack(data)).toEqual({ from: undefined, to: 'R3' });
});

test('a name that no release has is refused with those there are, and the oldest has none before it', async () => {
  const data = await publishThree();
  await expect(switchBack(data, 'R22')).rejects.toMatchObject({
    code: 'RELEASE_MISSING',
    exitCode: 2,
    faults: [{ found: 'R22', expected: 'one of R1, R2   (nearest: R2)' }],
  });
  await expect(switchBack(data, '../city')).rejects.toMatchObject({ code: 'RELEASE_MISSING' });
  await switchBack(data, 'R1');
  await expect(switchBack(data)).rejects.toMatchObject({ message: 'There is no release before the published one.' });
  expect(await publishedRelease(data)).toBe('R1');
});

test('what is no whole release cannot be named', async () => {
  const data = await publishThree();
  for (const name of ['next', '.removing-R0']) {
    await mkdir(join(data, 'releases', name));
    await expect(switchBack(data, name)).rejects.toMatchObject({ code: 'RELEASE_MISSING' });
  }
});

test('a site that is a folder of somebody else’s is left alone', async () => {
  const data = await publishThree();
  await rm(join(data, 'site'));
  await mkdir(join(data, 'site'));
  await expect(switchBack(data)).rejects.toMatchObject({ code: 'RELEASE_LINK_OCCUPIED' });
});
