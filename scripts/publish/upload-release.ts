/** Brings the published release to where the public reads it, by the one command that `city.json` names. */

import { basename } from 'node:path';
import type { PublishSettings } from '../../src/contract/operation.ts';
import { fillVariables, variablesIn, type Environment } from '../support/fill-variables.ts';
import { OperatorError } from '../support/operator-error.ts';
import { runProgram, type Ending } from './run-program.ts';

export interface Upload {
  readonly publish: PublishSettings;
  /** The command's working directory. */
  readonly cityFolder: string;
  readonly dataFolder: string;
  /** The folder itself, not the link to it: it stays what it is while the command runs. */
  readonly releaseFolder: string;
}

export interface UploadEffects {
  readonly environment: Environment;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly note: (line: string) => void;
}

const processEffects: UploadEffects = {
  environment: process.env,
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  note: (line) => void process.stdout.write(`${line}\n`),
};

/** The key of the public ids is no business of a program that copies files. */
const kept = new Set(['PLAINVIEW_SECRET', 'PLAINVIEW_SECRET_FILE']);

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 300_000;
const LINES_SHOWN = 5;

/** Gives the number of attempts it took. Throws PUBLISH_HOOK_FAILED (exit 5) after the last. */
export async function uploadRelease(upload: Upload, effects: Partial<UploadEffects> = {}): Promise<number> {
  const { environment, wait, note } = { ...processEffects, ...effects };
  const { publish, cityFolder } = upload;
  const variables = hookEnvironment(upload, environment);
  const command = publish.command.map((word) => fillVariables(word, variables));
  for (let attempt = 1; ; attempt++) {
    const ending = await runProgram(command, {
      folder: cityFolder,
      environment: variables,
      timeoutSeconds: publish.timeout_seconds,
    });
    if (ending.kind === 'done') return attempt;
    if (attempt >= publish.attempts) throw hookFailed(upload, ending, environment);
    const pause = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
    note(`upload    attempt ${attempt} of ${publish.attempts}: ${ending.how}; again in ${pause / 1000} s`);
    await wait(pause);
  }
}

function hookEnvironment({ dataFolder, releaseFolder }: Upload, environment: Environment): Record<string, string> {
  const inherited = Object.entries(environment).filter(([name, value]) => value !== undefined && !kept.has(name));
  return {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    PLAINVIEW_SITE: releaseFolder,
    PLAINVIEW_RELEASE: basename(releaseFolder),
    PLAINVIEW_DATA: dataFolder,
  };
}

function hookFailed(
  { publish }: Upload,
  { how, output }: Extract<Ending, { kind: 'failed' }>,
  environment: Environment,
): OperatorError {
  const said = hideSecrets(output, publish.command, environment).trim().split('\n').slice(-LINES_SHOWN);
  const attempts = publish.attempts === 1 ? 'one attempt' : `${publish.attempts} attempts`;
  return new OperatorError('PUBLISH_HOOK_FAILED', {
    exit: 'machine',
    message: 'The new site is on this machine, but the command that brings it to the public failed.',
    faults: [
      {
        where: `city.json, publish.command: ${publish.command.join(' ')}`,
        found: `${how}, after ${attempts}`,
        expected: 'exit code 0',
      },
      ...said.filter((line) => line !== '').map((line) => ({ where: `it said: ${line}` })),
    ],
    publicNow:
      'The site on this machine is the new one; where the command publishes it, it may be old, or new in part.',
    remedy: 'When the cause is gone: npm run upload',
  });
}

/** A mail is read by more people than the environment is: what came from there is shown by its name. */
function hideSecrets(output: string, command: readonly string[], environment: Environment): string {
  const named = command.flatMap(variablesIn).filter((name) => (environment[name]?.length ?? 0) >= 4);
  const hidden = named.reduce((text, name) => text.replaceAll(environment[name] ?? '', `$${name}`), output);
  return hidden.replaceAll(/:\/\/[^/\s@]+@/g, '://…@');
}
