/** Derives every published figure again: from the published files alone, or from the warehouse for the city's own. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { figureDatasets } from '../../src/contract/datasets.ts';
import { areasDataset } from '../../src/contract/datasets/areas.ts';
import { requestsDataset } from '../../src/contract/datasets/requests.ts';
import { servicesDataset } from '../../src/contract/datasets/services.ts';
import type { Manifest } from '../../src/contract/manifest.ts';
import type { MeasureBasis } from '../../src/contract/measures.ts';
import { countFigures, differencesQuery, isOfBasis, publishedTable } from '../warehouse/compare-figures.ts';
import { createNight } from '../warehouse/create-night.ts';
import { createTable } from '../warehouse/create-table.ts';
import { derivationScript } from '../warehouse/derivation-script.ts';
import { loadCatalogue } from '../warehouse/load-city.ts';
import { loadFromWarehouse, loadPublished, makeEmpty } from '../warehouse/load-published.ts';
import { findModels, runModels } from '../warehouse/models.ts';
import { openWarehouse, readFunctions } from '../warehouse/open-warehouse.ts';
import { quoteText } from '../warehouse/quote.ts';
import { readRows, readTable, type Row } from '../warehouse/read-rows.ts';
import { setCityZone } from '../warehouse/set-variables.ts';

export interface Verified {
  readonly basis: MeasureBasis;
  /** Rows compared. */
  readonly count: number;
  /** Rows that differ: data set, cell and both sides. */
  readonly differences: readonly Row[];
}

const folders = ['measures', 'exports'].map((name) => path.join(import.meta.dirname, '..', name));

/** Runs the release's own `measures.sql`, as this version writes it, over what a reader can download. */
export async function verifyPublished(latest: string, manifest: Manifest): Promise<Verified> {
  const warehouse = await openWarehouse({ file: ':memory:' });
  const { connection } = warehouse;
  try {
    const models = await findModels(connection, folders);
    await connection.run(`set file_search_path = ${quoteText(latest)}`);
    const differences = await readRows(connection, derivationScript(manifest, models, await readFunctions()));
    return { basis: 'published', count: await countFigures(connection, figureDatasets, 'published'), differences };
  } finally {
    warehouse.close();
  }
}

/** The moment of the night that the warehouse holds; undefined where it holds none, or was cut off before it had one. */
export async function warehouseMoment(file: string): Promise<Date | undefined> {
  if (!existsSync(file)) return undefined;
  const warehouse = await openWarehouse({ file: ':memory:' });
  try {
    await loadFromWarehouse(warehouse.connection, file, 'night');
    const [night] = await readTable(warehouse.connection, 'night');
    return night?.as_of instanceof Date ? night.as_of : undefined;
  } catch {
    return undefined;
  } finally {
    warehouse.close();
  }
}

/** The same queries over the warehouse's own records, for what is made of records that are not published. */
export async function verifyWarehouse(latest: string, manifest: Manifest, warehouseFile: string): Promise<Verified> {
  const warehouse = await openWarehouse({ file: ':memory:' });
  const { connection } = warehouse;
  const datasets = figureDatasets.filter((dataset) => isOfBasis(dataset, 'warehouse'));
  try {
    await setCityZone(connection, manifest.city.time_zone);
    await createNight(connection, new Date(manifest.as_of), manifest.city);
    await loadCatalogue(connection);
    const { has_closing, has_reopenings } = manifest.coverage;
    await createTable(connection, 'sources', { has_closing: 'boolean', has_reopenings: 'boolean' }, [
      { has_closing, has_reopenings },
    ]);
    await loadPublished(connection, latest, servicesDataset, 'services');
    for (const dataset of datasets) await loadPublished(connection, latest, dataset, publishedTable(dataset));
    await loadFromWarehouse(connection, warehouseFile, 'requests');
    await makeEmpty(connection, requestsDataset, 'published_requests');
    await makeEmpty(connection, areasDataset, 'published_areas');
    const models = await findModels(connection, folders);
    const names = datasets.map(({ model }) => model);
    await runModels(connection, models, names, new Set(['published_requests', 'published_areas']));
    const differences = await readRows(connection, differencesQuery(datasets, 'warehouse'));
    return { basis: 'warehouse', count: await countFigures(connection, datasets, 'warehouse'), differences };
  } finally {
    warehouse.close();
  }
}
