/** The one contract behind which each kind of upstream is an adapter. */

import type { RawField } from '../../src/contract/sources.ts';

/**
 * One record, cut to the allow-list before it left the adapter. Times are ISO 8601 text: an instant with its offset,
 * a local time without one, or a date. What the adapter could not read as a time stays as it was written.
 */
export type RawRecord = { readonly [Field in RawField]?: string | null };

/** A file of records that DuckDB reads and cuts to the allow-list itself, without passing through JavaScript. */
export interface RawFile {
  /** The query that yields columns named after the fields, as text; it selects nothing outside the allow-list. */
  readonly query: string;
  readonly name: string;
  /** Runs beside the query, where the file must be handed over rather than read. */
  readonly feed?: () => Promise<void>;
  /** What a failure of the query means, as an error that repeats nothing of the file. */
  readonly explain?: (cause: unknown) => unknown;
  /** When the page has landed, or has not. */
  readonly close?: () => Promise<void>;
}

/** A request that the source no longer holds. `at` is when it went, or was seen to be gone: ISO 8601 with its offset. */
export interface Deletion {
  readonly id: string;
  readonly at: string;
}

/** One entry of a source's own history: from `at` (ISO 8601 with its offset) on, the request had this status. */
export interface StatusChange {
  readonly id: string;
  readonly at: string;
  readonly status: string;
}

export interface Page {
  /** Of a page that is handled once and for all, whatever it is called: see `Known.pageNames`. */
  readonly name?: string;
  /** Records in the order delivered: of two with one id and time, the later wins. */
  readonly records: readonly RawRecord[] | RawFile;
  readonly deletions?: readonly Deletion[];
  readonly statusChanges?: readonly StatusChange[];
  /** Open requests that the source was asked for and did not list: they stay as they were. */
  readonly unlistedCount?: number;
}

export interface Window {
  /** Inclusive; null means from the beginning. */
  readonly since: Date | null;
  /** Exclusive: nothing that happened at or after it is asked for. */
  readonly until: Date;
}

/** What earlier nights brought, for sources that must be asked again for what they do not tell of themselves. */
export interface Known {
  /** Ids of the requests whose newest record bears another status than this, regardless of case. */
  idsWithout(status: string): Promise<readonly string[]>;
  /** Names of the pages handled by earlier runs. */
  readonly pageNames: ReadonlySet<string>;
}

/** On the first night. */
export const nothingKnown: Known = { idsWithout: async () => [], pageNames: new Set() };

export interface Discovery {
  /** Who we are to the source, in its words; null where it knows no one. */
  readonly identity: string | null;
  readonly types: readonly string[];
  readonly statuses: readonly string[];
  /** Those of the statuses that mean closed to the source itself; absent where it does not say. */
  readonly closedStatuses?: readonly string[];
  /** The names, as the source writes them, of the fields that it offers. */
  readonly fields: readonly string[];
  /** Those of them that hold somebody's words or contact by their type, whatever they are called. */
  readonly personalFields?: readonly string[];
}

/** Each method throws an OperatorError of those in source-errors.ts; no message holds a secret, an id or a record. */
export interface Source {
  readonly id: string;
  /** Which of the fields this source can give. */
  readonly fields: ReadonlySet<RawField>;
  /** `full`: what is absent from a delivery is gone. `delta`: it is only unchanged. */
  readonly delivery: 'full' | 'delta';
  /** Asks for no request: who we are, and what there is. */
  discover(): Promise<Discovery>;
  /**
   * The moment to which the source is complete: declared or known, by its own clock. Null where only its newest record
   * tells, as for a file without a declared instant.
   */
  completeUntil(now: Date): Promise<Date | null>;
  changes(window: Window, known: Known): AsyncIterable<Page>;
  /** The ids of all requests that it holds now, in lots; absent where it cannot tell. */
  listIds?(): AsyncIterable<readonly string[]>;
}
