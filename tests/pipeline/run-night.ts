/** A night as cron starts it: a process of its own, with its exit code and all that it printed. */

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolEnvironment } from '../support/run-step.ts';

export interface EndedNight {
  /** Null where it was killed. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly seconds: number;
}

export interface StartedNight {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly said: () => string;
  readonly ended: Promise<EndedNight>;
}

/** `script` is another command, for those that prepare a night. */
export function startNight(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  script = 'scripts/nightly.ts',
): StartedNight {
  return start([process.execPath, script, ...args], environment);
}

/** No file that it writes may grow past so many blocks of 512 bytes: a disk that is full in the middle of a file. */
export function runLimitedNight(args: readonly string[], fileBlocks: number): Promise<EndedNight> {
  const limited = ['sh', '-c', `ulimit -f ${fileBlocks}; exec "$@"`, 'sh'];
  return start([...limited, process.execPath, 'scripts/nightly.ts', ...args], {}).ended;
}

function start(
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): StartedNight {
  const startedAt = performance.now();
  const child = spawn(program, args, {
    env: toolEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise<EndedNight>((done, failed) => {
    child.once('error', failed);
    child.once('close', (exitCode) => {
      done({ exitCode, output, seconds: (performance.now() - startedAt) / 1000 });
    });
  });
  return { child, said: () => output, ended };
}

export function runNight(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<EndedNight> {
  return startNight(args, environment).ended;
}

/** The caller removes it. */
export async function makeDataFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-data-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
