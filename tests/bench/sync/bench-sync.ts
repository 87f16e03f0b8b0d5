/** What it takes to pull cases from a Salesforce on loopback: all of them, by either way, and then a night's changes. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Measured, measureProcess } from '../measure-process.ts';

const START = '2020-01-01T00:00:00Z';
/** Cases in a day, so that some 5,000 records have changed in a night's window of three days. */
const SECONDS_APART = 60;
const FEW = 1_000_000;
const MANY = 5_000_000;

export async function benchSync(rowCounts: readonly number[]): Promise<void> {
  const [few = FEW, many = MANY] = rowCounts;
  print(`sync: cases of a Salesforce on loopback, which makes them as they are asked for; load ${load()}`);
  const once = await withFake(few, async (pull) => {
    printPull('floor, bulk', few, await pull('floor'));
    const bulk = await pull('bulk');
    printPull('bulk', few, bulk);
    printPull('rest', few, await pull('rest'));
    return bulk;
  });
  await withFake(many, async (pull, tomorrow) => {
    const all = await pull('bulk', 'kept');
    printPull('bulk', many, all);
    const memory = all.peakBytes / once.peakBytes;
    print(`  memory            ${memory.toFixed(2)} times that of ${count(few)} cases`);
    const night = await tomorrow('night', 'kept');
    printPull('the night after', many, night);
    const share = night.seconds / all.seconds;
    const processor = night.cpuSeconds / all.cpuSeconds;
    const short = share <= 0.1 ? '' : '   falls short (aim: at most 0.10)';
    print(`  night / whole     ${share.toFixed(3)} (of the processors' time ${processor.toFixed(3)})${short}`);
  });
  print(`  load ${load()} after`);
}

type Way = 'bulk' | 'rest' | 'night' | 'floor';
type Pull = (way: Way, folder?: string) => Promise<Measured>;

async function withFake<Result>(size: number, work: (today: Pull, tomorrow: Pull) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-sync-'));
  const end = new Date(Date.parse(START) + size * SECONDS_APART * 1000 + 86_400_000);
  try {
    return await work(
      (way, name) => pullAt(end, size, way, join(folder, name ?? way)),
      (way, name) => pullAt(new Date(end.getTime() + 86_400_000), size + 1440, way, join(folder, name ?? way)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pullAt(now: Date, size: number, way: Way, folder: string): Promise<Measured> {
  const moment = now.toISOString();
  const fake = spawn(process.execPath, [here('fake-salesforce.ts'), `${size}`, START, moment, `${SECONDS_APART}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [url] = (await once(fake.stdout, 'data')) as [Buffer];
    const address = url.toString().trim();
    if (way === 'floor') return await measureProcess(here('read-answers.ts'), [address]);
    return await measureProcess(here('pull-cases.ts'), [way, address, folder, START, moment]);
  } finally {
    fake.kill();
  }
}

function printPull(name: string, rows: number, { seconds, cpuSeconds, peakBytes, output }: Measured): void {
  const rate = count(Math.round(rows / seconds));
  print(
    `  ${name.padEnd(16)}${count(rows).padStart(11)} cases ${seconds.toFixed(1).padStart(7)} s, ${cpuSeconds.toFixed(1)} s of processor, ${(peakBytes / 1e6).toFixed(0)} MB, ${rate} rows a second, ${output.trim()}`,
  );
}

const here = (script: string) => resolve(import.meta.dirname, script);
const load = () =>
  loadavg()
    .map((average) => average.toFixed(1))
    .join(' ');
const count = (value: number) => value.toLocaleString('en-CA');

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
