/** What the relay takes of the machine: a hundred vehicles every ten seconds, for some hours of a storm, by its own log. */

import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { LiveHead, LiveStatus } from '../../../src/contract/live.ts';
import { readStreets } from '../../../scripts/live/city/read-streets.ts';
import { makeStorm } from '../../../scripts/live/demo-storm/make-storm.ts';
import { benchPublish } from './bench-publish.ts';
import { measureProcess } from '../measure-process.ts';

const HOURS = 6;
const START = Date.parse('2026-01-12T08:00:00Z');
const fleet = { plow: 60, loader: 15, sidewalk_machine: 20, parked: 5 };
const root = resolve(import.meta.dirname, '..', '..', '..');

export async function benchRelay(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-relay-'));
  try {
    const [floor, whole] = [await liveThrough(folder, 'floor', 0), await liveThrough(folder, 'whole', HOURS)];
    const share = (whole.cpuSeconds - floor.cpuSeconds) / (HOURS * 3600);
    const megabytes = whole.peakBytes / 1e6;
    print(
      `relay     a process that only starts: ${floor.cpuSeconds.toFixed(1)} s, ${(floor.peakBytes / 1e6).toFixed(0)} MB`,
    );
    print(
      `          100 vehicles, ${HOURS} h of storm: ${whole.cpuSeconds.toFixed(0)} s of a core, that is ${(share * 100).toFixed(2)} %${short(share > 0.02)}`,
    );
    print(
      `          at most ${megabytes.toFixed(0)} MB${short(megabytes > 150)}, though hours pass in ${whole.seconds.toFixed(0)} s`,
    );
    await printSizes(join(folder, 'whole', 'live'));
    await benchPublish(folder, join(folder, 'whole', 'recorded'), START, HOURS);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function liveThrough(folder: string, name: string, hours: number) {
  const data = join(folder, name);
  await cp(join(root, 'data', 'city'), join(data, 'city'), { recursive: true });
  const log = join(data, 'recorded');
  await mkdir(log);
  await writeStorm(join(data, 'city'), log, Math.max(hours, 0.1));
  const until = new Date(START + Math.max(hours * 3_600_000, 15_000)).toISOString();
  const from = new Date(START).toISOString();
  const args = ['--data', data, '--from', from, '--until', until, '--replay', log];
  return measureProcess(join(root, 'scripts/live.ts'), args, await asByNpm());
}

/** With the flags and variables of `npm run live`. */
async function asByNpm() {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { live: string } };
  const flags = scripts.live.match(/--\S+/g) ?? [];
  const environment = Object.fromEntries(Array.from(scripts.live.matchAll(/(\w+)=(\d+) /g), ([, name, value]) => [name, value])); // prettier-ignore
  return { flags, environment };
}

/** By the hour, as the relay's own log is. */
async function writeStorm(city: string, log: string, hours: number): Promise<void> {
  const { streets, places } = await readStreets(city);
  const { fixes } = makeStorm({
    streets,
    places,
    seed: 1,
    startsAt: START,
    seconds: hours * 3600,
    cadenceSeconds: 10,
    fleet,
  });
  const looks = Map.groupBy(fixes, ({ receivedAt }) => Math.ceil(receivedAt / 10_000) * 10_000);
  const byHour = Map.groupBy(looks, ([at]) => new Date(at).toISOString().slice(0, 13));
  for (const [hour, lines] of byHour) {
    const text = lines.map(([at, of]) => JSON.stringify({ at, feed: 'avl', cursor: null, fixes: of, failure: null }));
    await writeFile(join(log, `${hour}.jsonl`), `${text.join('\n')}\n`);
  }
}

async function printSizes(live: string): Promise<void> {
  const bytes = async (name: string) => (await stat(join(live, name))).size;
  const { status } = JSON.parse(await readFile(join(live, 'head.json'), 'utf8')) as LiveHead;
  const { others } = JSON.parse(await readFile(join(live, `status/${status}.json`), 'utf8')) as LiveStatus;
  const [head, vehicles] = [await bytes('head.json'), await bytes('vehicles.json.br')];
  const statusSizes = [`what clears the streets ${size(await bytes(`status/${status}.json.br`))}`];
  for (const [service, number] of Object.entries(others)) {
    statusSizes.push(`${service} ${size(await bytes(`status/${number}.${service}.json.br`))}`);
  }
  print(`          head ${head} B${short(head > 200)}, vehicles ${vehicles} B packed${short(vehicles > 1000)}`);
  print(`          status, packed: ${statusSizes.join(', ')}`);
}

const size = (bytes: number) => `${bytes} B${short(bytes > 3000)}`;
const short = (isShort: boolean) => (isShort ? ' (falls short)' : '');

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
