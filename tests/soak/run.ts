/** `npm run soak`: what takes too long for `npm test`, one part after the other, with its figures. */

import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../../scripts/support/random.ts';
import { makeDataFolder, runNight } from '../pipeline/run-night.ts';
import { findOrInstallChromium } from '../support/chromium.ts';
import { describeTests, runVitest } from '../support/run-vitest.ts';
import { killNights, type Moment } from './kill-nine.ts';
import { killSync } from './kill-sync.ts';
import { askAllAnswers } from './live-answers.ts';
import { recomputeInR } from './recompute-in-r.ts';
import { drillRestore } from './restore-drill.ts';
import { watchWholeStorm } from './whole-storm.ts';

/** Each prints what it found, and returns how many faults that was. */
const parts: Readonly<Record<string, () => Promise<number>>> = { nights, restore, sync, storm, answers, truth, tests };

/** Through all steps, and closest where the public's view changes. */
const killAt: readonly Moment[] = [
  { after: 'lock', share: 0 },
  { after: 'pull', share: 0.5 },
  { after: 'stage', share: 0.5 },
  { after: 'check', share: 0.5 },
  { after: 'export', share: 0.3 },
  { after: 'export', share: 0.8 },
  { after: 'build', share: 0.1 },
  { after: 'build', share: 0.5 },
  { after: 'build', share: 0.8 },
  { after: 'build', share: 0.95 },
  { after: 'switch', share: 0 },
  { after: 'publish', share: 0 },
];

async function nights(): Promise<number> {
  const { folder, remove } = await makeDataFolder();
  const { kills, seconds } = await killNights(folder, killAt, ({ moment, lastLine, wasKilled, seen, faults }) => {
    const where = `${moment.after} + ${moment.share * 100} %`;
    print(`kill -9   ${where.padEnd(16)} ${wasKilled ? seen.padEnd(7) : 'ended  '} last said: ${lastLine}`);
    printFaults(faults);
  });
  await remove();
  const count = (seen: string) => kills.filter((kill) => kill.wasKilled && kill.seen === seen).length;
  const broken = kills.filter(({ faults }) => faults.length > 0).length;
  print(
    `${kills.filter(({ wasKilled }) => wasKilled).length} nights killed: ${count('old')} left the old release, ` +
      `${count('new')} the new one, ${broken} a broken one or a failing next night; ${seconds.toFixed(0)} s`,
  );
  return broken;
}

async function restore(): Promise<number> {
  const { fileCount, backupBytes, faults, seconds } = await drillRestore();
  print(
    `restore   ${fileCount} published files, backed up in ${backupBytes} bytes, all else lost, and published again: ` +
      `${faults.length} differ; ${seconds.toFixed(0)} s`,
  );
  return printFaults(faults);
}

async function sync(): Promise<number> {
  const { kills, fileCount, recordCount, faults, seconds } = await killSync(50, seededRandom(20261124));
  print(
    `sync      ten nights over a Salesforce that changes, killed ${kills} times: of ${fileCount} exports ` +
      `(${recordCount} records) ${faults.length} differ from those of nights undisturbed; ${seconds.toFixed(0)} s`,
  );
  return printFaults(faults);
}

async function storm(): Promise<number> {
  const { labels, counts, faults, seconds } = await watchWholeStorm();
  const { publishes, positions, times, files } = counts;
  print(
    `privacy   a whole storm in two events of ${labels.join(' and ')} vehicles: ${publishes} publishes, ${positions} ` +
      `positions, ${times} times and ${files} files looked at, ${faults.length} faults; ${seconds.toFixed(0)} s`,
  );
  return printFaults(faults);
}

async function answers(): Promise<number> {
  const chromium = await findOrInstallChromium();
  if (!chromium.found) {
    print(`SKIPPED   the answers of the live page: ${chromium.reason}`);
    return 0;
  }
  const { folder, remove } = await makeDataFolder();
  try {
    await cp('data/city', join(folder, 'city'), { recursive: true });
    const night = await runNight(['--data', folder, '--as-of', '2026-11-01T04:00:00Z']);
    return printFaults(night.exitCode === 0 ? await askAllAnswers(folder, print) : [night.output]);
  } finally {
    await remove();
  }
}

async function truth(): Promise<number> {
  const recomputed = await recomputeInR();
  if (recomputed === null) {
    print('SKIPPED   the figures that R recorded: no Rscript with the package survival');
    return 0;
  }
  print(`truth     ${recomputed.cellCount} cells recorded by R, made again: ${recomputed.faults.length} differ`);
  return printFaults(recomputed.faults);
}

/** Those that `npm test` runs in part. */
const atFullLength = [
  'tests/pipeline/any-table.test.ts',
  'tests/pipeline/full-disk.test.ts',
  'tests/pipeline/same-night.test.ts',
  'tests/pipeline/same-rows.test.ts',
  'tests/pipeline/personal-data.test.ts',
  'tests/browser/accessibility.test.ts',
  'tests/sources/open311/boston-nights.test.ts',
];

async function tests(): Promise<number> {
  const report = await runVitest(atFullLength, { PLAINVIEW_SOAK: '1' });
  print(`tests at full length\n${describeTests(report)}`);
  return report.errors.length + report.tests.filter(({ state }) => state === 'failed').length;
}

function printFaults(faults: readonly string[]): number {
  for (const fault of faults.slice(0, 20)) print(`          FAULT ${fault}`);
  return faults.length;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(`npm run soak -- [${Object.keys(parts).join('|')}]\n`);
  process.exitCode = 2;
} else {
  let faultCount = 0;
  for (const name of asked.length > 0 ? asked : Object.keys(parts)) faultCount += (await parts[name]?.()) ?? 0;
  process.exitCode = faultCount === 0 ? 0 : 1;
}
