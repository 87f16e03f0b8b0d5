/**
 * Every different version of every record of the sources that deliver changes, in `records.duckdb` beside the
 * warehouse. It holds nothing that the runs in `raw/` do not: it may be deleted, and is then made again from them.
 */

import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { rawFields } from '../../src/contract/sources.ts';
import { quoteName, quoteText } from './quote.ts';
import { readRows } from './read-rows.ts';

/** Of one run, as landed: Parquet files in the order delivered. */
export interface MergedFiles {
  readonly name: string;
  readonly pages: readonly string[];
  readonly deletions: readonly string[];
  readonly statusChanges: readonly string[];
}

/** A run's place is in the upper digits of the order, a page's in the middle, a row's in the lower ones. */
const RUN_STEP = 100_000_000_000_000n;
const PAGE_STEP = 1_000_000_000;

/** Another number makes the store anew: a change of its tables, of the fields, or of the database's own hash. */
const SHAPE = `1 ${rawFields.join()}`;

/** Attaches the store as `record_store`, made anew if it is of another shape or another version of the database. */
export async function openRecordStore(connection: DuckDBConnection, file: string): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // What a database in memory cannot hold goes beside the store, and not where the command was started.
  const [{ spills }] = (await readRows(connection, `select current_setting('temp_directory') as spills`)) as [
    { spills: string },
  ];
  if (spills === '.tmp') {
    await connection.run(`set temp_directory = ${quoteText(path.join(folder, 'records.tmp'))}`);
  }
  await attach(connection, file);
  const [made] = await readRows(connection, 'select shape from record_store.shape').catch(() => []);
  const [{ version }] = (await readRows(connection, 'select version() as version')) as [{ version: string }];
  const shape = `${version} ${SHAPE}`;
  if (made?.['shape'] === shape) return;
  await connection.run('detach record_store');
  await Promise.all(['', '.wal'].map((suffix) => rm(`${file}${suffix}`, { force: true })));
  await attach(connection, file);
  const fields = rawFields.map((field) => `${quoteName(field)} varchar`).join(', ');
  await inTransaction(connection, [
    `create table record_store.record_versions (source varchar, delivery_order bigint, content_hash ubigint, ${fields})`,
    'create table record_store.deletions (source varchar, id varchar, "at" varchar)',
    'create table record_store.status_changes (source varchar, id varchar, "at" varchar, status varchar)',
    'create table record_store.merged_runs (source varchar, run varchar, run_number bigint)',
    `create table record_store.shape as select ${quoteText(shape)} as shape`,
  ]);
}

async function attach(connection: DuckDBConnection, file: string): Promise<void> {
  await connection.run(`attach ${quoteText(file)} as record_store`);
}

/**
 * Merges the runs of a source that are not yet merged, oldest first, each in one transaction. Merged again from the
 * beginning where the merged ones are no longer those that `runs` begins with.
 */
export async function mergeRuns(
  connection: DuckDBConnection,
  source: string,
  runs: readonly MergedFiles[],
): Promise<void> {
  const merged = await mergedRuns(connection, source);
  const isBeginning = merged.every((run, place) => run === runs[place]?.name);
  if (!isBeginning) await forget(connection, source);
  const from = isBeginning ? merged.length : 0;
  await withMemory(connection, '800 MiB', async () => {
    for (const [place, run] of runs.entries()) if (place >= from) await mergeRun(connection, source, run, place);
  });
}

/** Five million records are merged in 27 s so, in 18 with three times as much (2026): a small machine has more to do at night. */
async function withMemory(connection: DuckDBConnection, limit: string, work: () => Promise<void>): Promise<void> {
  const [before] = await readRows(connection, `select current_setting('memory_limit') as memory`);
  await connection.run(`set memory_limit = ${quoteText(limit)}`);
  try {
    await work();
  } finally {
    await connection.run(`set memory_limit = ${quoteText(String(before?.['memory']))}`);
  }
}

async function mergedRuns(connection: DuckDBConnection, source: string): Promise<string[]> {
  const query = `select run from record_store.merged_runs where source = ${quoteText(source)} order by run_number`;
  return (await readRows(connection, query)).map((row) => String(row['run']));
}

async function forget(connection: DuckDBConnection, source: string): Promise<void> {
  const tables = ['record_versions', 'deletions', 'status_changes', 'merged_runs'];
  await inTransaction(
    connection,
    tables.map((table) => `delete from record_store.${table} where source = ${quoteText(source)}`),
  );
}

async function mergeRun(
  connection: DuckDBConnection,
  source: string,
  { name, pages, deletions, statusChanges }: MergedFiles,
  place: number,
): Promise<void> {
  const of = quoteText(source);
  const lots = await inLots(pages);
  await inTransaction(connection, [
    ...lots.map((lot) => newVersions(of, lot, place)),
    ...(deletions.length > 0 ? [newRows('deletions', of, ['id', 'at'], deletions)] : []),
    ...(statusChanges.length > 0 ? [newRows('status_changes', of, ['id', 'at', 'status'], statusChanges)] : []),
    `insert into record_store.merged_runs values (${of}, ${quoteText(name)}, ${place})`,
  ]);
}

/** Of packed pages: some 200,000 records are compared at once, however many a first load brings. */
const LOT_BYTES = 8e6;

