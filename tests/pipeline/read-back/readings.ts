/** Every way in which a published file is read back. */

import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileFormat } from '../../../src/contract/datasets.ts';
import type { Column } from '../../../src/contract/datasets/dataset.ts';
import type { ReadTable } from './read-table.ts';
import { readWithApacheArrow } from './with-apache-arrow.ts';
import { readCsvWithDuckdb, readParquetWithDuckdb } from './with-duckdb.ts';
import { readWithFlechette } from './with-flechette.ts';
import { readWithPolars } from './with-polars.ts';

export interface Reading {
  readonly format: FileFormat;
  readonly reader: string;
  read(file: string, columns: readonly Column[], connection: DuckDBConnection): Promise<ReadTable>;
}

export const readings: readonly Reading[] = [
  {
    format: 'csv',
    reader: 'DuckDB',
    read: (file, columns, connection) => readCsvWithDuckdb(connection, file, columns),
  },
  { format: 'csv', reader: 'Polars', read: async (file, columns) => readWithPolars(file, 'csv', columns) },
  {
    format: 'parquet',
    reader: 'DuckDB',
    read: (file, columns, connection) => readParquetWithDuckdb(connection, file, columns),
  },
  { format: 'parquet', reader: 'Polars', read: async (file, columns) => readWithPolars(file, 'parquet', columns) },
  { format: 'arrow', reader: 'apache-arrow', read: async (file) => readWithApacheArrow(readFileSync(file)) },
  { format: 'arrow', reader: 'flechette', read: async (file) => readWithFlechette(readFileSync(file)) },
  { format: 'arrow', reader: 'Polars', read: async (file, columns) => readWithPolars(file, 'arrow', columns) },
];
