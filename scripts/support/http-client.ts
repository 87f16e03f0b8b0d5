/** Asks an upstream that may be slow, busy or half broken over HTTP, and says plainly why it could not. */

import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface HttpEffects {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** A whole number from 0 to below `limit`. */
  readonly random: (limit: number) => number;
  /** Until an answer begins, which is more than a connection takes; then until all of it is here. */
  readonly connectMs: number;
  readonly readMs: number;
}

const processEffects: HttpEffects = {
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  wait: (milliseconds, signal) => waitFor(milliseconds, signal),
  random: (limit) => randomInt(limit),
  connectMs: 30_000,
  readMs: 120_000,
};

export interface HttpRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In all. */
  readonly tries?: number;
  readonly signal?: AbortSignal;
  /** Statuses over 399 whose answer the caller reads itself; others are failures. */
  readonly reads?: readonly number[];
  /** An answer that is longer is a failure, and is not read on. */
  readonly maxBytes?: number;
  /** Whether an answer that could be read only says to come back, whatever its status. */
  readonly saysBusy?: (answer: HttpAnswer) => boolean;
  /** Awaited before each try, where an upstream wants its requests apart. */
  readonly beforeEach?: () => Promise<void>;
}

export interface HttpPost extends HttpRequest {
  readonly body: string;
  /** Asked twice it does no more than asked once, so that it may be tried again. */
  readonly isIdempotent: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** By how much the server's clock is ahead of ours, to a second; null where it tells no time. */
  readonly skewSeconds: number | null;
}

/** Which kind of failure it was, for whoever makes an operator's error of it. */
export type HttpFailureKind = 'unreachable' | 'silent' | 'status' | 'redirect' | 'too_long';

/** In words for an operator: no key of an address, no header, no body. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind: HttpFailureKind;
  /** Of an answer. */
  readonly status: number | undefined;

  constructor(message: string, kind: HttpFailureKind, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
  }
}

const BASE_MS = 1_000;
const CAP_MS = 60_000;
const TRIES = 6;
const IN_FLIGHT = 2;
const MAX_BYTES = 64e6;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const userAgent = `Plainview/${version} (municipal service records and plow positions)`;

type Asked = HttpRequest & {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: string;
  readonly mayRepeat: boolean;
};

/** At most two requests of one client are under way at a time. */
export class HttpClient {
  readonly #effects: HttpEffects;
  readonly #waiting: (() => void)[] = [];
  #inFlight = 0;

  constructor(effects: Partial<HttpEffects> = {}) {
    this.#effects = { ...processEffects, ...effects };
  }

  /** Throws HttpFailure when the last try has failed. */
  async get(request: HttpRequest): Promise<HttpAnswer> {
    return await this.#ask({ ...request, method: 'GET', mayRepeat: true });
  }

  /** The same; what may not be asked twice is tried once. */
  async post({ isIdempotent, ...request }: HttpPost): Promise<HttpAnswer> {
    return await this.#ask({ ...request, method: 'POST', mayRepeat: isIdempotent });
  }

  /** The same, for a change that leaves the same state however often it is asked for. */
  async patch(request: HttpRequest & { readonly body: string }): Promise<HttpAnswer> {
    return await this.#ask({ ...request, method: 'PATCH', mayRepeat: true });
  }

  async delete(request: HttpRequest): Promise<HttpAnswer> {
    return await this.#ask({ ...request, method: 'DELETE', mayRepeat: true });
  }

  async #ask(asked: Asked): Promise<HttpAnswer> {
    if (this.#inFlight >= IN_FLIGHT) await new Promise<void>((free) => this.#waiting.push(free));
    this.#inFlight += 1;
    try {
      return await this.#askWithRetries(asked);
    } finally {
      this.#inFlight -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #askWithRetries(asked: Asked): Promise<HttpAnswer> {
    const { tries = TRIES, signal } = asked;
    for (let attempt = 1; ; attempt++) {
      await asked.beforeEach?.();
      const result = await this.#try(asked);
      if ('answer' in result) return result.answer;
      const mayRetry = result.mayRetry && asked.mayRepeat && attempt < tries;
      if (!mayRetry || signal?.aborted) throw result.failure;
      // Full jitter (Marc Brooker, AWS, 2015): many clients do not come back at one moment.
      const jitter = this.#effects.random(Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1)) + 1);
      await this.#effects.wait(Math.max(result.retryAfterMs ?? 0, jitter), signal);
    }
  }

  async #try({
    url,
    method,
    headers,
    body,
    signal,
    reads = [],
    maxBytes = MAX_BYTES,
    saysBusy,
  }: Asked): Promise<Tried> {
    const { fetch, now, connectMs, readMs } = this.#effects;
    const { origin } = new URL(url);
    const guard = new AbortController();
    const timer = (milliseconds: number) => setTimeout(() => guard.abort(new TimedOut(milliseconds)), milliseconds);
    let running = timer(connectMs);
    try {
      const response = await fetch(url, {
        method,
        headers: { 'User-Agent': userAgent, ...headers },
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, guard.signal]) : guard.signal,
      });
      clearTimeout(running);
      running = timer(readMs);
      if (!response.ok && !reads.includes(response.status)) {
        await response.body?.cancel();
        return failed(response, origin, now());
      }
      const answered = await readAtMost(response, maxBytes);
      if (answered === undefined) return tooLong(origin, maxBytes);
      const skewSeconds = skewOf(response.headers.get('date'), now());
      const answer = { status: response.status, headers: response.headers, body: answered, skewSeconds };
      return saysBusy?.(answer) ? busy(origin, answer, now()) : { answer };
    } catch (error) {
      const kind = error instanceof TimedOut ? 'silent' : 'unreachable';
      return { mayRetry: true, failure: new HttpFailure(`${origin} ${reasonOf(error)}`, kind, { cause: error }) };
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

/** Undefined where it is longer: the length that a server declares is not believed. */
async function readAtMost(response: Response, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the answer.
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function tooLong(origin: string, maxBytes: number): Tried {
  const words = `gave an answer of more than ${Math.round(maxBytes / 1e6)} MB, which was not read on`;
  return { mayRetry: false, failure: new HttpFailure(`${origin} ${words}`, 'too_long') };
}

/** Without a status: that of the answer does not say what is wrong. */
function busy(origin: string, { headers }: HttpAnswer, now: number): Tried {
  return {
    failure: new HttpFailure(`${origin} was too busy to answer, also at the last try`, 'status'),
    mayRetry: true,
    retryAfterMs: retryAfter(headers.get('retry-after'), now),
  };
}

function failed({ status, headers }: Response, origin: string, now: number): Tried {
  const isRedirect = status >= 300 && status < 400;
  const words = isRedirect ? 'leads to another address, which is not followed' : `answered ${status}`;
  return {
    failure: new HttpFailure(`${origin} ${words}`, isRedirect ? 'redirect' : 'status', { status }),
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