/** In their order; a page that is larger is a lot by itself. */
async function inLots(files: readonly string[]): Promise<string[][]> {
  const lots: string[][] = [];
  let room = 0;
  for (const file of files) {
    const { size } = await stat(file);
    if (size > room || lots.length === 0) {
      lots.push([]);
      room = LOT_BYTES;
    }
    lots.at(-1)?.push(file);
    room -= size;
  }
  return lots;
}

/**
 * A record that bears the time of its last update is new if its id never had this content: delivered again, late or
 * twice, it changes nothing. One without such a time is new if it differs from the one delivered before it.
 */
function newVersions(source: string, pages: readonly string[], place: number): string {
  const fields = rawFields.map(quoteName).join(', ');
  const page = `regexp_extract(filename, '(\\d+)\\.parquet$', 1)::bigint`;
  return `
    insert into record_store.record_versions
    with
      landed as not materialized (
        select
          ${BigInt(place) * RUN_STEP} + ${page} * ${PAGE_STEP} + file_row_number as delivery_order,
          hash(${fields}) as content_hash,
          id is not null and updated_at is null as is_undated,
          ${fields}
        from read_parquet(${list(pages)}, filename = true, file_row_number = true)
      ),
      last_landed as (
        select landed.*
        from landed
        semi join (
          select max(delivery_order) as delivery_order
          from landed
          group by id, case when not is_undated then content_hash end
        ) as last on landed.delivery_order = last.delivery_order
      ),
      new_dated as (
        select dated.*
        from (from last_landed where not is_undated) as dated
        anti join (from record_store.record_versions where source = ${source}) as known
          on dated.content_hash = known.content_hash and dated.id is not distinct from known.id
      ),
      before as (
        select id, arg_max(content_hash, delivery_order) as content_hash
        from record_store.record_versions
        where source = ${source} and id in (select id from landed where is_undated)
        group by all
      ),
      new_undated as (
        select undated.*
        from (from last_landed where is_undated) as undated
        left join before on undated.id = before.id
        where before.content_hash is distinct from undated.content_hash
      )
    select ${source}, delivery_order, content_hash, ${fields}
    from (from new_dated union all from new_undated)
    order by delivery_order`;
}

function newRows(table: string, source: string, names: readonly string[], files: readonly string[]): string {
  const columns = names.map(quoteName).join(', ');
  return `
    insert into record_store.${table}
    select ${source}, ${columns} from (select distinct ${columns} from read_parquet(${list(files)})) as landed
    anti join (select ${columns} from record_store.${table} where source = ${source}) as known using (${columns})`;
}

/** Ids whose newest record bears another status: for sources that are asked again for each of these. */
export async function idsWithoutStatus(
  connection: DuckDBConnection,
  source: string,
  status: string,
): Promise<string[]> {
  const rows = await readRows(
    connection,
    `select id
     from record_store.record_versions
     where source = ${quoteText(source)} and id is not null
     group by id
     having lower(trim(arg_max(coalesce(status, ''), (${moment('updated_at')}, delivery_order)))) <> ${quoteText(status.toLowerCase())}
     order by id`,
  );
  return rows.map((row) => String(row['id']));
}

export interface Absent {
  /** Records of the store that were not deleted before. */
  readonly knownCount: number;
  readonly absentCount: number;
}

/**
 * The ids of the store that a source no longer lists go into `file` as deletions at `at`. `listed` are Parquet files
 * with the column `id`.
 */
export async function landAbsent(
  connection: DuckDBConnection,
  source: string,
  listed: readonly string[],
  at: string,
  file: string,
): Promise<Absent> {
  const known = `
    select distinct id from record_store.record_versions as versions
    where source = ${quoteText(source)} and id is not null and not exists (
      select 1 from record_store.deletions
      where deletions.source = versions.source and deletions.id = versions.id and ${moment('deletions."at"')} >= ${moment('versions.updated_at')}
    )`;
  const absent = `${known} and id not in (select id from read_parquet(${list(listed)}) where id is not null)`;
  const [counted] = await readRows(connection, `select (select count(*) from (${known})) as known_count`);
  const copied = await connection.runAndReadAll(
    `copy (select id, ${quoteText(at)} as "at" from (${absent}) order by id) to ${quoteText(file)} (format parquet)`,
  );
  return { knownCount: Number(counted?.['known_count']), absentCount: Number(copied.getRows()[0]?.[0] ?? 0) };
}

/** How many versions the newest run brought whose update is older than `before`: what the nights before had missed. */
export async function countMissed(connection: DuckDBConnection, source: string, before: Date): Promise<number> {
  const [row] = await readRows(
    connection,
    `select count(*) as missed_count
     from record_store.record_versions
     where source = ${quoteText(source)}
       and delivery_order >= (select max(run_number) from record_store.merged_runs where source = ${quoteText(source)}) * ${RUN_STEP}
       and try_cast(updated_at as timestamptz) < ${quoteText(before.toISOString())}::timestamptz`,
  );
  return Number(row?.['missed_count'] ?? 0);
}

async function inTransaction(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  await connection.run('begin');
  try {
    for (const statement of statements) await connection.run(statement);
    await connection.run('commit');
  } catch (cause) {
    await connection.run('rollback').catch(() => {});
    throw cause;
  }
}

/** Times come with whatever offset the source writes; a record that tells none is older than any. */
function moment(text: string): string {
  return `coalesce(try_cast(${text} as timestamptz), '-infinity'::timestamptz)`;
}

function list(files: readonly string[]): string {
  return `[${files.map(quoteText).join(', ')}]`;
}
