/** Writes every data set of the catalogue in every format, and says what it wrote. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { AreaCollection } from '../../src/contract/city.ts';
import { datasets, type FileFormat, fileFormats, mediaTypes } from '../../src/contract/datasets.ts';
import type { Dataset } from '../../src/contract/datasets/dataset.ts';
import type { Manifest } from '../../src/contract/manifest.ts';
import { copyToCsv, copyToParquet, countRows } from '../warehouse/copy-table.ts';
import { writeArrow } from './write-arrow.ts';

export type ExportedFile = Manifest['files'][number];

const writers: Record<FileFormat, (connection: DuckDBConnection, dataset: Dataset, file: string) => Promise<void>> = {
  csv: (connection, { model, columns, sortedBy }, file) =>
    copyToCsv(connection, { table: model, columns, sortedBy, file }),
  arrow: (connection, { model, columns, arrowSortedBy }, file) =>
    writeArrow(connection, { table: model, columns, sortedBy: arrowSortedBy, file }),
  parquet: (connection, { model, columns, sortedBy }, file) =>
    copyToParquet(connection, { table: model, columns, sortedBy, file }),
};

/** Into `folder`, which exists and is empty. */
export async function writeDatasets(
  connection: DuckDBConnection,
  folder: string,
  onFile: (name: string) => void = () => {},
): Promise<ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (const dataset of datasets) {
    const rows = await countRows(connection, dataset.model);
    for (const format of fileFormats) {
      const name = `${dataset.id}.${format}`;
      onFile(name);
      await writers[format](connection, dataset, path.join(folder, name));
      files.push(await describeFile(folder, name, { dataset: dataset.id, format, rows }));
    }
  }
  return files;
}

/** `areas.geojson`, as in the city folder less the source's own spellings. */
export async function writeAreas(folder: string, areas: AreaCollection): Promise<ExportedFile> {
  const name = 'areas.geojson';
  const features = areas.features.map(({ properties: { matches: _, ...properties }, ...feature }) => ({
    ...feature,
    properties,
  }));
  await writeFile(path.join(folder, name), JSON.stringify({ type: areas.type, features }));
  return describeFile(folder, name, { dataset: null, format: 'geojson', rows: features.length });
}

/** `measures.sql`: the queries that make the figures again. */
export async function writeDerivation(folder: string, script: string): Promise<ExportedFile> {
  const name = 'measures.sql';
  await writeFile(path.join(folder, name), script);
  return describeFile(folder, name, { dataset: null, format: 'sql', rows: null });
}

export async function describeFile(
  folder: string,
  name: string,
  known: Pick<ExportedFile, 'dataset' | 'format' | 'rows'>,
): Promise<ExportedFile> {
  const file = path.join(folder, name);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return {
    path: name,
    ...known,
    media_type: mediaTypes[known.format],
    bytes: (await stat(file)).size,
    sha256: hash.digest('hex'),
  };
}
