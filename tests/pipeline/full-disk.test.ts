/** A disk that fills up in the middle of a night, wherever that is: told as such, nothing lost, and the next night is whole. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSoak } from '../support/is-soak.ts';
import { type EndedNight, makeDataFolder, runLimitedNight, runNight } from './run-night.ts';
import { writeSmallCity } from './small-city.ts';

interface Place {
  readonly what: string;
  /** The night so far, with room. */
  readonly before?: string;
  readonly args: readonly string[];
  readonly where: string;
  /** It takes long to get there: `npm run soak` fills the disk there. */
  readonly inSoak?: true;
}
type SmallDisk = Place & { readonly freeKilobytes: number };
type SmallFiles = Place & { readonly blocks: number };

const reached = <Some extends Place>(places: readonly Some[]) => places.filter(({ inSoak }) => isSoak || !inSoak);

const published = '2025-02-01T05:00:00Z';
const asOf = '2025-02-02T05:00:00Z';
let data: Awaited<ReturnType<typeof makeDataFolder>>;
let siteBefore: string;

beforeAll(async () => {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
  await good('--as-of', published);
  siteBefore = await hashSite(data.folder);
});
afterAll(() => data.remove());

async function good(...args: string[]): Promise<EndedNight> {
  const night = await runNight(['--data', data.folder, ...args]);
  expect(night.exitCode, night.output).toBe(0);
  return night;
}

