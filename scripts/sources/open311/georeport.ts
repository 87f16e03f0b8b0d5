/** Asks a GeoReport v2 server, at its pace, and reads the list that it answers. */

import type { Open311Source } from '../../../src/contract/sources.ts';
import type { HttpAnswer, HttpClient } from '../../support/http-client.ts';
import { signInRefused, sourceError, unreadable, type AskedPlace } from '../source-errors.ts';
import { errorCode, listRows, type Row } from './list-rows.ts';
import { NotParsed, parseAnswer } from './parse-answer.ts';

/** Ten thousand requests with long descriptions; a longer answer is not read on. */
const MAX_BYTES = 32e6;

export type Query = Readonly<Record<string, string>>;

export interface List {
  readonly rows: readonly Row[];
  /** By how much the server's clock is ahead of ours; null where it tells no time. */
  readonly skewSeconds: number | null;
}

export interface AskOptions {
  /** Of requests by their ids: a 404 in GeoReport's own words says that they are gone. */
  readonly mayBeGone?: boolean;
  readonly tries?: number;
}

export interface Georeport {
  services(): Promise<List>;
  requests(query: Query, options?: AskOptions): Promise<List>;
  request(id: string): Promise<List>;
  readonly place: AskedPlace;
}

export interface GeoreportEffects {
  readonly http: HttpClient;
  readonly apiKey: string | undefined;
  readonly turn: () => Promise<void>;
}

type Kind = 'services' | 'requests';

export function georeport(settings: Open311Source, { http, apiKey, turn }: GeoreportEffects): Georeport {
  const { format, url, id: source } = settings;
  const always: Query = {
    ...(settings.jurisdiction_id === undefined ? {} : { jurisdiction_id: settings.jurisdiction_id }),
    ...(apiKey === undefined ? {} : { api_key: apiKey }),
  };
  const address = (resource: string) => `${url.replace(/\/$/, '')}/${resource}.${format}`;

  async function list(kind: Kind, resource: string, query: Query, options: AskOptions = {}): Promise<List> {
    const place = { source, url: address(resource) };
    const asked = `${place.url}?${new URLSearchParams({ ...query, ...always })}`;
    const request = { url: asked, reads: [400, 401, 403, 404], maxBytes: MAX_BYTES, beforeEach: turn };
    const answer = await http
      .get(options.tries === undefined ? request : { ...request, tries: options.tries })
      .catch((cause: unknown) => Promise.reject(sourceError(cause, place)));
    return readList(answer, kind, place, options);
  }

  function readList(answer: HttpAnswer, kind: Kind, place: AskedPlace, { mayBeGone = false }: AskOptions): List {
    const { status } = answer;
    const skewSeconds = skewOf(answer);
    const parsed = tryParse(answer);
    const code = parsed instanceof NotParsed ? undefined : errorCode(parsed);
    if (status === 404 && mayBeGone && code !== undefined) return { rows: [], skewSeconds };
    if (status === 401 || status === 403) throw signInRefused(place, `${status}${code ? `, code ${code}` : ''}`);
    const expected = `a list of ${kind} as ${format.toUpperCase()}`;
    if (status >= 400 || code) throw unreadable(place, expected, `${status}${code ? `, error code ${code}` : ''}`);
    if (parsed instanceof NotParsed) throw unreadable(place, expected, parsed.message);
    const rows = listRows(parsed, kind);
    if (!rows) throw unreadable(place, expected, `${format.toUpperCase()} of another shape`);
    return { rows, skewSeconds };
  }

  function tryParse({ body, headers }: HttpAnswer): unknown {
    try {
      return parseAnswer(body, headers.get('content-type'), format);
    } catch (cause) {
      if (cause instanceof NotParsed) return cause;
      throw cause;
    }
  }

  return {
    services: () => list('services', 'services', {}),
    requests: (query, options) => list('requests', 'requests', query, options),
    request: (id) => list('requests', `requests/${encodeURIComponent(id)}`, {}, { mayBeGone: true }),
    place: { source, url: address('requests') },
  };
}

/** An answer that a cache kept bears the time at which it was made, and how long ago that was (RFC 9111, 5.1). */
function skewOf({ skewSeconds, headers }: HttpAnswer): number | null {
  const age = Number(headers.get('age') ?? 0);
  return skewSeconds === null || !(age >= 0) ? skewSeconds : skewSeconds + age;
}
