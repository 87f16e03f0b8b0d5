/** Step 5, export: the public tables as files, with the manifest that names them. */

import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../src/contract/city.ts';
import type { Manifest } from '../../src/contract/manifest.ts';
import type { DataFolders } from '../support/data-folders.ts';
import { derivationScript } from '../warehouse/derivation-script.ts';
import { findModels } from '../warehouse/models.ts';
import { readFunctions } from '../warehouse/open-warehouse.ts';
import { readTable } from '../warehouse/read-rows.ts';
import { writeAreas, writeDatasets, writeDerivation } from './write-exports.ts';
import { writeManifest } from './write-manifest.ts';
import { writeStreets } from './write-streets.ts';

export interface ExportOptions {
  readonly city: City;
  readonly folders: DataFolders;
  readonly connection: DuckDBConnection;
  readonly builtAt: Date;
  readonly onFile: (name: string) => void;
}

/** Into `releases/next/exports`, made anew: one rename, so that it is there whole or not at all. */
export async function exportTables({ city, folders, connection, builtAt, onFile }: ExportOptions): Promise<Manifest> {
  const partial = `${folders.nextExports}.partial`;
  for (const folder of [partial, folders.nextExports]) await rm(folder, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const { asOf, coverage } = await describeCoverage(connection);
  const night = { as_of: asOf.toISOString(), city: city.settings, coverage };
  const models = await findModels(connection, modelFolders);
  const files = [
    ...(await writeDatasets(connection, partial, onFile)),
    await writeAreas(partial, city.areas),
    ...(await writeStreets(partial, city, asOf)),
    await writeDerivation(partial, derivationScript(night, models, await readFunctions())),
  ];
  const manifest = await writeManifest(partial, {
    version: await readVersion(),
    releaseId: `${builtAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    asOf,
    builtAt,
    city,
    coverage,
    files,
    warnings: await readWarnings(connection),
  });
  await rename(partial, folders.nextExports);
  return manifest;
}

const modelFolders = ['measures', 'exports'].map((name) => path.join(import.meta.dirname, '..', name));

async function describeCoverage(
  connection: DuckDBConnection,
): Promise<{ readonly asOf: Date; readonly coverage: Manifest['coverage'] }> {
  const [row] = await readTable(connection, 'coverage');
  if (!row) throw new Error('the warehouse has no night');
  const { as_of_ms, ...coverage } = row;
  return { asOf: new Date(Number(as_of_ms)), coverage: coverage as unknown as Manifest['coverage'] };
}

/** What a reader should know first: the page says each from 1 % of the records. */
async function readWarnings(connection: DuckDBConnection): Promise<Manifest['warnings']> {
  const rows = await readTable(connection, 'warnings');
  return rows.map(({ code, count }) => ({ code: String(code), count: Number(count) }));
}

async function readVersion(): Promise<string> {
  const file = path.join(import.meta.dirname, '..', '..', 'package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { readonly version: string }).version;
}
