/** Boston's recorded requests with a history: each comes when it was made, and takes its last state when it was updated. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FakeRequest, FakeRow } from './requests.ts';

const HOUR = 3_600_000;

export interface Recorded {
  readonly pageCount: number;
  readonly recordCount: number;
  /** One for each id, and the two that bear none. */
  readonly requests: readonly FakeRequest[];
  /** By id; the newest update counts, else what stands later. */
  readonly lastStates: ReadonlyMap<string, FakeRow>;
}

export function readBoston(folder: string): Recorded {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json.gz'))
    .sort();
  const rows = files.flatMap((name) => JSON.parse(String(gunzipSync(readFileSync(join(folder, name))))) as FakeRow[]);
  const lastStates = new Map<string, FakeRow>();
  const nameless: FakeRow[] = [];
  for (const row of rows) {
    const id = row['service_request_id'];
    if (typeof id !== 'string') nameless.push(row);
    else if (!(timeOf(lastStates.get(id), 'updated_datetime') > timeOf(row, 'updated_datetime')))
      lastStates.set(id, row);
  }
  const requests = [...lastStates.values(), ...nameless].map((row, index) => requestOf(row, index));
  return { pageCount: files.length, recordCount: rows.length, requests, lastStates };
}

/** One in twenty is listed late, by up to 40 hours: entered from paper, or held back for a look. */
function requestOf(row: FakeRow, index: number): FakeRequest {
  const requestedAt = timeOf(row, 'requested_datetime') || timeOf(row, 'updated_datetime');
  const delay = index % 20 === 0 ? ((index * 7919) % 40) * HOUR : 0;
  return { requestedAt, listedAt: requestedAt + delay, updatedAt: timeOf(row, 'updated_datetime'), last: row };
}

function timeOf(row: FakeRow | undefined, name: string): number {
  return Date.parse(String(row?.[name]));
}
