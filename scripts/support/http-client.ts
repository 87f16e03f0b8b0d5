/** Reads over HTTP from an upstream that may be slow, busy or half broken, and says plainly why it could not. */

import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface HttpEffects {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** A whole number from 0 to below `limit`. */
  readonly random: (limit: number) => number;
}

const processEffects: HttpEffects = {
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  wait: (milliseconds, signal) => waitFor(milliseconds, signal),
  random: (limit) => randomInt(limit),
};

export interface HttpRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In all. */
  readonly tries?: number;
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly body: Buffer;
  /** By how much the server's clock is ahead of ours, to a second; null where it tells no time. */
  readonly skewSeconds: number | null;
}

/** In words for an operator: no key of an address, no header, no body. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
}

export interface HttpLimits {
  /** Until an answer begins, which is more than a connection takes. */
  readonly connectMs: number;
  /** Then until all of it is here. */
  readonly readMs: number;
}

const usualLimits: HttpLimits = { connectMs: 30_000, readMs: 120_000 };
const BASE_MS = 1_000;
const CAP_MS = 60_000;
const TRIES = 6;
const IN_FLIGHT = 2;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const userAgent = `Plainview/${version} (municipal service records and plow positions)`;

/** Reads alone, so that each may be tried again. At most two of one client are under way at a time. */
export class HttpClient {
  readonly #effects: HttpEffects;
  readonly #limits: HttpLimits;
  readonly #waiting: (() => void)[] = [];
  #inFlight = 0;

  constructor(effects: Partial<HttpEffects> = {}, limits = usualLimits) {
    this.#effects = { ...processEffects, ...effects };
    this.#limits = limits;
  }

  /** Throws HttpFailure when the last try has failed. */
  async get(request: HttpRequest): Promise<HttpAnswer> {
    if (this.#inFlight >= IN_FLIGHT) await new Promise<void>((free) => this.#waiting.push(free));
    this.#inFlight += 1;
    try {
      return await this.#getWithRetries(request);
    } finally {
      this.#inFlight -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #getWithRetries(request: HttpRequest): Promise<HttpAnswer> {
    const { tries = TRIES, signal } = request;
    for (let attempt = 1; ; attempt++) {
      const result = await this.#try(request);
      if ('answer' in result) return result.answer;
      if (!result.mayRetry || attempt >= tries || signal?.aborted) throw result.failure;
      // Full jitter (Marc Brooker, AWS, 2015): many clients do not come back at one moment.
      const jitter = this.#effects.random(Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1)) + 1);
      await this.#effects.wait(Math.max(result.retryAfterMs ?? 0, jitter), signal);
    }
  }

  async #try(request: HttpRequest): Promise<Tried> {
    const { fetch, now } = this.#effects;
    const { origin } = new URL(request.url);
    const guard = new AbortController();
    const timer = (milliseconds: number) => setTimeout(() => guard.abort(new TimedOut(milliseconds)), milliseconds);
    let running = timer(this.#limits.connectMs);
    try {
      const response = await fetch(request.url, {
        headers: { 'User-Agent': userAgent, ...request.headers },
        redirect: 'manual',
        signal: request.signal ? AbortSignal.any([request.signal, guard.signal]) : guard.signal,
      });
      clearTimeout(running);
      running = timer(this.#limits.readMs);
      if (!response.ok) {
        await response.body?.cancel();
        return failed(response, origin, now());
      }
      const body = Buffer.from(await response.arrayBuffer());
      return { answer: { body, skewSeconds: skewOf(response.headers.get('date'), now()) } };
    } catch (error) {
      return { mayRetry: true, failure: new HttpFailure(`${origin} ${reasonOf(error)}`, { cause: error }) };
    } finally {
      clearTimeout(running);
    }
  }
}

type Tried =
  | { readonly answer: HttpAnswer }
  | { readonly failure: HttpFailure; readonly mayRetry: boolean; readonly retryAfterMs?: number | undefined };

class TimedOut extends Error {
  constructor(milliseconds: number) {
    super(`gave no answer within ${milliseconds / 1000} s`);
  }
}

function failed({ status, headers }: Response, origin: string, now: number): Tried {
  const isRedirect = status >= 300 && status < 400;
  const words = isRedirect ? 'leads to another address, which is not followed' : `answered ${status}`;
  return {
    failure: new HttpFailure(`${origin} ${words}`),
    mayRetry: status === 408 || status === 429 || status >= 500,
    retryAfterMs: retryAfter(headers.get('retry-after'), now),
  };
}

/** In seconds or as a date (RFC 9110, 10.2.3); a server that says a week is asked again after the cap. */
function retryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const milliseconds = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.min(CAP_MS, Math.max(0, milliseconds));
}

function skewOf(date: string | null, now: number): number | null {
  const server = Date.parse(date ?? '');
  return Number.isNaN(server) ? null : Math.round((server - now) / 1000);
}

function reasonOf(error: unknown): string {
  if (error instanceof TimedOut) return error.message;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return `could not be reached, or broke off${code}`;
}

/** An end that is asked for is no reason to wait; the next try then fails at once. */
async function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
