/** One run of one source: what to ask for, its pages landed one by one, and whether too much of it is gone. */

import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { landPage, landRows } from '../warehouse/land-page.ts';
import { countMissed, idsWithoutStatus, landAbsent } from '../warehouse/record-store.ts';
import { mergeLanded } from './merge-landed.ts';
import { type PlannedRun, planRun } from './plan-run.ts';
import { refuseVanished, type Vanished, vanishedSince } from './refuse-vanished.ts';
import { beginRun, finishRun, findRuns, type LandedRun, pageFile } from './runs.ts';
import type { Known, Source } from './source.ts';

export interface PullSourceOptions {
  readonly source: Source;
  readonly raw: string;
  readonly connection: DuckDBConnection;
  readonly now: Date;
  readonly asOf: Date | undefined;
  readonly accepted: ReadonlySet<string>;
  /** Records of this source so far. */
  readonly onProgress: (records: number) => void;
}

export interface PulledSource {
  readonly recordCount: number;
  readonly notes: readonly string[];
}

/** Throws whatever the source throws, and SOURCE_REQUESTS_VANISH; the runs before it then stand. */
export async function pullSource(options: PullSourceOptions): Promise<PulledSource> {
  const { source, raw, connection, now, asOf } = options;
  const isDelta = source.delivery === 'delta';
  const runs = isDelta ? await mergeLanded(connection, raw, source.id) : await findRuns(raw, source.id);
  const complete = await source.completeUntil(now);
  const until = earliest(asOf, complete ?? now);
  const plan = isDelta && complete !== null ? planRun(runs, until) : wholeRun(until);
  if (plan === null) return { recordCount: 0, notes: [] };

  const partial = await beginRun(raw, source.id, now);
  const landed = await landPages(options, plan, knownBy(connection, source.id, runs), partial);
  const vanished = await findVanished(options, plan, runs, partial, landed);
  if (vanished !== null) refuseVanished(source.id, vanished, options.accepted);
  await finishRun(partial, {
    source: source.id,
    read_at: now.toISOString(),
    complete_until: complete === null ? null : earliest(asOf, complete).toISOString(),
    delivery: source.delivery,
    fields: [...source.fields],
    page_count: landed.pageCount,
    record_count: landed.recordCount,
    since: plan.since?.toISOString() ?? null,
    until: until.toISOString(),
    is_self_check: plan.isSelfCheck,
    is_reconciled: plan.reconciles && source.listIds !== undefined,
    deleted_count: landed.deletedCount + (isDelta ? (vanished?.count ?? 0) : 0),
    unlisted_count: landed.unlistedCount,
    page_names: landed.pageNames,
  });
  if (isDelta) await mergeLanded(connection, raw, source.id);
  return { recordCount: landed.recordCount, notes: await describe(options, plan, landed, vanished) };
}

const earliest = (asOf: Date | undefined, complete: Date) =>
  asOf === undefined || asOf.getTime() > complete.getTime() ? complete : asOf;

function wholeRun(until: Date): PlannedRun {
  return { since: null, until, isSelfCheck: false, reconciles: false, dueFrom: null };
}

function knownBy(connection: DuckDBConnection, source: string, runs: readonly LandedRun[]): Known {
  return {
    idsWithout: (status) => idsWithoutStatus(connection, source, status),
    pageNames: new Set(runs.flatMap((run) => run.page_names)),
  };
}

interface Landed {
  pageCount: number;
  recordCount: number;
  deletedCount: number;
  unlistedCount: number;
  pageNames: string[];
}

async function landPages(
  { source, connection, onProgress }: PullSourceOptions,
  window: PlannedRun,
  known: Known,
  partial: string,
): Promise<Landed> {
  const landed: Landed = { pageCount: 0, recordCount: 0, deletedCount: 0, unlistedCount: 0, pageNames: [] };
  for await (const { records, deletions = [], statusChanges = [], unlistedCount = 0, name } of source.changes(
    window,
    known,
  )) {
    const file = (kind: 'records' | 'deletions' | 'status_changes') => pageFile(partial, landed.pageCount, kind);
    landed.recordCount += await landPage(connection, records, file('records'));
    if (deletions.length > 0) await landRows(connection, ['id', 'at'], deletions, file('deletions'));
    if (statusChanges.length > 0) {
      await landRows(connection, ['id', 'at', 'status'], statusChanges, file('status_changes'));
    }
    landed.pageCount += 1;
    landed.deletedCount += deletions.length;
    landed.unlistedCount += unlistedCount;
    if (name !== undefined) landed.pageNames.push(name);
    onProgress(landed.recordCount);
  }
  return landed;
}

/** Of a whole delivery, what the one before held and it does not; of changes, what the source lists no longer. */
async function findVanished(
  { source, connection }: PullSourceOptions,
  plan: PlannedRun,
  runs: readonly LandedRun[],
  partial: string,
  { pageCount }: Landed,
): Promise<Vanished | null> {
  if (source.delivery === 'full') {
    const pages = Array.from({ length: pageCount }, (_, index) => pageFile(partial, index));
    return await vanishedSince(connection, runs.at(-1), pages, plan.until, source.fields.has('id'));
  }
  if (!plan.reconciles || source.listIds === undefined) return null;
  const listed: string[] = [];
  for await (const ids of source.listIds()) {
    const file = path.join(partial, `listed-${listed.length}.parquet`);
    await landRows(
      connection,
      ['id'],
      ids.map((id) => ({ id })),
      file,
    );
    listed.push(file);
  }
  if (listed.length === 0) await landRows(connection, ['id'], [], path.join(partial, 'listed-0.parquet'));
  const files = listed.length === 0 ? [path.join(partial, 'listed-0.parquet')] : listed;
  const deletions = pageFile(partial, pageCount, 'deletions');
  const { knownCount, absentCount } = await landAbsent(
    connection,
    source.id,
    files,
    plan.until.toISOString(),
    deletions,
  );
  await Promise.all(files.map((file) => rm(file)));
  if (absentCount === 0) await rm(deletions);
  return { before: knownCount, count: absentCount };
}

async function describe(
  { source, connection }: PullSourceOptions,
  plan: PlannedRun,
  landed: Landed,
  vanished: Vanished | null,
): Promise<string[]> {
  const notes: string[] = [];
  const say = (words: string) => notes.push(`source ${source.id}: ${words}`);
  if (plan.reconciles && vanished !== null && vanished.count > 0) {
    say(`${vanished.count} requests are listed no longer, and count as deleted`);
  }
  if (landed.unlistedCount > 0)
    say(`${landed.unlistedCount} open requests are listed no longer, and stay as they were`);
  if (plan.isSelfCheck && plan.dueFrom !== null) {
    const missed = await countMissed(connection, source.id, plan.dueFrom);
    say(
      missed === 0
        ? 'the nights lost nothing of the last 400 days'
        : `${missed} changes of the last 400 days had escaped the nights, and are in now`,
    );
  }
  return notes;
}
