/** An Open311 server (GeoReport v2) as a source: new requests by slices of time, changes by asking again. */

import { setTimeout as sleep } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import type { City } from '../../../src/contract/city.ts';
import type { Open311Source, RawField } from '../../../src/contract/sources.ts';
import { OperatorError } from '../../support/operator-error.ts';
import type { SourceEffects } from '../open-sources.ts';
import { clockOff, fieldsMissing, MAX_SKEW_SECONDS, unreadable } from '../source-errors.ts';
import { sourceSecret } from '../source-secret.ts';
import type { Page, RawRecord, Source } from '../source.ts';
import { askAgain } from './ask-again.ts';
import { findUpdates } from './find-updates.ts';
import { georeport, type AskOptions, type Georeport, type Query } from './georeport.ts';
import { paced } from './pace.ts';
import { derivesClosing, fieldNames, fieldsNowhere, requestReader, type FieldNames } from './read-request.ts';
import { askedTime } from './read-time.ts';
import { sliceTime, type Slice } from './slice-time.ts';

/** What was entered in the last five minutes may not be listed yet. */
const SETTLING_MS = 5 * 60_000;

export function open311Source(
  settings: Open311Source,
  city: { readonly settings: Pick<City['settings'], 'time_zone'> },
  { http, environment, now, wait: waits = (milliseconds) => sleep(milliseconds) }: SourceEffects,
): Source {
  const { id, api_key, page_size: pageSize } = settings;
  const wait = async (milliseconds: number) => void (await waits(milliseconds));
  const turn = paced(settings.requests_per_second, { now, wait });
  const names = fieldNames(settings);
  const server = () => georeport(settings, { http, turn, apiKey: api_key && sourceSecret(id, api_key, environment) });
  const firstDay = midnight(settings.since, city.settings.time_zone);

  return {
    id,
    fields: new Set<RawField>([
      ...(Object.keys(names) as RawField[]),
      ...(derivesClosing(settings) ? ['closed_at' as const] : []),
    ]),
    delivery: 'delta',

    async discover() {
      const { rows } = await server().services();
      const named = names.service === 'service_code' ? 'service_code' : 'service_name';
      const types = new Set(rows.map((row) => String(row[named] ?? '').trim()).filter((type) => type !== ''));
      return {
        identity: null,
        types: [...types].sort(),
        statuses: ['closed', 'open'],
        fields: Object.values(names).sort(),
      };
    },

    async completeUntil(asked) {
      const api = server();
      const { skewSeconds } = await api.services();
      if (Math.abs(skewSeconds ?? 0) > MAX_SKEW_SECONDS) throw clockOff(api.place, skewSeconds ?? 0);
      return new Date(asked.getTime() + (skewSeconds ?? 0) * 1000 - SETTLING_MS);
    },

    async *changes({ since, until }, known) {
      const asker = new Asker(server(), settings);
      const span = { from: Math.max(since?.getTime() ?? firstDay, firstDay), to: until.getTime(), pageSize };
      const open = new Set(since === null ? [] : await known.idsWithout('closed'));
      for await (const records of asker.requested(span)) {
        for (const record of records) open.delete(record.id ?? '');
        yield { records };
      }
      if (since === null) return;
      const areAllFound = yield* asker.updated(span);
      if (!areAllFound) yield* asker.again([...open]);
    },
  };
}

function midnight(date: string, zone: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return new TZDate(year!, month! - 1, day!, zone).getTime();
}

/** A server that does not know a question may refuse it, or fall over it: then it is not asked again. */
function refusal(cause: unknown): undefined {
  if (!(cause instanceof OperatorError)) throw cause;
}

type Span = Pick<Parameters<typeof sliceTime>[0], 'from' | 'to' | 'pageSize'>;

/** The questions of one night, each answered with records cut to the allow-list. */
class Asker {
  readonly #api: Georeport;
  readonly #pageSize: number | undefined;
  readonly #names: FieldNames;
  readonly #read: ReturnType<typeof requestReader>;

  constructor(api: Georeport, settings: Open311Source) {
    this.#api = api;
    this.#names = fieldNames(settings);
    this.#pageSize = settings.page_size;
    this.#read = requestReader(settings);
  }

  requested(span: Span): AsyncGenerator<readonly RawRecord[]> {
    return sliceTime({
      ...span,
      ask: (slice) => this.#ask(this.#between('start_date', 'end_date', slice)),
      timeOf: ({ requested_at }) => requested_at,
      notObeyed: () => this.#notObeyed('requests of the time asked for (start_date, end_date, page)'),
    });
  }

  /** Returns whether these are all that changed. */
  async *updated(span: Span): AsyncGenerator<Page, boolean> {
    const query = (slice: Slice) => this.#between('updated_after', 'updated_before', slice);
    const updates = findUpdates({
      ...span,
      ask: (slice) => this.#ask(query(slice)),
      probe: (slice) => this.#ask(query(slice), { tries: 2 }).catch(refusal),
    });
    for (;;) {
      const { value, done } = await updates.next();
      if (done) return value;
      yield { records: value };
    }
  }

  again(ids: readonly string[]): AsyncGenerator<Page> {
    return askAgain({
      ids,
      pageSize: this.#pageSize,
      askMany: (batch) => this.#ask({ service_request_id: batch.join(',') }, { mayBeGone: true }),
      askOne: async (id) => (await this.#api.request(id)).rows.map(this.#read),
      notObeyed: () => this.#notObeyed('the requests asked for (service_request_id)'),
    });
  }

  async #ask(query: Query, options?: AskOptions): Promise<RawRecord[]> {
    const { rows } = await this.#api.requests(query, options);
    const missing = fieldsNowhere(rows, this.#names);
    if (missing.length > 0) throw fieldsMissing(this.#api.place, missing, Object.keys(rows[0]!));
    return rows.map(this.#read);
  }

  #between(after: string, before: string, { from, to, page }: Slice): Query {
    return {
      [after]: askedTime(from),
      [before]: askedTime(to),
      ...(this.#pageSize === undefined ? {} : { page_size: String(this.#pageSize) }),
      ...(page === undefined ? {} : { page: String(page) }),
    };
  }

  #notObeyed(expected: string): Error {
    return unreadable(this.#api.place, expected, 'others, so that nothing says when all is read');
  }
}