/** Names and bytes of all that the public sees. */
async function hashSite(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const root of ['site', 'exports']) {
    const entries = await readdir(join(folder, root), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.sort()) hash.update(file.slice(folder.length)).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** What a night must say and leave when there was no room for its work. */
async function expectFull(folder: string, { exitCode, output }: EndedNight, found: string, where: string) {
  expect(output).toMatch(/^DISK_FULL {2}The disk is full\.$/m);
  expect(exitCode).toBe(5);
  expect(output).toContain(`  found    ${found}\n`);
  expect(/^ {2}where {4}(.*)$/m.exec(output)?.[1]).toMatch(new RegExp(`^/.*${where}`));
  expect(output).toMatch(/^ {2}public {3}Nothing was published\. The site still shows the data as of 2025-02-01T05:/m);
  expect(output).toMatch(new RegExp(`^  do {7}.*, then: npm run nightly -- --data ${folder}$`, 'm'));
  expect(output).not.toMatch(/^ +at |BUG|stack/im);
  // The records of the small city: their ids, and the words of their services.
  expect(output).not.toMatch(/\bC-\d|Pothole|Noise/);
  expect(await hashSite(folder)).toBe(siteBefore);
  expect((await readdir(join(folder, 'releases'))).filter((name) => name !== 'next')).toHaveLength(1);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(await readdir(join(folder, 'vintages', 'quality'))).toEqual(['2025-01-31.csv']);
}

describe('on a disk that is full', () => {
  let disk = '';
  let isMounted = false;

  beforeAll(async () => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
    disk = await mkdtemp(join(tmpdir(), 'plainview-disk-'));
    isMounted = mount('-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk);
    if (isMounted) await cp(data.folder, disk, { recursive: true, verbatimSymlinks: true });
  });
  afterAll(async () => {
    if (disk === '') return;
    if (isMounted) execFileSync('umount', [disk]);
    await rm(disk, { recursive: true });
  });

  /** A container may hold root back. */
  function mount(...args: string[]): boolean {
    try {
      execFileSync('mount', args, { stdio: 'pipe' });
      return true;
    } catch {
      return false;
    }
  }

  /** Leaves so many kilobytes free. */
  async function shrink(folder: string, kilobytes: number): Promise<void> {
    const { blocks, bfree, bsize } = await statfs(folder);
    const used = ((blocks - bfree) * bsize) / 1024;
    expect(mount('-o', `remount,size=${used + kilobytes}k`, folder)).toBe(true);
  }

  test.for(
    reached<SmallDisk>([
      { what: 'a page that lands', freeKilobytes: 8, args: ['--as-of', asOf], where: 'page-000000.parquet$' },
      {
        what: 'an Arrow file',
        before: 'check',
        freeKilobytes: 440,
        args: ['--from', 'export'],
        where: 'releases/next$',
        inSoak: true,
      },
    ]),
  )(
    '$what does not fit: the site stays as it was, and the same step succeeds once there is room',
    { timeout: 60_000 },
    async ({ before, freeKilobytes, args, where }, context) => {
      if (!isMounted) context.skip('no disk to fill: only root may mount one, on Linux, outside of most containers');
      if (before !== undefined) {
        const night = await runNight(['--data', disk, '--as-of', asOf, '--until', before]);
        expect(night.exitCode, night.output).toBe(0);
      }
      await shrink(disk, freeKilobytes);
      await expectFull(disk, await runNight(['--data', disk, ...args]), 'no space left', where);
      await shrink(disk, 100_000);
      const again = await runNight(['--data', disk, ...args, '--until', args[0] === '--from' ? 'export' : 'pull']);
      expect(again.exitCode, again.output).toBe(0);
    },
  );
});

describe('where no file may grow past a limit', () => {
  test.each(
    reached<SmallFiles>([
      { what: 'the lock', blocks: 0, args: ['--as-of', asOf], where: '' },
      { what: 'a page that lands', blocks: 8, args: ['--as-of', asOf], where: 'page-000000.parquet$' },
      { what: 'a new warehouse', blocks: 16, args: ['--as-of', asOf], where: 'plainview.duckdb$', inSoak: true },
      { what: 'a model of the records', blocks: 200, args: ['--as-of', asOf], where: 'warehouse$' },
      { what: 'an export', before: 'check', blocks: 300, args: ['--from', 'export'], where: 'measures.csv$' },
      {
        what: 'the bundle of the site',
        before: 'export',
        blocks: 140,
        args: ['--from', 'build'],
        where: '\\.mjs$',
        inSoak: true,
      },
      {
        what: 'the manifest',
        before: 'build',
        blocks: 2,
        args: ['--from', 'publish'],
        where: 'releases/next$',
        inSoak: true,
      },
      { what: 'a compressed page', blocks: 17, args: ['--from', 'publish'], where: 'releases/next$', inSoak: true },
    ]),
  )(
    '$what is told as a full disk, and the site stays as it was',
    async ({ before, blocks, args, where }) => {
      if (before !== undefined) await good('--as-of', asOf, '--until', before);
      const night = await runLimitedNight(['--data', data.folder, ...args], blocks);
      await expectFull(data.folder, night, 'the largest size that a file may have here', where);
    },
    60_000,
  );

  if (isSoak) {
    test('the last of them had all but its compressed pages', () => {
      const v1 = join(data.folder, 'releases', 'next', 'site', 'data', 'v1');
      expect(existsSync(join(v1, 'SHA256SUMS'))).toBe(true);
    });
  }

  test('no step goes on from one that was cut off', async () => {
    const cutOff = await runLimitedNight(['--data', data.folder, '--from', 'stage'], 40);
    expect(cutOff.output).toMatch(/^DISK_FULL /m);
    for (const [from, unfinished] of Object.entries({ measure: 'stage', publish: 'build' })) {
      const { exitCode, output } = await runNight(['--data', data.folder, '--from', from]);
      expect(output).toMatch(new RegExp(`^STEP_UNFINISHED .*“${unfinished}”`, 'm'));
      expect(output).toContain(`  do       npm run nightly -- --data ${data.folder} --from stage`);
      expect(exitCode).toBe(2);
    }
    expect(await hashSite(data.folder)).toBe(siteBefore);
  }, 60_000);

  test('a night without the limit publishes, and nothing of the others is left', async () => {
    await good('--as-of', asOf);
    expect(await hashSite(data.folder)).not.toBe(siteBefore);
    const left = await readdir(data.folder, { recursive: true });
    expect(left.filter((name) => /\.partial|\.draft|\.lock|releases\/next/.test(name))).toEqual([]);
    expect(await readdir(join(data.folder, 'vintages', 'quality'))).toEqual(['2025-01-31.csv', '2025-02-01.csv']);
  }, 60_000);
});
