/** The questions of one night to an Open311 server, each answered with records cut to the allow-list. */

import type { Open311Source } from '../../../src/contract/sources.ts';
import { OperatorError } from '../../support/operator-error.ts';
import { fieldsMissing, unreadable } from '../source-errors.ts';
import type { Page, RawRecord } from '../source.ts';
import { askAgain } from './ask-again.ts';
import { findUpdates } from './find-updates.ts';
import type { AskOptions, Georeport, Query } from './georeport.ts';
import { fieldNames, fieldsNowhere, requestReader, type FieldNames } from './read-request.ts';
import { askedTime } from './read-time.ts';
import { sliceTime, type Slice, type SliceOptions } from './slice-time.ts';

/** A server that does not know a question may refuse it, or fall over it: then it is not asked again. */
function refusal(cause: unknown): undefined {
  if (!(cause instanceof OperatorError)) throw cause;
}

type Span = Pick<SliceOptions, 'from' | 'to' | 'pageSize'>;

export class Asker {
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
      if (value.length > 0) yield { records: value };
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
