/** Cases of a Salesforce organization: all of them in bulk at first, then every night what has changed, over REST. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SalesforceSource } from '../../../src/contract/sources.ts';
import type { SourceEffects } from '../open-sources.ts';
import { readColumns } from '../../warehouse/bulk-page.ts';
import type { Discovery, Page, Source, StatusChange, Window } from '../source.ts';
import { type BulkOptions, bulkPages } from './bulk-query.ts';
import { askedNames, instant, mappedFields, readBulkCases, readCases } from './case-fields.ts';
import { checkFields, describe, holdsWords, valuesOf } from './describe.ts';
import { Refused } from './refused.ts';
import { restPages } from './rest-query.ts';
import { historyRefused, refusalError } from './salesforce-errors.ts';
import { leaveRoom, Session } from './session.ts';
import { type Row, select, windowQuery } from './soql.ts';

/** A transaction that began before a moment may yet commit with a stamp before it. */
const SETTLED_MS = 5 * 60_000;

const historyFields = ['CaseId', 'LastModifiedDate', 'Status'];

export function salesforceSource(
  settings: SalesforceSource,
  connection: DuckDBConnection,
  effects: SourceEffects,
  bulk: BulkOptions = { wait: (milliseconds) => sleep(milliseconds) },
): Source {
  const session = new Session(settings, effects);
  const reading = new CaseReading(session, settings, connection, bulk);
  return {
    id: settings.id,
    fields: new Set(mappedFields(settings).map(({ field }) => field)),
    delivery: 'delta',
    discover: () => reading.discover(),
    async completeUntil(now) {
      const { skewSeconds } = await session.signed();
      const theirs = now.getTime() + skewSeconds * 1000 - SETTLED_MS;
      return new Date(Math.floor(theirs / 1000) * 1000);
    },
    changes: (window) => reading.changes(window),
    listIds: () => reading.listIds(),
  };
}

class CaseReading {
  readonly #session: Session;
  readonly #settings: SalesforceSource;
  readonly #connection: DuckDBConnection;
  readonly #bulk: BulkOptions;

  constructor(session: Session, settings: SalesforceSource, connection: DuckDBConnection, bulk: BulkOptions) {
    this.#session = session;
    this.#settings = settings;
    this.#connection = connection;
    this.#bulk = bulk;
  }

  async discover(): Promise<Discovery> {
    const mapped = mappedFields(this.#settings);
    const nameOf = (field: string) => mapped.find((one) => one.field === field)?.name;
    const { description } = await this.#describe('Case');
    const closed = nameOf('status') === 'Status' ? await this.#statuses() : undefined;
    return {
      identity: (await this.#session.signed()).identity,
      types: valuesOf(description, nameOf('service')),
      statuses: closed === undefined ? valuesOf(description, nameOf('status')) : [...closed.keys()],
      ...(closed === undefined ? {} : { closedStatuses: [...closed.keys()].filter((status) => closed.get(status)) }),
      fields: description.fields.map(({ name }) => name),
      personalFields: description.fields.filter(holdsWords).map(({ name }) => name),
    };
  }

  async *changes(window: Window): AsyncGenerator<Page> {
    await this.#prepare();
    yield* this.#explained('Case', window.since === null ? this.#allCases(window) : this.#changedCases(window));
    if (this.#settings.history) yield* this.#explained('CaseHistory2', this.#history(window));
  }

  async *#allCases(window: Window): AsyncGenerator<Page> {
    const mapped = mappedFields(this.#settings);
    const query = windowQuery('Case', askedNames(mapped), window, { isOrdered: false });
    for await (const page of bulkPages(this.#session, 'queryAll', query, this.#connection, this.#bulk)) {
      yield await readBulkCases(page, mapped, this.#connection);
    }
  }

  async *#changedCases(window: Window): AsyncGenerator<Page> {
    const mapped = mappedFields(this.#settings);
    const query = windowQuery('Case', askedNames(mapped), window, { isOrdered: true });
    for await (const rows of restPages(this.#session, 'queryAll', query)) yield readCases(rows, mapped);
  }

  async *#history(window: Window): AsyncGenerator<Page> {
    const rest = () => {
      return restPages(this.#session, 'query', windowQuery('CaseHistory2', historyFields, window, { isOrdered: true }));
    };
    const lots = window.since === null ? orElse(this.#allHistory(window), rest) : rest();
    for await (const rows of lots) yield { records: [], statusChanges: rows.flatMap(statusChange) };
  }

  async *#allHistory(window: Window): AsyncGenerator<readonly Row[]> {
    const query = windowQuery('CaseHistory2', historyFields, window, { isOrdered: false });
    for await (const page of bulkPages(this.#session, 'query', query, this.#connection, this.#bulk)) {
      yield await readColumns(this.#connection, page, historyFields);
    }
  }

  async *listIds(): AsyncGenerator<readonly string[]> {
    await this.#prepare();
    const pages = restPages(this.#session, 'query', select('Case', ['Id']));
    for await (const rows of this.#explained('Case', pages)) yield rows.map(([id]) => id ?? '');
  }

  /** Whatever would fail later is told before the first record is asked for. */
  async #prepare(): Promise<void> {
    const described = await this.#describe('Case');
    leaveRoom(described.answer, described.place);
    checkFields(described, mappedFields(this.#settings));
    if (this.#settings.history) await this.#describe('CaseHistory2');
  }

  async #describe(object: string) {
    return await describe(this.#session, object).catch((cause: unknown) => {
      throw this.#error(cause, object);
    });
  }

  /** By each status, as a case bears it, whether it means closed. */
  async #statuses(): Promise<Map<string, boolean>> {
    const closed = new Map<string, boolean>();
    const pages = restPages(
      this.#session,
      'query',
      select('CaseStatus', ['ApiName', 'IsClosed'], ' order by SortOrder'),
    );
    for await (const rows of this.#explained('CaseStatus', pages)) {
      for (const [name, isClosed] of rows) closed.set(name ?? '', isClosed === 'true');
    }
    return closed;
  }

  async *#explained<T>(object: string, pages: AsyncGenerator<T>): AsyncGenerator<T> {
    try {
      yield* pages;
    } catch (cause) {
      throw this.#error(cause, object);
    }
  }

  #error(cause: unknown, object: string): unknown {
    const place = this.#session.place(this.#session.versioned(`sobjects/${object}`));
    if (cause instanceof Refused && object === 'CaseHistory2') return historyRefused(place, cause.code);
    return refusalError(cause, place, object === 'Case' ? mappedFields(this.#settings) : []);
  }
}

/** Salesforce's documents do not say whether this object is open to jobs in bulk; a job refused has given no row. */
async function* orElse<T>(first: AsyncGenerator<T>, second: () => AsyncGenerator<T>): AsyncGenerator<T> {
  let hasGiven = false;
  try {
    for await (const item of first) {
      hasGiven = true;
      yield item;
    }
    return;
  } catch (cause) {
    if (hasGiven || !(cause instanceof Refused)) throw cause;
  }
  yield* second();
}

function statusChange([id, at, status]: Row): StatusChange[] {
  return id && at && status ? [{ id, at: instant(at), status }] : [];
}
