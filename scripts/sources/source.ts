/** The one contract behind which each kind of upstream is an adapter. */

import type { RawField } from '../../src/contract/city.ts';

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

export interface Page {
  /** Records in the order delivered: of two with one id and time, the later wins. */
  readonly records: readonly RawRecord[] | RawFile;
  /** Where to go on after this page. */
  readonly cursor: string;
  /** The upstream's own clock, where it tells; for measuring skew. */
  readonly serverDate: Date | null;
}

export interface Window {
  /** Inclusive; null means from the beginning. */
  readonly since: Date | null;
  /** Exclusive: nothing that happened at or after it is asked for. */
  readonly until: Date;
}

export interface Discovery {
  readonly types: readonly string[];
  readonly statuses: readonly string[];
  readonly fields: readonly string[];
}

export interface Source {
  readonly id: string;
  /** Which of the fields this source can give. */
  readonly fields: ReadonlySet<RawField>;
  /** `full`: what is absent from a delivery is gone. `delta`: it is only unchanged. */
  readonly delivery: 'full' | 'delta';
  discover(): Promise<Discovery>;
  changes(window: Window): AsyncIterable<Page>;
  deletes(window: Window): Promise<readonly string[] | 'unsupported'>;
  listIds(): AsyncIterable<string>;
  /**
   * The moment to which the source is complete: declared or known. Null where only its newest record tells,
   * as for a file without a declared instant.
   */
  completeUntil(now: Date): Date | null;
}
