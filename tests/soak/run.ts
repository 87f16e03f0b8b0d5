/** `npm run soak`: what takes too long for `npm test`, one after the other, with its figures. */

import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDataFolder, runNight } from '../pipeline/run-night.ts';
import { findOrInstallChromium } from '../support/chromium.ts';
import { describeTests, runVitest } from '../support/run-vitest.ts';
import { killNights, type Moment } from './kill-nine.ts';
import { askAllAnswers } from './live-answers.ts';
import { drillRestore } from './restore-drill.ts';

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

const { folder, remove } = await makeDataFolder();
const { kills, seconds } = await killNights(folder, killAt, ({ moment, lastLine, wasKilled, seen, faults }) => {
  const where = `${moment.after} + ${moment.share * 100} %`;
  print(`kill -9   ${where.padEnd(16)} ${wasKilled ? seen.padEnd(7) : 'ended  '} last said: ${lastLine}`);
  for (const fault of faults) print(`          FAULT ${fault}`);
});
await remove();

const count = (seen: string) => kills.filter((kill) => kill.wasKilled && kill.seen === seen).length;
const broken = kills.filter(({ faults }) => faults.length > 0).length;
print(
  `${kills.filter(({ wasKilled }) => wasKilled).length} nights killed: ${count('old')} left the old release, ` +
    `${count('new')} the new one, ${broken} a broken one or a failing next night; ${seconds.toFixed(0)} s`,
);

const drill = await drillRestore();
print(
  `restore   ${drill.fileCount} published files, backed up in ${drill.backupBytes} bytes, all else lost, and published again: ` +
    `${drill.faults.length} differ; ${drill.seconds.toFixed(0)} s`,
);
for (const fault of drill.faults) print(`          FAULT ${fault}`);

const chromium = await findOrInstallChromium();
if (!chromium.found) print(`SKIPPED   the answers of the live page: ${chromium.reason}`);
const answerFaults = chromium.found ? await askOneNight() : [];
for (const fault of answerFaults) print(`          FAULT ${fault}`);

const fullDisk = await runVitest(['tests/pipeline/full-disk.test.ts'], { PLAINVIEW_SOAK: '1' });
const failures = fullDisk.errors.length + fullDisk.tests.filter(({ state }) => state === 'failed').length;
print(`full disk in every place: ${describeTests(fullDisk)}`);
process.exitCode = broken + drill.faults.length + answerFaults.length + failures === 0 ? 0 : 1;

/** Of the demonstration, made anew. */
async function askOneNight(): Promise<string[]> {
  const { folder, remove } = await makeDataFolder();
  try {
    await cp('data/city', join(folder, 'city'), { recursive: true });
    const night = await runNight(['--data', folder, '--as-of', '2026-11-01T04:00:00Z']);
    if (night.exitCode !== 0) return [night.output];
    return await askAllAnswers(folder, print);
  } finally {
    await remove();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
