/** Thirty nights over all that Boston answered (45,450 records), with every fault at once: nothing lost, nothing twice. */

import { isDeepStrictEqual } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { nothingKnown, type RawRecord } from '../../../scripts/sources/source.ts';
import type { Fault } from '../../fakes/open311/break-answer.ts';
import { readBoston, type Recorded } from '../../fakes/open311/boston.ts';
import { fewestSlices, LastStates } from '../../fakes/open311/fewest-questions.ts';
import { adapterOf, readAll } from '../../fakes/open311/read-source.ts';
import type { FakeRow } from '../../fakes/open311/requests.ts';
import { serveOpen311, type Open311Server, type ServerHabits } from '../../fakes/open311/serve-open311.ts';
import { plantedIn } from '../../pipeline/find-planted.ts';
import { findRealData } from '../../support/real-data.ts';

const DAY = 86_400_000;
const FIRST_NIGHT = Date.parse('2019-12-21T07:00:00Z');
const NIGHTS = 30;
const OVERLAP = 2 * DAY;

let server: Open311Server | undefined;
afterEach(() => server?.stop());

/** About one answer in six goes wrong, each in its way. */
function faults(question: number): Fault | undefined {
  if (question % 97 === 50) return { kind: 'silent' };
  if (question % 29 === 11) return { kind: 'status', status: 429, retryAfter: '7' };
  if (question % 31 === 13) return { kind: 'status', status: 500 };
  if (question % 37 === 17) return { kind: 'cut' };
  if (question % 41 === 19) return { kind: 'cut in the middle' };
  return undefined;
}

interface Nights {
  readonly store: LastStates;
  readonly fewest: number;
  readonly nameless: number;
  readonly text: string;
}

/** Each at seven in the morning (UTC), from 48 hours before the end of the last. */
async function thirtyNights({ requests }: Recorded, habits: Partial<ServerHabits>): Promise<Nights> {
  server = await serveOpen311(requests, '2019-12-21T07:00:00Z', { ...habits, fault: faults });
  const { source } = adapterOf(server, { since: '2009-12-01', format: habits.format! });
  const store = new LastStates();
  const times = requests.map(({ requestedAt }) => requestedAt);
  let [fewest, nameless, text] = [0, 0, ''];
  let since: number | null = null;
  for (let night = 0; night < NIGHTS; night++) {
    server.setClock(FIRST_NIGHT + night * DAY);
    const until = (await source.completeUntil(new Date(server.now())))!;
    const open = store.idsWithout('closed');
    const { records } = await readAll(
      source,
      { since: since === null ? null : new Date(since), until },
      { ...nothingKnown, idsWithout: async () => open },
    );
    const from = since ?? Date.parse('2009-12-01T05:00:00Z');
    const inSlices = new Set(
      records.filter(({ requested_at }) => Date.parse(requested_at ?? '') >= from).map(({ id }) => id),
    );
    const others = since === null ? 0 : open.filter((id) => !inSlices.has(id)).length;
    fewest += fewestSlices(times, from, until.getTime(), habits.cap!) + Math.ceil(others / 50) + 1;
    nameless += records.filter(({ id }) => !id).length;
    store.take(records);
    text += JSON.stringify(night === 0 ? records.slice(0, 500) : records);
    since = until.getTime() - OVERLAP;
  }
  return { store, fewest, nameless, text };
}

/** As the record must be, from the row as it was recorded. */
function expectedOf(row: FakeRow): RawRecord {
  const [requested, updated] = [String(row['requested_datetime']), String(row['updated_datetime'])];
  const text = (name: string) => (row[name] === undefined ? null : String(row[name]));
  return {
    id: text('service_request_id'),
    requested_at: requested,
    closed_at: row['status'] === 'closed' ? updated : null,
    due_at: null,
    updated_at: Date.parse(updated) < Date.parse(requested) ? null : updated,
    status: text('status'),
    service: text('service_name'),
    department: null,
    longitude: text('long'),
    latitude: text('lat'),
  };
}

test.each([
  { cap: 1000, order: 'newest first', pastTheEnd: 'last again', ends: 'in', format: 'json' },
  { cap: 50, order: 'last changed first', pastTheEnd: 'last again', ends: 'out', format: 'json' },
  { cap: 200, order: 'by number', pastTheEnd: 'empty', ends: 'in', format: 'xml' },
] as const)(
  'a cap of $cap, $order, ends $ends, $format',
  async (habits) => {
    const data = findRealData('open311-boston');
    if (!data.present) throw new Error(data.reason);
    const recorded = readBoston(data.folder);
    expect(recorded).toMatchObject({ pageCount: 48, recordCount: 45_450 });
    const t = performance.now();
    const { store, fewest, nameless, text } = await thirtyNights(recorded, { ...habits, tickMs: 20_000 });
    console.log(
      habits,
      'fewest',
      fewest,
      'answered',
      server!.answered.length,
      'asked',
      server!.asked.length,
      performance.now() - t,
      nameless,
    );
    expect(store.byId.size).toBe(recorded.lastStates.size);
    const expected = new Map([...recorded.lastStates].map(([id, row]) => [id, expectedOf(row)]));
    const differ = [...expected].filter(([id, record]) => !isDeepStrictEqual({ ...store.byId.get(id) }, record));
    expect(differ.map(([id, record]) => [store.byId.get(id), record]).slice(0, 3)).toEqual([]);
    expect(plantedIn(text)).toEqual([]);
  },
  300_000,
);
