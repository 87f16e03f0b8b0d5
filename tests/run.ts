/** `npm test`: the house's own steps, then every test; all of them, whatever fails; the last line counts. */

import { findOrInstallChromium } from './support/chromium.ts';
import { describeTests, runVitest } from './support/run-vitest.ts';
import { runStep, type Step } from './support/run-step.ts';

/** Two at a time, in the order in which they begin. */
const lanes: readonly (readonly Step[])[] = [
  [
    {
      name: 'page types',
      script: 'node_modules/astro/bin/astro.mjs',
      args: ['check', '--minimumSeverity', 'warning'],
    },
  ],
  [
    {
      name: 'format',
      script: 'node_modules/prettier/bin/prettier.cjs',
      args: ['--check', '--log-level', 'warn', '.'],
    },
    { name: 'lint', script: 'node_modules/@biomejs/biome/bin/biome', args: ['lint', '--error-on-warnings'] },
    {
      name: 'types',
      script: 'node_modules/@typescript/native/bin/tsc',
      args: ['--noEmit', '--project', 'tsconfig.json'],
    },
    { name: 'dead code', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
  ],
];

const counts = { passed: 0, failed: 0, skipped: 0 };

await Promise.all(
  lanes.map(async (steps) => {
    for (const step of steps) {
      const { passed, output, seconds } = await runStep(step);
      counts[passed ? 'passed' : 'failed'] += 1;
      print(`${step.name.padEnd(12)}${passed ? 'passed' : 'FAILED'}  ${seconds.toFixed(1)} s`);
      if (!passed) print(output);
    }
  }),
);

const chromium = await findOrInstallChromium();
print(`${'chromium'.padEnd(12)}${chromium.found ? chromium.path : `NONE  ${chromium.reason}`}`);

const report = await runVitest(process.argv.slice(2), chromium.found ? { PLAINVIEW_CHROMIUM: chromium.path } : {});
for (const test of report.tests) counts[test.state] += 1;
counts.failed += report.errors.length;
print(describeTests(report));

print(`${counts.passed} passed, ${counts.failed} failed${counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`}`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function print(text: string): void {
  process.stdout.write(`${text.trimEnd()}\n`);
}
