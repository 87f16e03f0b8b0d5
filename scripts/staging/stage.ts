/** Step 2, stage: the city's lists and the landed pages become `requests`, as they stood at the night's moment. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../src/contract/city.ts';
import type { RawField, Source } from '../../src/contract/sources.ts';
import { isFirst, isMerged, mergeLanded } from '../sources/merge-landed.ts';
import { findRuns, type LandedRun } from '../sources/runs.ts';
import type { DataFolders } from '../support/data-folders.ts';
import { OperatorError } from '../support/operator-error.ts';
import { countRows } from '../warehouse/copy-table.ts';
import { createNight } from '../warehouse/create-night.ts';
import { createTable, dropTables } from '../warehouse/create-table.ts';
import { loadCity } from '../warehouse/load-city.ts';
import { loadQuality } from '../warehouse/load-quality.ts';
import { loadRaw } from '../warehouse/load-raw.ts';
import { openRecordStore } from '../warehouse/record-store.ts';
import { findModels, type Model, runModels } from '../warehouse/models.ts';
import { readTable } from '../warehouse/read-rows.ts';

export interface StageOptions {
  readonly city: City;
  readonly folders: DataFolders;
  readonly connection: DuckDBConnection;
  /** An earlier moment than the one to which the sources are complete. */
  readonly asOf: Date | undefined;
  readonly onModel: (name: string) => void;
  /** Keeps the tables on the way too, for whoever looks into a delivery. */
  readonly isForLooking?: boolean;
}

export interface Staged {
  readonly asOf: Date;
  readonly requestCount: number;
}

/** What later steps read. The tables on the way to them hold the same records again, and are not written to the disk. */
const kept = ['requests', 'rejected_requests', 'staged_counts'];
const keeps = ({ name }: Model) => kept.includes(name);

export async function stage({
  city,
  folders,
  connection,
  asOf,
  onModel,
  isForLooking = false,
}: StageOptions): Promise<Staged> {
  const landed = await findLanded(city, folders, connection);
  refuseUnread(landed, folders);

  await loadCity(connection, city);
  await loadSources(connection, city, landed);
  await loadRaw(
    connection,
    [...landed].map(([{ id }, runs]) => ({
      source: id,
      files: isMerged(runs) ? 'merged' : runs.flatMap((run) => run.pages),
    })),
  );
  const models = await findModels(connection, [path.join(import.meta.dirname)]);
  const built = new Set<string>();
  await runModels(connection, models, ['source_moments'], built, { onModel, keeps });
  const moment = await findMoment(connection, city, landed, asOf);
  await createNight(connection, moment, city.settings);
  await loadQuality(connection, folders.quality);
  await runModels(connection, models, kept, built, { onModel, keeps });
  const onTheWay = [...built].filter((name) => !kept.includes(name));
  if (!isForLooking) await dropTables(connection, onTheWay);
  return { asOf: moment, requestCount: await countRows(connection, 'requests') };
}

/** The runs of each source; those that only say what has changed are merged. */
async function findLanded(
  city: City,
  folders: DataFolders,
  connection: DuckDBConnection,
): Promise<Map<Source, readonly LandedRun[]>> {
  const landed = new Map<Source, readonly LandedRun[]>();
  for (const source of city.settings.sources) landed.set(source, await findRuns(folders.raw, source.id));
  const changing = [...landed].filter(([, runs]) => isMerged(runs));
  if (changing.length > 0) await openRecordStore(connection, folders.records);
  for (const [source] of changing) await mergeLanded(connection, folders.raw, source.id);
  return landed;
}

function refuseUnread(landed: ReadonlyMap<Source, readonly LandedRun[]>, folders: DataFolders): void {
  const unread = [...landed].filter(([, runs]) => runs.length === 0);
  if (unread.length === 0) return;
  throw new OperatorError('RAW_MISSING', {
    exit: 'configuration',
    message: 'A source has never been pulled, so there is nothing to stage.',
    faults: unread.map(([source]) => ({
      where: path.join(folders.raw, source.id),
      expected: 'at least one whole run',
    })),
    remedy: 'Run the whole night, without --from: npm run nightly',
  });
}

async function loadSources(
  connection: DuckDBConnection,
  city: City,
  landed: ReadonlyMap<Source, readonly LandedRun[]>,
): Promise<void> {
  await createTable(
    connection,
    'sources',
    {
      source: 'varchar',
      time_zone: 'varchar',
      clock_tolerance_seconds: 'integer',
      sentinels: 'varchar[]',
      default_points: 'double[][]',
      read_at: 'timestamptz',
      has_id: 'boolean',
      has_closing: 'boolean',
      has_status: 'boolean',
      is_by_month: 'boolean',
      has_history: 'boolean',
      has_reopenings: 'boolean',
      is_watched: 'boolean',
    },
    [...landed].map(([source, runs]) => {
      const fields = new Set<RawField>(runs.flatMap((run) => run.fields));
      return {
        source: source.id,
        time_zone: (source.kind === 'files' ? source.time_zone : undefined) ?? city.settings.time_zone,
        clock_tolerance_seconds: source.clock_tolerance_seconds,
        sentinels: source.sentinels,
        default_points: source.default_points,
        read_at: runs.at(-1)?.read_at ?? null,
        has_id: fields.has('id'),
        has_closing: fields.has('closed_at'),
        has_status: fields.has('status') || fields.has('closure'),
        has_history: isMerged(runs),
        has_reopenings: isMerged(runs) || (fields.has('first_closed_at') && fields.has('first_reopened_at')),
        is_watched: !source.ended && !isFirst(runs),
        is_by_month: source.kind === 'files' && source.delivery === 'full_by_month',
      };
    }),
  );
}

/** The earliest moment to which the sources not ended are complete, or the earlier one asked for. */
async function findMoment(
  connection: DuckDBConnection,
  city: City,
  landed: ReadonlyMap<Source, readonly LandedRun[]>,
  asOf: Date | undefined,
): Promise<Date> {
  const rows = await readTable(connection, 'source_moments');
  const told = new Map(rows.map((row) => [String(row.source), row.until_ms === null ? null : Number(row.until_ms)]));
  const going = city.settings.sources.filter((source) => !source.ended);
  const moments = (going.length > 0 ? going : city.settings.sources).map((source) => {
    const declared = landed.get(source)?.at(-1)?.complete_until;
    return declared ? Date.parse(declared) : (told.get(source.id) ?? null);
  });
  const known = moments.filter((moment) => moment !== null);
  if (known.length === 0) {
    throw new OperatorError('SOURCE_EMPTY', {
      exit: 'check',
      message: 'No source delivered a record with a readable date.',
      faults: going.map((source) => ({ where: `source ${source.id}`, expected: 'records with dates' })),
      remedy: 'Compare the delivered file with date_format and fields in city.json, then: npm run nightly',
    });
  }
  const complete = Math.min(...known);
  return new Date(asOf === undefined ? complete : Math.min(complete, asOf.getTime()));
}
