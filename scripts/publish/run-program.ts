/** Runs somebody else's program to its end, within a time, and keeps the last of what it said. */

import { spawn, type ChildProcess } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export type Ending =
  { readonly kind: 'done' } | { readonly kind: 'failed'; readonly how: string; readonly output: string };

export interface ProgramOptions {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

const KEPT_CHARACTERS = 4000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `command` goes to the system word by word: no shell reads it, so nothing in it needs quotes. */
export async function runProgram(
  [program = '', ...args]: readonly string[],
  { folder, environment, timeoutSeconds }: ProgramOptions,
): Promise<Ending> {
  // In a process group of its own, so that what the program itself started ends with it.
  const child = spawn(program, args, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEPT_CHARACTERS);
    });
  }
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const timer = setTimeout(() => resolve(`not done after ${timeoutSeconds} s, and stopped`), timeoutSeconds * 1000);
  child.once('error', (error) => resolve(error.message));
  child.once('close', (code, signal) => {
    resolve(code === 0 ? undefined : code === null ? `ended by ${signal}` : `exit code ${code}`);
  });
  const letGo = endWithUs(child);
  const how = await promise;
  letGo();
  clearTimeout(timer);
  if (how === undefined) return { kind: 'done' };
  killGroup(child);
  return { kind: 'failed', how, output: stripVTControlCharacters(output).replaceAll('\r', '\n') };
}

/** A night that is stopped by hand takes the program with it, and then ends as it would have. */
function endWithUs(child: ChildProcess): () => void {
  const stop = (signal: NodeJS.Signals) => {
    killGroup(child);
    letGo();
    process.kill(process.pid, signal);
  };
  const letGo = () => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.on(signal, stop);
  return letGo;
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}
