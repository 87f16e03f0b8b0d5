/** One night of the demo city for all tests that look at its results, in a folder of its own. */

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runStep } from './run-step.ts';

export interface DemoNight {
  /** What `--data` named: it holds city/, raw/, warehouse/, releases/, site and exports. */
  readonly dataFolder: string;
  readonly asOf: string;
  /** What the night printed. */
  readonly output: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    demoNight: DemoNight;
  }
}

/** Local midnight of the demo city. */
const asOf = '2026-11-01T04:00:00Z';

/** Several projects ask for the night, in one process: the first makes it. */
const shared = globalThis as { plainviewDemoNight?: Promise<DemoNight> };

/** A test asks for it with `inject('demoNight')`. PLAINVIEW_TEST_NIGHT names a finished one, for work on the tests. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const finished = process.env['PLAINVIEW_TEST_NIGHT'];
  if (finished !== undefined) {
    project.provide('demoNight', { dataFolder: finished, asOf, output: '' });
    return undefined;
  }
  const isFirst = shared.plainviewDemoNight === undefined;
  shared.plainviewDemoNight ??= makeNight();
  const night = await shared.plainviewDemoNight;
  project.provide('demoNight', night);
  return isFirst ? () => rm(night.dataFolder, { recursive: true, force: true }) : undefined;
}

async function makeNight(): Promise<DemoNight> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'plainview-night-'));
  await cp('data/city', join(dataFolder, 'city'), { recursive: true });
  const night = await runStep({
    name: 'night',
    script: 'scripts/nightly.ts',
    args: ['--data', dataFolder, '--as-of', asOf],
  });
  if (!night.passed) throw new Error(`The demo night failed; what it left is in ${dataFolder}\n${night.output}`);
  return { dataFolder, asOf, output: night.output };
}
