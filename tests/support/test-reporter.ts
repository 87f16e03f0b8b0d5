/** A Vitest reporter that writes what each test did, and why a skipped one was, to the file PLAINVIEW_TEST_REPORT. */

import { writeFile } from 'node:fs/promises';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export interface TestResult {
  /** The folder under tests/, with the project's time zone where it is not UTC. */
  readonly group: string;
  readonly file: string;
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  readonly note: string;
  readonly error: string;
  readonly milliseconds: number;
}

export interface TestReport {
  readonly tests: readonly TestResult[];
  /** What failed outside any test: a file that cannot be loaded, a night that did not run. */
  readonly errors: readonly string[];
}

export default class TestReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Promise<void> {
    const report: TestReport = {
      tests: modules.flatMap(moduleResults),
      errors: [
        ...modules.flatMap((module) => [
          ...module.errors().map((error) => `${module.relativeModuleId}\n${errorText(error)}`),
          ...[...module.children.allSuites()].flatMap((suite) =>
            suite.errors().map((error) => `${module.relativeModuleId} > ${suite.fullName}\n${errorText(error)}`),
          ),
        ]),
        ...unhandled.map(errorText),
      ],
    };
    const file = process.env['PLAINVIEW_TEST_REPORT'];
    if (file === undefined) throw new Error('PLAINVIEW_TEST_REPORT names no file; npm test sets it');
    await writeFile(file, JSON.stringify(report));
  }
}

function moduleResults(module: TestModule): TestResult[] {
  const file = module.relativeModuleId;
  const folder = file.split('/')[1] ?? file;
  const group = module.project.name.startsWith('in ') ? `${folder} ${module.project.name}` : folder;
  return [...module.children.allTests()].map((test) => {
    const result = test.result();
    const { state } = result;
    return {
      group,
      file,
      name: test.fullName,
      state: state === 'pending' ? 'skipped' : state,
      note: state === 'skipped' ? (result.note ?? '') : '',
      error: (result.errors ?? []).map(errorText).join('\n'),
      milliseconds: test.diagnostic()?.duration ?? 0,
    };
  });
}

function errorText(error: SerializedError): string {
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s*at .*\/(?:tests|scripts|src)\//.test(line) && !line.includes('node_modules'));
  const diff = typeof error['diff'] === 'string' ? error['diff'] : '';
  return [error.message, diff, ...stack.slice(0, 5)].filter((part) => part !== '').join('\n');
}
