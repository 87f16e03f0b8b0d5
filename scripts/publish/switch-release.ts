/** The one atomic step of a night: a finished release takes the place of the one the public sees. */

import { lstat, mkdir, open, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OperatorError } from '../support/operator-error.ts';

export const RELEASES_KEPT = 3;

export interface SwitchOptions {
  readonly dataFolder: string;
  /** Sorts by time, such as `20261101T050000Z-20261101T063112Z`. */
  readonly releaseId: string;
}

export interface SwitchedRelease {
  readonly releaseFolder: string;
  /** Names of the older releases that were deleted. */
  readonly removed: readonly string[];
}

/**
 * Removes what a night that was cut off left behind, and makes an empty `releases/next`. Call it first, with the lock
 * held. Throws `RELEASE_LINK_OCCUPIED` (exit 5) where `site` or `exports` is not a link of ours.
 */
export async function discardUnfinished(dataFolder: string): Promise<void> {
  await checkLinks(dataFolder);
  const releases = join(dataFolder, 'releases');
  await rm(join(releases, 'next'), { recursive: true, force: true });
  await mkdir(join(releases, 'next'), { recursive: true });
  for (const name of await readdir(releases)) {
    if (name.startsWith('.removing-')) await rm(join(releases, name), { recursive: true, force: true });
  }
  for (const name of await readdir(dataFolder)) {
    if (name.startsWith('.link-')) await rm(join(dataFolder, name));
  }
}

/**
 * Renames `releases/next/site` to `releases/<id>` and points `site` at it. `exports` is a link through `site`, there
 * before the first release is, so that the one switch moves both. Whatever the instant of a kill, the public sees
 * either release whole.
 */
export async function switchRelease({ dataFolder, releaseId }: SwitchOptions): Promise<SwitchedRelease> {
  await checkLinks(dataFolder);
  const releases = join(dataFolder, 'releases');
  const next = join(releases, 'next');
  const name = await freeName(releases, releaseId);
  const releaseFolder = join(releases, name);

  await flushFolder(join(next, 'site'));
  await rename(join(next, 'site'), releaseFolder);
  await flush(releases);
  await pointLink(join(dataFolder, 'exports'), join('site', 'data', 'v1', 'latest'));
  await pointLink(join(dataFolder, 'site'), join('releases', name));
  await rm(next, { recursive: true, force: true });
  return { releaseFolder, removed: await removeOldReleases(releases, name) };
}

/** The name of the published release; undefined before the first. */
export async function publishedRelease(dataFolder: string): Promise<string | undefined> {
  const target = await linkTarget(join(dataFolder, 'site'));
  return target === undefined ? undefined : basename(target);
}

/** A release is never replaced: one that has the same id already gets a follower. */
async function freeName(releases: string, id: string): Promise<string> {
  const taken = new Set(await readdir(releases));
  let name = id;
  for (let copy = 2; taken.has(name); copy++) name = `${id}-${copy}`;
  return name;
}

async function removeOldReleases(releases: string, published: string): Promise<string[]> {
  const names = (await readdir(releases)).filter((name) => name !== 'next' && !name.startsWith('.')).sort();
  const old = names.slice(0, -RELEASES_KEPT).filter((name) => name !== published);
  for (const name of old) {
    // Under its own name a release is whole or absent, even if this is cut off.
    const removing = join(releases, `.removing-${name}`);
    await rename(join(releases, name), removing);
    await rm(removing, { recursive: true, force: true });
  }
  return old;
}

/** rename(2) replaces a link by another in one step; symlink(2) refuses one that is there. */
export async function pointLink(link: string, target: string): Promise<void> {
  if ((await linkTarget(link)) === target) return;
  const draft = join(dirname(link), `.link-${basename(link)}-${process.pid}`);
  await rm(draft, { force: true });
  await symlink(target, draft);
  await rename(draft, link);
  await flush(dirname(link));
}

export async function checkLinks(dataFolder: string): Promise<void> {
  const occupied: string[] = [];
  for (const name of ['site', 'exports']) {
    const found = await lstat(join(dataFolder, name)).catch(ignoreAbsent);
    if (found !== undefined && !found.isSymbolicLink()) occupied.push(join(dataFolder, name));
  }
  if (occupied.length === 0) return;
  throw new OperatorError('RELEASE_LINK_OCCUPIED', {
    exit: 'machine',
    message: 'The place of the link to the published release is taken.',
    faults: occupied.map((where) => ({ where, found: 'a file or folder', expected: 'a symbolic link, or nothing' })),
    remedy: `${occupied.map((path) => `mv ${path} ${path}.old`).join(' && ')} && npm run nightly`,
  });
}

async function linkTarget(path: string): Promise<string | undefined> {
  return readlink(path).catch(ignoreAbsent);
}

function ignoreAbsent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

/** Brings a release to the disk before anything points at it, so that a power cut finds it whole. */
async function flushFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  const work = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) await flush(path);
  };
  await Promise.all(Array.from({ length: 16 }, work));
  await flush(folder);
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
