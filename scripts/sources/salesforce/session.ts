/** Requests to one Salesforce organization, with a token that lives in memory only. */

import type { SalesforceSource } from '../../../src/contract/sources.ts';
import { type HttpAnswer, HttpFailure, type HttpRequest } from '../../support/http-client.ts';
import type { SourceEffects } from '../open-sources.ts';
import { type AskedPlace, busy, signInRefused, sourceError } from '../source-errors.ts';
import { codeOf, Refused, saysBusy } from './refused.ts';
import { type Signed, signIn } from './sign-in.ts';

/** Their answers say why, as JSON; other refusals are the client's own failures. */
const explained = [400, 401, 403, 404];

/** From here on the day's requests are left to those who need them by day. */
const MOST_USED_SHARE = 0.9;

type Options = Pick<HttpRequest, 'tries'>;

/** One at a time: a session serves one reading. Paths are those below the address, beginning with `/`. */
export class Session {
  readonly #settings: SalesforceSource;
  readonly #effects: SourceEffects;
  #signed: Signed | undefined;

  constructor(settings: SalesforceSource, effects: SourceEffects) {
    this.#settings = settings;
    this.#effects = effects;
  }

  /** Where an error says it happened. */
  place(path: string): AskedPlace {
    return { source: this.#settings.id, url: this.#url(path) };
  }

  /** `/services/data/v62.0/…`: everything is asked in one version, a job's results as the job. */
  versioned(path: string): string {
    return `/services/data/v${this.#settings.api_version}/${path}`;
  }

  async signed(): Promise<Signed> {
    const { http, environment, now } = this.#effects;
    this.#signed ??= await signIn(this.#settings, http, environment, now());
    return this.#signed;
  }

  async get(path: string, options: Options = {}): Promise<HttpAnswer> {
    return await this.#ask(path, (request) => this.#effects.http.get({ ...request, ...options }));
  }

  async post(path: string, body: object): Promise<HttpAnswer> {
    return await this.#ask(path, (request) => {
      return this.#effects.http.post({ ...asJson(request), body: JSON.stringify(body), isIdempotent: false });
    });
  }

  async patch(path: string, body: object, options: Options = {}): Promise<HttpAnswer> {
    return await this.#ask(path, (request) => {
      return this.#effects.http.patch({ ...asJson(request), ...options, body: JSON.stringify(body) });
    });
  }

  async delete(path: string, options: Options = {}): Promise<HttpAnswer> {
    return await this.#ask(path, (request) => this.#effects.http.delete({ ...request, ...options }));
  }

  /** Throws Refused, or an operator's error. A session that has ended is begun anew, once. */
  async #ask(path: string, send: (request: HttpRequest) => Promise<HttpAnswer>): Promise<HttpAnswer> {
    const place = this.place(path);
    let answer = await this.#askOnce(place, send);
    if (hasEnded(answer)) {
      this.#signed = undefined;
      answer = await this.#askOnce(place, send);
    }
    if (answer.status < 400) return answer;
    if (hasEnded(answer)) throw signInRefused(place, codeOf(answer));
    if (codeOf(answer) === 'REQUEST_LIMIT_EXCEEDED') throw busy(place, codeOf(answer));
    throw new Refused(answer);
  }

  async #askOnce(place: AskedPlace, send: (request: HttpRequest) => Promise<HttpAnswer>): Promise<HttpAnswer> {
    const { token } = await this.signed();
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json, text/csv' };
    try {
      return await send({ url: place.url, headers, reads: explained, saysBusy });
    } catch (cause) {
      throw cause instanceof HttpFailure ? sourceError(cause, place) : cause;
    }
  }

  #url(path: string): string {
    return new URL(path, this.#settings.url).href;
  }
}

function asJson(request: HttpRequest): HttpRequest {
  return { ...request, headers: { ...request.headers, 'Content-Type': 'application/json' } };
}

function hasEnded(answer: HttpAnswer): boolean {
  return answer.status === 401 && codeOf(answer) === 'INVALID_SESSION_ID';
}

/** Throws SOURCE_BUSY where the organization has used most of its requests of the day; other programs need them too. */
export function leaveRoom({ headers }: HttpAnswer, place: AskedPlace): void {
  const [, used, limit] = /(?:^|[;,\s])api-usage=(\d+)\/(\d+)/.exec(headers.get('sforce-limit-info') ?? '') ?? [];
  if (used === undefined || Number(used) < Number(limit) * MOST_USED_SHARE) return;
  throw busy(place, `${used} of the organization's ${limit} requests of the day used`);
}
