/** Runs one tool of the house on the runtime of the project, and keeps what it said for the case that it fails. */

import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Step {
  readonly name: string;
  /** A JavaScript file, from the project's root. */
  readonly script: string;
  readonly args: readonly string[];
}

export interface StepResult {
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Node keeps compiled modules there: a third of a second less for each of the hundred commands that the tests start. */
const compiled = join(tmpdir(), 'plainview-compiled');

/** The environment of a tool: our runtime first in PATH, and nothing that tells it that a test is running. */
export function toolEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|VITE_|TEST$|NODE_ENV$|NODE_OPTIONS$)/.test(name),
  );
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  const quiet = { NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  return { ...Object.fromEntries(own), PATH: path, NODE_COMPILE_CACHE: compiled, ...quiet, ...extra };
}

export function runStep(step: Step, environment: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [step.script, ...step.args], {
    env: toolEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done) => {
    const end = (passed: boolean, note = '') =>
      done({
        passed,
        output: stripVTControlCharacters(Buffer.concat(chunks).toString()) + note,
        seconds: (performance.now() - startedAt) / 1000,
      });
    child.on('error', (error) => end(false, String(error)));
    child.on('close', (code, signal) => end(code === 0, signal === null ? '' : `\nended by ${signal}\n`));
  });
}
