/** Thirty nights over all that Boston answered (45,450 records), with every fault at once: nothing lost, nothing twice. */

import { isDeepStrictEqual } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { pullSource } from '../../../scripts/sources/pull-source.ts';
import type { RawRecord, Source } from '../../../scripts/sources/source.ts';
import { openWarehouse } from '../../../scripts/warehouse/open-warehouse.ts';
import { type Row, readRows } from '../../../scripts/warehouse/read-rows.ts';
import { idsWithoutStatus, openRecordStore } from '../../../scripts/warehouse/record-store.ts';
import { readBoston, type Recorded } from '../../fakes/open311/boston.ts';
import type { Fault } from '../../fakes/open311/break-answer.ts';
import { fewestSlices } from '../../fakes/open311/fewest-questions.ts';
import { adapterOf, type Read } from '../../fakes/open311/read-source.ts';
import type { FakeRow } from '../../fakes/open311/requests.ts';
import { serveOpen311, type Open311Server, type ServerHabits } from '../../fakes/open311/serve-open311.ts';
import { plantedIn } from '../../pipeline/find-planted.ts';
import { makeTemporaryFolder } from '../../publish/temporary-folder.ts';
import { findRealData } from '../../support/real-data.ts';

const DAY = 86_400_000;
const FIRST_DAY = Date.parse('2009-12-01T05:00:00Z');
const FIRST_NIGHT = Date.parse('2019-12-21T07:00:00Z');
const NIGHTS = 30;
/** An answer that does not come is given up so soon here. */
const SOON_MS = 500;

let server: Open311Server | undefined;
afterEach(() => server?.stop());

/** About one answer in eight goes wrong, each in its way. */
function faultOf(question: number): Fault | undefined {
  if (question % 97 === 50) return { kind: 'silent' };
  if (question % 29 === 11) return { kind: 'status', status: 429, retryAfter: '7' };
  if (question % 31 === 13) return { kind: 'status', status: 500 };
  if (question % 37 === 17) return { kind: 'cut' };
  if (question % 41 === 19) return { kind: 'cut in the middle' };
  return undefined;
}

interface Count {
  /** Questions that were answered, and the fewest with which one could do who knows all records beforehand. */
  asked: number;
  fewest: number;
}

interface Nights {
  /** Of each id the record that speaks for it, by id. */
  readonly lastStates: ReadonlyMap<string, Row>;
  readonly backfill: Count;
  readonly later: Count;
  /** Pages longer than an answer can be. */
  readonly longPages: number;
  /** Some of what was read, as it would be written. */
  readonly text: string;
}

type Habits = Partial<ServerHabits> & { readonly cap: number; readonly format: 'json' | 'xml' };

/** Each at seven in the morning (UTC), as the night pulls and merges. */
async function thirtyNights({ requests }: Recorded, habits: Habits): Promise<Nights> {
  server = await serveOpen311(requests, '2019-12-21T07:00:00Z', { ...habits, fault: faultOf });
  const { source } = adapterOf(server, { since: '2009-12-01', format: habits.format }, {}, SOON_MS);
  const times = requests.map(({ requestedAt }) => requestedAt);
  const [backfill, later] = [
    { asked: 0, fewest: 0 },
    { asked: 0, fewest: 0 },
  ];
  let [longPages, text] = [0, ''];
  const folder = await makeTemporaryFolder();
  const { connection, close } = await openWarehouse({ file: ':memory:' });
  await openRecordStore(connection, join(folder, 'records.duckdb'));
  for (let night = 0; night < NIGHTS; night++) {
    server.setClock(FIRST_NIGHT + night * DAY);
    const before = answeredBy(server);
    const open = await idsWithoutStatus(connection, source.id, 'closed');
    const { from, until, read } = await oneNight(source, server, connection, folder);
    const count = night > 0 ? later : backfill;
    count.asked += answeredBy(server) - before;
    count.fewest += fewestSlices(times, from, until, habits.cap) + Math.ceil(openBefore(from, read, open) / 50);
    longPages += read.pageSizes.filter((size) => size > habits.cap).length;
    text += JSON.stringify(read.records.slice(0, 500));
  }
  const lastStates = new Map((await readRows(connection, lastStatesQuery)).map((row) => [String(row['id']), row]));
  close();
  return { lastStates, backfill, later, longPages, text };
}

