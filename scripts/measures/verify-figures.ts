/** Derives every published figure again: from the published files alone, or from the warehouse for the city's own. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Manifest } from '../../src/contract/manifest.ts';
import type { MeasureBasis } from '../../src/contract/measures.ts';
import { compareFigures } from '../warehouse/compare-figures.ts';
import { createNight } from '../warehouse/create-night.ts';
import { createTable } from '../warehouse/create-table.ts';
import { loadCatalogue } from '../warehouse/load-city.ts';
import { loadFromWarehouse, loadPublished, makeEmpty } from '../warehouse/load-published.ts';
import { findModels, runModels } from '../warehouse/models.ts';
import { openWarehouse } from '../warehouse/open-warehouse.ts';
import type { Row } from '../warehouse/read-rows.ts';
import { setCityZone } from '../warehouse/set-variables.ts';

export interface Verified {
  readonly basis: MeasureBasis;
  /** Cells compared. */
  readonly count: number;
  /** Cells that differ, with both sides. */
  readonly differences: readonly Row[];
}

const folders = ['measures', 'exports'].map((name) => path.join(import.meta.dirname, '..', name));

/** The very queries of the night, over what a reader can download: `requests.csv`, `services.csv` and the manifest. */
export async function verifyPublished(latest: string, manifest: Manifest): Promise<Verified> {
  return await derive(latest, manifest, 'published', async (connection) => {
    await loadPublished(connection, latest, 'requests', 'published_requests');
    await createTable(connection, 'requests', recordShape, [firstDay(manifest)]);
  });
}

/** The same over the warehouse's own records, for what is made of records that are not published. */
export async function verifyWarehouse(latest: string, manifest: Manifest, warehouseFile: string): Promise<Verified> {
  return await derive(latest, manifest, 'warehouse', async (connection) => {
    await loadFromWarehouse(connection, warehouseFile, 'requests');
    await makeEmpty(connection, 'requests', 'published_requests');
  });
}

/** Of `requests`, what the models of measures read. */
const recordShape = {
  tier: 'varchar',
  service_code: 'varchar',
  kind: 'varchar',
  outcome: 'varchar',
  requested_at: 'timestamptz',
  requested_on: 'date',
  closed_at: 'timestamptz',
  closed_on: 'date',
  time_precision: 'varchar',
  clock_tolerance_seconds: 'integer',
};

/** Periods begin with the first request of any tier, which the manifest tells; it is in no figure. */
function firstDay({ coverage }: Manifest): { readonly [Name in keyof typeof recordShape]: string | null } {
  const nothing = Object.fromEntries(Object.keys(recordShape).map((name) => [name, null])) as Record<
    keyof typeof recordShape,
    null
  >;
  return { ...nothing, requested_on: coverage.first_requested_on };
}

async function derive(
  latest: string,
  manifest: Manifest,
  basis: MeasureBasis,
  load: (connection: DuckDBConnection) => Promise<void>,
): Promise<Verified> {
  const warehouse = await openWarehouse({ file: ':memory:' });
  const { connection } = warehouse;
  try {
    await setCityZone(connection, manifest.city.time_zone);
    await createNight(connection, new Date(manifest.as_of), manifest.city);
    await loadCatalogue(connection);
    await createTable(connection, 'sources', { has_closing: 'boolean' }, [
      { has_closing: manifest.coverage.has_closing },
    ]);
    await loadPublished(connection, latest, 'services', 'services');
    await loadPublished(connection, latest, 'measures', 'figures');
    await load(connection);
    const models = await findModels(connection, folders);
    await runModels(connection, models, ['published_measures'], new Set(['published_requests']));
    const { count, differences } = await compareFigures(connection, {
      published: 'figures',
      derived: 'published_measures',
      basis,
    });
    return { basis, count, differences };
  } finally {
    warehouse.close();
  }
}
