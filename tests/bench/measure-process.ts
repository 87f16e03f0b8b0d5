/** Runs a script in a process of its own, and says how long it took and what it used of the machine. */

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { toolEnvironment } from '../support/run-step.ts';

export interface Measured {
  readonly seconds: number;
  /** Of all processors: hardly moved by what else runs on the machine. */
  readonly cpuSeconds: number;
  /** The most that was resident at any moment. */
  readonly peakBytes: number;
  readonly output: string;
}

const reporter = resolve(import.meta.dirname, 'report-usage.ts');

/** Throws with what the script printed where it fails. */
export async function measureProcess(
  script: string,
  args: readonly string[],
  { flags = [], environment = {} }: { flags?: readonly string[]; environment?: NodeJS.ProcessEnv } = {},
): Promise<Measured> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...flags, '--import', reporter, script, ...args], {
    env: { ...toolEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const texts = ['', '', ''];
  for (const [index, stream] of child.stdio.slice(1).entries()) {
    stream?.on('data', (chunk: Buffer) => (texts[index] += chunk.toString()));
  }
  const exitCode = await new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  const [output = '', errors = '', usage = ''] = texts;
  if (exitCode !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${String(exitCode)}\n${output}${errors}`);
  return { seconds: (performance.now() - startedAt) / 1000, ...JSON.parse(usage), output };
}
