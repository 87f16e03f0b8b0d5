/** The night at scale: each step in a process of its own, beside the bare floor over the same file. */

import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { type Measured, measureProcess } from '../measure-process.ts';
import { type GeneratedCity, generateCity } from './generate-city.ts';

/** Build and publish take the same time for any number of requests. */
const steps = ['pull', 'stage', 'measure', 'check', 'export'] as const;

const aims = { overFloor: 1.5, overFloorFrom: 10_000_000, peakBytes: 4e9, arrowOverParquet: 1, growth: 1 };

type Usage = Omit<Measured, 'output'>;

interface NightFigures {
  readonly rows: number;
  readonly seconds: number;
}

export async function benchNight(rowCounts: readonly number[]): Promise<void> {
  print(`night on ${availableParallelism()} processors`);
  let before: NightFigures | undefined;
  for (const rows of rowCounts) {
    const city = await generateCity(rows);
    try {
      const seconds = await benchOne(rows, city);
      if (before) printGrowth(before, { rows, seconds });
      before = { rows, seconds };
    } finally {
      await city.remove();
    }
  }
}

/** Returns the night's seconds. */
async function benchOne(rows: number, city: GeneratedCity): Promise<number> {
  print(`\n${count(rows)} requests, ${(city.bytes / 1e6).toFixed(0)} MB as CSV; load ${load()} before`);
  print(
    `  ${'step'.padEnd(16)}${'seconds'.padStart(9)}${'processor'.padStart(11)}${'peak memory'.padStart(13)}${'rows per second'.padStart(17)}`,
  );
  const night: Measured[] = [];
  for (const step of steps) {
    const args = ['--data', city.folder, '--from', step, '--until', step];
    night.push(await measureProcess('scripts/nightly.ts', args));
    printStep(step, rows, night.at(-1) as Measured);
  }
  const whole = wholeOf(night);
  printStep('night', rows, whole, shortOf(whole.peakBytes < aims.peakBytes, 'under 4 GB'));

  const floor = await measureProcess(here('floor.ts'), [city.folder, city.file]);
  for (const [name, seconds] of timings(floor.output)) printStep(`floor ${name}`, rows, { seconds });
  printStep('floor', rows, floor);
  const overFloor = whole.seconds / floor.seconds;
  const isNear = overFloor <= aims.overFloor || rows < aims.overFloorFrom;
  const overProcessor = (whole.cpuSeconds / floor.cpuSeconds).toFixed(2);
  print(
    `  night / floor     ${overFloor.toFixed(2)} (of the processors' time ${overProcessor})${shortOf(isNear, 'at most 1.50 at 10 million')}`,
  );

  await printArrow(city);
  print(`  load ${load()} after`);
  return whole.seconds;
}

/** Of each writer its better run: the first reads the table from the disk. */
async function printArrow({ folder }: GeneratedCity): Promise<void> {
  const { output } = await measureProcess(here('arrow-beside-parquet.ts'), [folder]);
  const best = (wanted: string) =>
    Math.min(...timings(output).flatMap(([name, seconds]) => (name === wanted ? [seconds] : [])));
  const ratio = best('arrow') / best('parquet');
  const short = shortOf(ratio <= aims.arrowOverParquet, 'at most 1.00');
  print(
    `  Arrow / Parquet   ${ratio.toFixed(2)}: ${best('arrow').toFixed(1)} s and ${best('parquet').toFixed(1)} s${short}`,
  );
}

function printGrowth(before: NightFigures, now: NightFigures): void {
  const rows = now.rows / before.rows;
  const seconds = now.seconds / before.seconds;
  const short = shortOf(seconds <= rows * aims.growth, 'no worse than linear');
  print(`  growth            ${seconds.toFixed(2)} times the seconds for ${rows.toFixed(2)} times the rows${short}`);
}

function printStep(name: string, rows: number, step: Usage | { seconds: number }, note = ''): void {
  const processor = 'cpuSeconds' in step ? step.cpuSeconds.toFixed(1) : '';
  const memory = 'peakBytes' in step ? `${(step.peakBytes / 1e9).toFixed(2)} GB` : '';
  const rate = count(Math.round(rows / step.seconds));
  print(
    `  ${name.padEnd(16)}${step.seconds.toFixed(1).padStart(9)}${processor.padStart(11)}${memory.padStart(13)}${rate.padStart(17)}${note}`,
  );
}

function shortOf(isMet: boolean, aim: string): string {
  return isMet ? '' : `   falls short (aim: ${aim})`;
}

/** Lines of a name and its seconds. */
function timings(output: string): [string, number][] {
  return [...output.matchAll(/^(\w+) ([\d.]+)$/gm)].map(([, name, seconds]) => [name ?? '', Number(seconds)]);
}

function here(script: string): string {
  return resolve(import.meta.dirname, script);
}

function wholeOf(measured: readonly Measured[]): Usage {
  return {
    seconds: sum(measured.map((one) => one.seconds)),
    cpuSeconds: sum(measured.map((one) => one.cpuSeconds)),
    peakBytes: Math.max(...measured.map((one) => one.peakBytes)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function load(): string {
  return loadavg()
    .map((average) => average.toFixed(1))
    .join(' ');
}

function count(value: number): string {
  return value.toLocaleString('en-CA');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
