/** A small city whose one source a test makes itself: nights of pull, merge and stage, and the requests they end with. */

import { join } from 'node:path';
import type { Page, Source } from '../../../scripts/sources/source.ts';
import { pullSource } from '../../../scripts/sources/pull-source.ts';
import { stage } from '../../../scripts/staging/stage.ts';
import { dataFolders } from '../../../scripts/support/data-folders.ts';
import { readCity } from '../../../scripts/support/read-city/read-city.ts';
import { openWarehouse } from '../../../scripts/warehouse/open-warehouse.ts';
import { type Row, readRows } from '../../../scripts/warehouse/read-rows.ts';
import { openRecordStore } from '../../../scripts/warehouse/record-store.ts';
import { setCityZone, setSurrogateKey } from '../../../scripts/warehouse/set-variables.ts';
import { makeTemporaryFolder } from '../../publish/temporary-folder.ts';
import { writeSmallCity } from '../../pipeline/small-city.ts';

/** One state of one request, from `updated_at` on. */
export interface Version {
  readonly id: string;
  readonly requested_at: string;
  readonly updated_at: string | null;
  readonly closed_at?: string | null;
  readonly due_at?: string | null;
  readonly status: 'Open' | 'Closed';
  readonly service?: string;
}

const fields = new Set([
  'id',
  'requested_at',
  'closed_at',
  'due_at',
  'updated_at',
  'status',
  'service',
  'channel',
  'area',
] as const);

/** A source of changes named `crm`; what a test does not say, it does not do. */
export function crmSource(parts: Partial<Source>): Source {
  return {
    id: 'crm',
    fields,
    delivery: 'delta',
    discover: async () => ({ identity: null, types: [], statuses: [], fields: [] }),
    completeUntil: async (now) => now,
    async *changes() {},
    ...parts,
  };
}

export function pageOf(versions: readonly Version[], more: Omit<Page, 'records'> = {}): Page {
  return {
    records: versions.map((version) => ({ service: 'pothole', channel: 'web', area: 'north', ...version })),
    ...more,
  };
}

export interface PulledNight {
  readonly notes: readonly string[];
}

export interface SyncedCity {
  readonly folder: string;
  pull(source: Source, now: Date, accepted?: readonly string[]): Promise<PulledNight>;
  /** The table `requests` as staged now, by id; instants as ISO 8601. */
  requests(asOf?: Date): Promise<Row[]>;
}

export async function makeSyncedCity(): Promise<SyncedCity> {
  const folder = await makeTemporaryFolder();
  await writeSmallCity(folder);
  const folders = dataFolders(folder);
  const city = await readCity(folders.city);
  return {
    folder,
    async pull(source, now, accepted = []) {
      const { connection, close } = await openWarehouse({ file: ':memory:' });
      try {
        if (source.delivery === 'delta') await openRecordStore(connection, folders.records);
        const options = { source, raw: folders.raw, connection, now, asOf: undefined, onProgress: () => {} };
        return await pullSource({ ...options, accepted: new Set(accepted) });
      } finally {
        close();
      }
    },
    async requests(asOf) {
      const { connection, close } = await openWarehouse({ file: ':memory:' });
      try {
        await setCityZone(connection, city.settings.time_zone);
        await setSurrogateKey(connection, 'a secret of the tests');
        await stage({ city, folders, connection, asOf, onModel: () => {} });
        return await readRows(connection, requestsQuery);
      } finally {
        close();
      }
    },
  };
}

const instants = ['requested_at', 'closed_at', 'first_closed_at', 'due_at', 'updated_at'];
const requestsQuery = `
  select id, outcome, service_code, reopen_count, is_reopened, ${instants.map((name) => `${name}::varchar as ${name}`).join(', ')}
  from requests order by id`;

export const rawFolder = (city: SyncedCity) => join(city.folder, 'raw', 'crm');
export const storeFile = (city: SyncedCity) => join(city.folder, 'warehouse', 'records.duckdb');
