/** Why Salesforce refused a request: an array of `[{message, errorCode, fields}]`, of which only the code leaves here. */

import type { HttpAnswer } from '../../support/http-client.ts';

/** Means that the same request may well be answered in a moment. */
const passing = new Set(['QUERY_TIMEOUT', 'SERVER_UNAVAILABLE', 'UNABLE_TO_LOCK_ROW']);

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  /** Salesforce's own, such as INVALID_FIELD; the status where it gave none. */
  readonly code: string;
  /** It quotes the query and may quote records: it is searched, and never shown. */
  readonly #said: string;

  constructor(answer: HttpAnswer) {
    const code = codeOf(answer);
    super(code);
    this.status = answer.status;
    this.code = code;
    this.#said = answer.body.toString('utf8');
  }

  /** Whether it complains of that field by name. */
  names(field: string): boolean {
    return this.#said.includes(`'${field}'`);
  }
}

export function codeOf({ status, body }: HttpAnswer): string {
  return /"errorCode"\s*:\s*"([A-Z_]{1,60})"/.exec(body.subarray(0, 4096).toString('utf8'))?.[1] ?? `${status}`;
}

export function saysBusy(answer: HttpAnswer): boolean {
  return answer.status >= 400 && passing.has(codeOf(answer));
}
