/** An adapter over the fake server, its waits told and not waited for, and what a night of it brings. */

import type { Open311Source } from '../../../src/contract/sources.ts';
import { open311Source } from '../../../scripts/sources/open311/open311-source.ts';
import { nothingKnown, type Known, type RawRecord, type Source, type Window } from '../../../scripts/sources/source.ts';
import { HttpClient } from '../../../scripts/support/http-client.ts';
import type { Open311Server } from './serve-open311.ts';

export const settings = (server: Pick<Open311Server, 'url'>, changes: Partial<Open311Source> = {}): Open311Source => ({
  id: 'open311',
  ended: false,
  clock_tolerance_seconds: 0,
  sentinels: [],
  default_points: [],
  kind: 'open311',
  url: server.url,
  format: 'json',
  since: '2026-01-01',
  requests_per_second: 1,
  fields: {},
  ...changes,
});

export interface Adapter {
  readonly source: Source;
  /** The client's waits before it tries again, and the pace's between two questions. */
  readonly retryWaits: number[];
  readonly paceWaits: number[];
}

export function adapterOf(
  server: Open311Server,
  changes: Partial<Open311Source> = {},
  environment: Record<string, string> = {},
  connectMs = 10_000,
): Adapter {
  const [retryWaits, paceWaits]: [number[], number[]] = [[], []];
  const http = new HttpClient({
    now: server.now,
    random: () => 0,
    wait: async (milliseconds) => void retryWaits.push(milliseconds),
    connectMs,
  });
  const effects = {
    http,
    environment,
    now: () => new Date(server.now()),
    wait: async (milliseconds: number) => void paceWaits.push(milliseconds),
  };
  const city = { settings: { time_zone: 'America/Toronto' } };
  return { source: open311Source(settings(server, changes), city, effects), retryWaits, paceWaits };
}

export interface Read {
  /** In the order delivered, twice where it came twice. */
  readonly records: readonly RawRecord[];
  readonly pageSizes: readonly number[];
  readonly unlistedCount: number;
}

export async function readAll(source: Source, window: Window, known: Known = nothingKnown): Promise<Read> {
  const [records, pageSizes]: [RawRecord[], number[]] = [[], []];
  let unlistedCount = 0;
  for await (const page of source.changes(window, known)) {
    records.push(...(page.records as readonly RawRecord[]));
    pageSizes.push((page.records as readonly RawRecord[]).length);
    unlistedCount += page.unlistedCount ?? 0;
  }
  return { records, pageSizes, unlistedCount };
}

export const knowing = (ids: readonly string[]): Known => ({ ...nothingKnown, idsWithout: async () => ids });

export const distinctIds = (records: readonly RawRecord[]) => [...new Set(records.map(({ id }) => String(id)))].sort();
