/** Tells the addresses that `city.json` names how a night ended; one that is down never changes how it ended. */

import { basename } from 'node:path';
import { fillVariables, type Environment } from './fill-variables.ts';
import type { Operation } from './read-city/read-operation.ts';
import type { CommandFailure } from './run-command.ts';

export interface MonitorEffects {
  readonly environment: Environment;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

const processEffects: MonitorEffects = {
  environment: process.env,
  fetch: (...request) => fetch(...request),
  now: () => new Date(),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};

const TIMEOUT_MS = 10_000;
const PAUSE_MS = 2_000;

/** Gives a line for the operator where an address could not be told; never throws. `failure` absent: published. */
export async function tellMonitors(
  { alerts = {} }: Operation,
  dataFolder: string,
  failure: CommandFailure | undefined,
  effects: Partial<MonitorEffects> = {},
): Promise<string | undefined> {
  const all = { ...processEffects, ...effects };
  const name = failure === undefined ? 'health_ping' : 'failure_webhook';
  const address = alerts[name];
  if (address === undefined) return undefined;
  const url = fillVariables(address, all.environment);
  const request = failure === undefined ? {} : post(failure, dataFolder, all.now());
  if ((await ask(url, request, all)) === undefined) return undefined;
  await all.wait(PAUSE_MS);
  const why = await ask(url, request, all);
  return why && `alert     alerts.${name} in city.json could not be told: ${why}`;
}

/** `text` is what chat services show of a message. Places and cells of the error stay in the mail. */
function post({ code, exitCode, message, publicNow }: CommandFailure, dataFolder: string, at: Date): RequestInit {
  const body = {
    text: `Plainview, ${basename(dataFolder)}: ${code}  ${message}  ${publicNow}`,
    ...{ state: 'failed', code, exit_code: exitCode, message, public: publicNow, at: at.toISOString() },
  };
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** What went wrong. The address itself may be a secret, and is never said; nor is it left for another. */
async function ask(url: string, request: RequestInit, effects: MonitorEffects): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await effects.fetch(url, { ...request, redirect: 'manual', signal });
    await response.body?.cancel();
    if (response.ok) return undefined;
    return response.status >= 300 && response.status < 400
      ? 'it leads to another address, which is not followed'
      : `it answered ${response.status}`;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`;
    const cause = error instanceof Error ? error.cause : undefined;
    return cause instanceof Error && 'code' in cause ? `no connection (${cause.code})` : 'no connection';
  }
}