/** As staging chooses: the newest update, then the later delivered. */
const lastStatesQuery = `
  select id, requested_at, closed_at, due_at, updated_at, status, service, department, longitude, latitude
  from record_store.record_versions
  where id is not null
  qualify row_number() over (
    partition by id order by updated_at::timestamptz desc nulls last, delivery_order desc
  ) = 1`;

/** Pulled and merged; what was read on the way is looked at as it passes. */
async function oneNight(source: Source, { now }: Open311Server, connection: DuckDBConnection, raw: string) {
  const read = { records: [] as RawRecord[], pageSizes: [] as number[], unlistedCount: 0 };
  let [from, until] = [FIRST_DAY, 0];
  const watched: Source = {
    ...source,
    async *changes(window, known) {
      from = window.since?.getTime() ?? FIRST_DAY;
      until = window.until.getTime();
      for await (const page of source.changes(window, known)) {
        const records = page.records as readonly RawRecord[];
        read.records.push(...records);
        read.pageSizes.push(records.length);
        yield page;
      }
    },
  };
  const options = { source: watched, raw, connection, now: new Date(now()), asOf: undefined };
  await pullSource({ ...options, accepted: new Set<string>(), onProgress: () => {} });
  return { from, until, read };
}

/** Without the question for the clock, and without those that went wrong. */
function answeredBy({ asked }: Open311Server): number {
  return asked.filter((url, index) => !faultOf(index) && !url.pathname.includes('/services.')).length;
}

/** How many open requests are not among those made since. */
function openBefore(from: number, { records }: Read, open: readonly string[]): number {
  const recent = records.filter(({ requested_at }) => Date.parse(requested_at ?? '') >= from);
  const ids = new Set(recent.map(({ id }) => id));
  return open.filter((id) => !ids.has(id)).length;
}

/** As the record must be, from the row as it was recorded. */
function expectedOf(row: FakeRow): RawRecord {
  const [requested, updated] = [String(row['requested_datetime']), String(row['updated_datetime'])];
  return {
    id: String(row['service_request_id']),
    requested_at: requested,
    closed_at: row['status'] === 'closed' ? updated : null,
    due_at: null,
    updated_at: Date.parse(updated) < Date.parse(requested) ? null : updated,
    status: String(row['status']),
    service: String(row['service_name']),
    department: null,
    longitude: String(row['long']),
    latitude: String(row['lat']),
  };
}

const everyKind = [
  { cap: 1000, order: 'newest first', pastTheEnd: 'last again', ends: 'in', format: 'json', updates: 'refused' },
  { cap: 200, order: 'by number', pastTheEnd: 'empty', ends: 'in', format: 'xml', updates: 'ignored' },
  { cap: 50, order: 'last changed first', pastTheEnd: 'last again', ends: 'out', format: 'json', updates: 'refused' },
  { cap: 500, order: 'oldest first', pastTheEnd: 'last again', ends: 'out', format: 'json', updates: 'work' },
] as const;
const isSoak = process.env['PLAINVIEW_SOAK'] === '1';

test.for(isSoak ? everyKind : everyKind.slice(0, 1))(
  'a cap of $cap, $order, $format, updated_after $updates: each request once, in its last state',
  { timeout: 600_000 },
  async (habits, context) => {
    const data = findRealData('open311-boston');
    if (!data.present) return context.skip(data.reason);
    const recorded = readBoston(data.folder);
    expect(recorded).toMatchObject({ pageCount: 48, recordCount: 45_450, lastStates: { size: 45_393 } });

    const { lastStates, backfill, later, longPages, text } = await thirtyNights(recorded, {
      ...habits,
      tickMs: 20_000,
    });
    if (isSoak) process.stdout.write(`${JSON.stringify({ ...habits, backfill, later })}\n`);

    const expected = [...recorded.lastStates].map(([id, row]) => [id, expectedOf(row)] as const);
    expect(lastStates.size).toBe(expected.length);
    expect(expected.filter(([id, record]) => !isDeepStrictEqual({ ...lastStates.get(id) }, record))).toEqual([]);
    expect({ longPages, planted: plantedIn(text) }).toEqual({ longPages: 0, planted: [] });
    // Halving finds what one cannot know; after the first night there is little left to find.
    expect(backfill.asked).toBeLessThan(backfill.fewest * 3.5);
    expect(later.asked).toBeLessThan(later.fewest * 1.5);
  },
);
