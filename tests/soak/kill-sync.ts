/** Ten nights over a Salesforce that changes, killed with -9 at random moments, beside ten that nothing disturbs. */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { casesSource, crmSecrets, serveCases, writeCrmCity } from '../support/crm-city.ts';

const NIGHTS = 10;
const dayMs = 86_400_000;
const start = Date.parse('2026-01-01T06:00:00Z');

export interface KilledSync {
  readonly kills: number;
  /** Exports compared, after the last night. */
  readonly fileCount: number;
  readonly recordCount: number;
  /** Those that differ. */
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** `random` gives from 0 to below 1. */
export async function killSync(kills: number, random: () => number): Promise<KilledSync> {
  const startedAt = performance.now();
  const straight = await mkdtemp(join(tmpdir(), 'plainview-sync-'));
  const killed = await mkdtemp(join(tmpdir(), 'plainview-sync-'));
  const fake = await serveCases({
    ...{ size: 4000, start: new Date(start - 90 * dayMs), now: new Date(start), secondsApart: 2200 },
  });
  try {
    for (const folder of [straight, killed]) await writeCrmCity(folder, [casesSource(fake.url)]);
    let killedCount = 0;
    for (let night = 0; night < NIGHTS; night++) {
      fake.organization.now = new Date(start + night * dayMs);
      const undisturbed = await runNight(straight, fake.organization.now);
      const due = Math.round((kills * (night + 1)) / NIGHTS);
      while (killedCount < due) {
        const ended = await runNight(killed, later(fake.organization.now, killedCount), undisturbed.ms * random());
        if (ended === null) killedCount += 1;
      }
      await runNight(killed, later(fake.organization.now, killedCount));
    }
    const [expected, found] = [await hashes(straight), await hashes(killed)];
    const faults = [...expected].filter(([name, hash]) => found.get(name) !== hash).map(([name]) => name);
    const requests = await readFile(join(straight, 'releases/next/exports/requests.csv'), 'utf8');
    const recordCount = requests.split('\n').length - 2;
    const seconds = (performance.now() - startedAt) / 1000;
    return { kills: killedCount, fileCount: expected.size, recordCount, faults, seconds };
  } finally {
    await fake.close();
    for (const folder of [straight, killed]) await rm(folder, { recursive: true, force: true });
  }
}

/** Each attempt begins a little later than the one before, as it would. */
const later = (moment: Date, attempts: number) => new Date(moment.getTime() + attempts * 1000);

interface Ended {
  readonly ms: number;
}

/** Killed after so many milliseconds, if it has not ended by then: null in that case. Throws where it fails by itself. */
async function runNight(folder: string, now: Date): Promise<Ended>;
async function runNight(folder: string, now: Date, killAfterMs: number): Promise<Ended | null>;
async function runNight(folder: string, now: Date, killAfterMs?: number): Promise<Ended | null> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [resolve(import.meta.dirname, 'simulated-night.ts'), folder, now.toISOString()],
    {
      env: { ...process.env, ...crmSecrets },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  if (exitCode === null) return null;
  if (exitCode !== 0) throw new Error(`A simulated night failed.\n${errors}`);
  return { ms: performance.now() - began };
}

/** Of every file that is published; the manifest and what names the night tell when it was built. */
async function hashes(folder: string): Promise<Map<string, string>> {
  const exports = join(folder, 'releases/next/exports');
  const names = (await readdir(exports)).filter((name) => /\.(csv|parquet|arrow)$/.test(name)).sort();
  const entries = names.map(async (name) => {
    const bytes = await readFile(join(exports, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return new Map(await Promise.all(entries));
}
