/** Every measure in every slice and period at scale, beside a plain `group by` over the same staged requests. */

import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { type Measured, measureProcess } from '../measure-process.ts';
import { generateCity } from '../night/generate-city.ts';

const aims = { overFloor: 3, overFloorFrom: 10_000_000, peakBytes: 4e9 };
/** Made in the same step, but not measures: the public records, each with its HMAC. */
const recordModels = ['published_requests', 'small_areas'];
const SHOWN = 8;

interface MeasureFigures {
  readonly rows: number;
  readonly cpuSeconds: number;
}

export async function benchMeasures(rowCounts: readonly number[]): Promise<void> {
  print(`measures on ${availableParallelism()} processors`);
  let before: MeasureFigures | undefined;
  for (const rows of rowCounts) {
    const city = await generateCity(rows);
    try {
      const cpuSeconds = await benchOne(rows, city.folder);
      if (before) printGrowth(before, { rows, cpuSeconds });
      before = { rows, cpuSeconds };
    } finally {
      await city.remove();
    }
  }
}

/** Returns the processors' seconds of the measures. */
async function benchOne(rows: number, folder: string): Promise<number> {
  print(`\n${count(rows)} requests; load ${load()} before`);
  await measureProcess('scripts/nightly.ts', ['--data', folder, '--from', 'pull', '--until', 'stage']);
  const file = join(folder, 'warehouse', 'plainview.duckdb');
  // The floor first: it reads the table as staged, before the step adds to the file.
  const floor = await measureProcess(here('floor.ts'), [file]);
  const step = await measureProcess(here('measure-step.ts'), [file, 'America/Toronto']);
  const models = cpuOf(step.output);
  const records = sum(recordModels.map((name) => models.get(name) ?? 0));
  const cpuSeconds = step.cpuSeconds - records;
  const ratio = cpuSeconds / floor.cpuSeconds;

  print(`  ${''.padEnd(38)}${'seconds'.padStart(9)}${'processor'.padStart(11)}${'peak memory'.padStart(13)}`);
  printLine('measure step', step, shortOf(step.peakBytes < aims.peakBytes, 'under 4 GB'));
  print(`    ${'of it the public records'.padEnd(45)}${records.toFixed(1).padStart(11)}`);
  print(`    ${'of it the measures'.padEnd(45)}${cpuSeconds.toFixed(1).padStart(11)}`);
  const slowest = [...models].filter(([name]) => !recordModels.includes(name)).toSorted(([, a], [, b]) => b - a);
  for (const [name, seconds] of slowest.slice(0, SHOWN))
    print(`      ${name.padEnd(43)}${seconds.toFixed(1).padStart(11)}`);
  printLine('floor', floor);
  const isNear = ratio <= aims.overFloor || rows < aims.overFloorFrom;
  print(
    `  measures / floor  ${ratio.toFixed(2)} of the processors' time${shortOf(isNear, 'at most 3.00 at 10 million')}`,
  );
  print(`  whole step / floor ${(step.cpuSeconds / floor.cpuSeconds).toFixed(2)}, the public records among it`);
  print(`  ${/^figures (\d+)$/m.exec(step.output)?.[1] ?? '?'} figures; load ${load()} after`);
  return cpuSeconds;
}

function printGrowth(before: MeasureFigures, now: MeasureFigures): void {
  const rows = now.rows / before.rows;
  const seconds = now.cpuSeconds / before.cpuSeconds;
  const short = shortOf(seconds <= rows, 'no worse than linear');
  print(
    `  growth            ${seconds.toFixed(2)} times the processors' time for ${rows.toFixed(2)} times the rows${short}`,
  );
}

function printLine(name: string, { seconds, cpuSeconds, peakBytes }: Measured, note = ''): void {
  const memory = `${(peakBytes / 1e9).toFixed(2)} GB`;
  print(
    `  ${name.padEnd(38)}${seconds.toFixed(1).padStart(9)}${cpuSeconds.toFixed(1).padStart(11)}${memory.padStart(13)}${note}`,
  );
}

function cpuOf(output: string): Map<string, number> {
  return new Map([...output.matchAll(/^(\w+) (\d+\.\d+)$/gm)].map(([, name = '', seconds]) => [name, Number(seconds)]));
}

function shortOf(isMet: boolean, aim: string): string {
  return isMet ? '' : `   falls short (aim: ${aim})`;
}

function here(script: string): string {
  return resolve(import.meta.dirname, script);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function count(value: number): string {
  return value.toLocaleString('en-CA');
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '?';
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
