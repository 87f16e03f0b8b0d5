/** Runs Vitest in a process of its own and says, folder by folder, what passed, failed and was skipped, and why. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from './run-step.ts';
import type { TestReport, TestResult } from './test-reporter.ts';

/** `filters` are parts of file names; none runs all. */
export async function runVitest(
  filters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<TestReport> {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-tests-'));
  const file = join(folder, 'report.json');
  const args = ['run', '--config', 'tests/vitest.config.ts', '--reporter', './tests/support/test-reporter.ts'];
  const step = { name: 'tests', script: 'node_modules/vitest/vitest.mjs', args: [...args, ...filters] };
  const { passed, output } = await runStep(step, { ...environment, PLAINVIEW_TEST_REPORT: file });
  const text = await readFile(file, 'utf8').catch(() => null);
  await rm(folder, { recursive: true });
  if (text === null) return { tests: [], errors: [`Vitest ended without a report.\n${output}`] };
  const report = JSON.parse(text) as TestReport;
  const hasFailure = report.errors.length > 0 || report.tests.some((test) => test.state === 'failed');
  return passed || hasFailure ? report : { ...report, errors: [`Vitest failed.\n${output}`] };
}

export function describeTests({ tests, errors }: TestReport): string {
  const groups = Map.groupBy(tests, (test) => test.group);
  const failed = tests.filter((test) => test.state === 'failed');
  const skipped = tests.filter((test) => test.state === 'skipped');
  return [
    ...[...groups].toSorted(([a], [b]) => a.localeCompare(b)).map(([group, results]) => describeGroup(group, results)),
    ...failed.flatMap((test) => ['', `FAILED  ${test.file} > ${test.name}`, indent(test.error)]),
    ...errors.flatMap((error) => ['', 'FAILED  outside any test', indent(error)]),
    ...(skipped.length === 0 ? [] : ['', `SKIPPED: ${skipped.length} of ${tests.length} tests did not run`]),
    ...[...Map.groupBy(skipped, (test) => `${test.file}: ${test.note || 'the test gives no reason'}`)].map(
      ([reason, results]) => `  SKIPPED  ${results.length} in ${reason}`,
    ),
  ].join('\n');
}

function describeGroup(group: string, results: readonly TestResult[]): string {
  const count = (state: TestResult['state']) => results.filter((test) => test.state === state).length;
  const seconds = results.reduce((sum, test) => sum + test.milliseconds, 0) / 1000;
  const skipped = count('skipped') === 0 ? '' : `, ${count('skipped')} skipped`;
  return `${group.padEnd(11)} ${count('passed')} passed, ${count('failed')} failed${skipped}  ${seconds.toFixed(1)} s`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
