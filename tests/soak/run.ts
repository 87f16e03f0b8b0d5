/** `npm run soak`: what takes too long for `npm test`, one after the other, with its figures. */

import { describeTests, runVitest } from '../support/run-vitest.ts';
import { seededRandom } from '../../scripts/support/random.ts';
import { makeDataFolder } from '../pipeline/run-night.ts';
import { killNights, type Moment } from './kill-nine.ts';
import { killSync } from './kill-sync.ts';
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

const sync = await killSync(50, seededRandom(20261124));
print(
  `sync      ten nights over a Salesforce that changes, killed ${sync.kills} times: of ${sync.fileCount} exports ` +
    `(${sync.recordCount} records) ${sync.faults.length} differ from those of nights undisturbed; ${sync.seconds.toFixed(0)} s`,
);
for (const fault of sync.faults) print(`          FAULT ${fault}`);

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
const report = await runVitest(atFullLength, { PLAINVIEW_SOAK: '1' });
const failures = report.errors.length + report.tests.filter(({ state }) => state === 'failed').length;
print(`tests at full length\n${describeTests(report)}`);
const faultCount = broken + drill.faults.length + sync.faults.length + failures;
process.exitCode = faultCount === 0 ? 0 : 1;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
