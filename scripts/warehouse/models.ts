/** Finds the models, orders them by what they read, and runs them. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from './quote.ts';

export interface Model {
  /** The file's name without `.sql`: the table it makes. */
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly sql: string;
  /** Tables it reads, from the database's own parse tree. */
  readonly reads: readonly string[];
}

/** Every `.sql` file of the folders, read and parsed. */
export async function findModels(connection: DuckDBConnection, folders: readonly string[]): Promise<Model[]> {
  const models: Model[] = [];
  for (const folder of folders) {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of files) {
      const file = path.join(folder, name);
      const sql = await readFile(file, 'utf8');
      const reads = await tablesRead(connection, sql).catch((cause: Error) => {
        throw new Error(`${file}: ${cause.message}`);
      });
      models.push({ name: path.basename(name, '.sql'), folder, file, sql, reads });
    }
  }
  return models;
}

/** The tables that one `select` reads, CTEs left out, in order of name. */
export async function tablesRead(connection: DuckDBConnection, sql: string): Promise<string[]> {
  const reader = await connection.runAndReadAll('select json_serialize_sql($sql::varchar) as tree', { sql });
  const tree = JSON.parse(String(reader.getRowObjects()[0]?.tree)) as ParseTree;
  if (tree.error) throw new Error(`not one bare select: ${tree.error_message ?? 'no parse tree'}`);
  const tables = new Set<string>();
  collectTables(tree, new Set(), tables);
  return [...tables].sort();
}

export interface RunOptions {
  readonly onModel?: (name: string) => void;
  /**
   * Whether the model's table goes into the warehouse's file; else it lasts as long as the connection, and is neither
   * compressed nor written. All by default.
   */
  readonly keeps?: (model: Model) => boolean;
}

/**
 * Runs the named models and, before each, the models it reads that are not in `built`; adds them to `built`.
 * Each replaces its table.
 */
export async function runModels(
  connection: DuckDBConnection,
  models: readonly Model[],
  names: readonly string[],
  built: Set<string>,
  { onModel = () => {}, keeps = () => true }: RunOptions = {},
): Promise<void> {
  for (const model of orderModels(models, names, built)) {
    onModel(model.name);
    try {
      await connection.run(modelStatement(model, keeps(model)));
    } catch (cause) {
      throw new Error(`model ${model.name} (${model.file}) failed: ${withoutValues(cause)}`);
    }
    built.add(model.name);
  }
}

/** The database quotes what it could not read, which may be a resident's words: quoted text is left out. */
function withoutValues(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replaceAll(/'[^']*'|"[^"]*"/g, '…');
}

/** The statement that makes the model's table, or makes it anew. */
export function modelStatement({ name, sql }: Model, isKept = true): string {
  return `create or replace ${isKept ? '' : 'temp '}table ${quoteName(name)} as\n${sql.trimEnd()}`;
}

/** The named models, each after the models that it reads, but for those in `built`. */
export function orderModels(models: readonly Model[], names: readonly string[], built: ReadonlySet<string>): Model[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const ordered: Model[] = [];
  const done = new Set(built);
  const visit = (name: string, path: readonly string[]) => {
    const model = byName.get(name);
    if (!model || done.has(name)) return;
    if (path.includes(name)) throw new Error(`models read each other in a circle: ${[...path, name].join(' → ')}`);
    for (const read of model.reads) visit(read, [...path, name]);
    done.add(name);
    ordered.push(model);
  };
  for (const name of names) visit(name, []);
  return ordered;
}

interface ParseTree {
  readonly error: boolean;
  readonly error_message?: string;
}

/** Walks the tree: base tables are read unless a CTE in scope bears the name. */
function collectTables(node: unknown, inScope: ReadonlySet<string>, tables: Set<string>): void {
  if (Array.isArray(node)) {
    for (const child of node) collectTables(child, inScope, tables);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const record = node as Record<string, unknown>;
  const scope = new Set([...inScope, ...cteNames(record)]);
  if (record.type === 'BASE_TABLE' && typeof record.table_name === 'string' && !scope.has(record.table_name)) {
    tables.add(record.table_name);
  }
  for (const child of Object.values(record)) collectTables(child, scope, tables);
}

function cteNames(node: Record<string, unknown>): string[] {
  const map = (node.cte_map as { readonly map?: readonly { readonly key: string }[] } | undefined)?.map;
  return map?.map(({ key }) => key) ?? [];
}
