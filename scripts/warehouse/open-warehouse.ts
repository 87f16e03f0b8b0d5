/** Opens the DuckDB file of the warehouse, with the session settings and functions that every model relies on. */

import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export interface Warehouse {
  readonly connection: DuckDBConnection;
  close(): void;
}

export interface OpenWarehouseOptions {
  /** The file, or `:memory:`. Its folder is made for the owner alone: the warehouse holds personal information. */
  readonly file: string;
  /** Start from nothing: the warehouse is always made again from raw. */
  readonly fresh?: boolean;
}

const functionsFile = path.join(import.meta.dirname, 'functions.sql');

/** The functions that models may call, as the statements that make them. */
export async function readFunctions(): Promise<string> {
  return await readFile(functionsFile, 'utf8');
}

/**
 * The session's zone is UTC: local dates are only ever made with the city's zone, by name. What does not fit into the
 * memory that a small machine can spare goes to the disk, beside the file.
 */
export async function openWarehouse({ file, fresh = false }: OpenWarehouseOptions): Promise<Warehouse> {
  if (file !== ':memory:') {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    if (fresh) await Promise.all(['', '.wal'].map((suffix) => rm(`${file}${suffix}`, { force: true })));
  }
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`
    set autoinstall_known_extensions = false;
    set autoload_known_extensions = false;
    set TimeZone = 'UTC';
    set preserve_insertion_order = true;
    set memory_limit = '2500 MiB';
  `);
  await connection.run(await readFunctions());
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
