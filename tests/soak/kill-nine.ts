/** Kills nights with -9 at chosen moments, and looks at what the public sees after each, and at the night after it. */

import { existsSync, readlinkSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RELEASES_KEPT } from '../../scripts/publish/switch-release.ts';
import { runNight, startNight } from '../pipeline/run-night.ts';
import { writeSmallCity } from '../pipeline/small-city.ts';
import { checkRelease, hashRelease } from './check-release.ts';

/** When a night is killed: once a step's line is printed, the lock taken or the release switched, and then later. */
export interface Moment {
  readonly after: Step | 'lock' | 'switch';
  /** Of the time that the step after it took in the first night. */
  readonly share: number;
}

const steps = ['pull', 'stage', 'measure', 'check', 'export', 'build', 'publish'] as const;
type Step = (typeof steps)[number];

export interface Kill {
  readonly moment: Moment;
  /** What the night had printed last. */
  readonly lastLine: string;
  /** False where it ended before its moment came. */
  readonly wasKilled: boolean;
  readonly seen: 'old' | 'new' | 'broken';
  /** What is wrong with the release that is seen, with the next night, or with what that leaves. */
  readonly faults: readonly string[];
}

/** Each night is of another moment than the one before, so that old and new differ in every file that counts. */
function* moments(): Generator<string> {
  for (let day = 0; ; day++) yield new Date(Date.UTC(2024, 9, 1 + day, 4)).toISOString();
}

export interface KillSeries {
  readonly kills: readonly Kill[];
  readonly seconds: number;
}

/** In `dataFolder`, which it fills with a small city: a published night, then for each moment a kill and a night. */
export async function killNights(
  dataFolder: string,
  killAt: readonly Moment[],
  onKill: (kill: Kill) => void = () => {},
): Promise<KillSeries> {
  const startedAt = performance.now();
  const asOf = moments();
  const nextArgs = () => ['--data', dataFolder, '--as-of', String(asOf.next().value)];
  await writeSmallCity(dataFolder);
  const first = await runNight(nextArgs());
  if (first.exitCode !== 0) throw new Error(`The first night failed.\n${first.output}`);

  const kills: Kill[] = [];
  for (const moment of killAt) {
    const before = await hashRelease(dataFolder);
    const args = nextArgs();
    const { lastLine, wasKilled } = await killNight(args, moment, delayOf(moment, first.output), dataFolder);
    const faults = await checkRelease(dataFolder);
    const isOld = sameFiles(before, await hashRelease(dataFolder));
    if (!isOld && (await publishedMoment(dataFolder)) !== args.at(-1)) {
      faults.push('what is published is neither the old release nor the new one');
    }
    faults.push(...(await faultsOfNextNight(nextArgs(), dataFolder)));
    const kill: Kill = {
      moment,
      lastLine,
      wasKilled,
      seen: faults.length > 0 ? 'broken' : isOld ? 'old' : 'new',
      faults,
    };
    kills.push(kill);
    onKill(kill);
  }
  return { kills, seconds: (performance.now() - startedAt) / 1000 };
}

async function killNight(
  args: readonly string[],
  { after }: Moment,
  delayMs: number,
  dataFolder: string,
): Promise<{ lastLine: string; wasKilled: boolean }> {
  const link = () => readlinkSync(join(dataFolder, 'site'));
  const before = link();
  const { child, said, ended } = startNight(args);
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const isDue = () => {
    if (after === 'lock') return existsSync(join(dataFolder, '.lock'));
    if (after === 'switch') return link() !== before;
    return new RegExp(`^${after} `, 'm').test(said());
  };
  while (!hasEnded && !isDue()) await sleep(1);
  if (delayMs > 0) await sleep(delayMs);
  child.kill('SIGKILL');
  const { exitCode, output } = await ended;
  return { lastLine: output.trimEnd().split('\n').at(-1) ?? '', wasKilled: exitCode === null };
}

function delayOf({ after, share }: Moment, output: string): number {
  const next = steps[steps.indexOf(after as Step) + 1];
  const seconds = new RegExp(`^${next} .* (\\d+\\.\\d) s$`, 'm').exec(output)?.[1];
  return share * Number(seconds ?? 0) * 1000;
}

/** It succeeds, publishes its own moment whole, and leaves nothing of the night that was killed. */
async function faultsOfNextNight(args: readonly string[], dataFolder: string): Promise<string[]> {
  const night = await runNight(args);
  const faults = await checkRelease(dataFolder);
  if (night.exitCode !== 0) faults.push(`the next night exits ${night.exitCode}: ${night.output}`);
  if ((await publishedMoment(dataFolder)) !== args.at(-1)) faults.push('the next night did not publish its own moment');
  const names = (await readdir(dataFolder)).sort().join(' ');
  if (names !== 'city exports hosting raw releases site vintages warehouse')
    faults.push(`the data folder is left with ${names}`);
  const releases = await readdir(join(dataFolder, 'releases'));
  if (releases.length > RELEASES_KEPT || releases.includes('next'))
    faults.push(`left in releases: ${releases.join(' ')}`);
  return faults;
}

async function publishedMoment(dataFolder: string): Promise<string> {
  return JSON.parse(await readFile(join(dataFolder, 'exports', 'night.json'), 'utf8')).as_of;
}

function sameFiles(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, hash]) => other.get(path) === hash);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
