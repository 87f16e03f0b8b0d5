/** Reads a table, sorted, as chunks of typed arrays: the shape in which Arrow wants it. */

import { type DuckDBConnection, DuckDBVarCharVector, type DuckDBVector } from '@duckdb/node-api';
import type { Column, ColumnType } from '../../src/contract/datasets.ts';
import { orderOf } from './copy-table.ts';
import { quoteName } from './quote.ts';

export type NumberItems =
  Int8Array | Uint8Array | Uint16Array | Uint32Array | Int32Array | BigInt64Array | Float64Array;

/** One column of a chunk: its items (dictionary indexes for codes, milliseconds for instants), and which are null. */
export interface ColumnChunk {
  readonly items: NumberItems | readonly (string | null)[];
  /** One bit an item, least significant first, 1 for a value; null where every item is one. */
  readonly validity: BigUint64Array | null;
}

export interface TableChunk {
  readonly rowCount: number;
  readonly columns: readonly ColumnChunk[];
}

export interface TableReader {
  /** The distinct values of each `code` column, in the order of their indexes. */
  readonly vocabularies: ReadonlyMap<string, readonly string[]>;
  chunks(): AsyncGenerator<TableChunk>;
}

export async function readColumns(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
  sortedBy: readonly string[],
): Promise<TableReader> {
  const vocabularies = new Map<string, readonly string[]>();
  const codeTypes = new Map<string, string>();
  for (const [index, { name, type }] of columns.entries()) {
    if (type !== 'code') continue;
    const values = await distinctValues(connection, table, name);
    vocabularies.set(name, values);
    if (values.length > 0) codeTypes.set(name, await createCodeType(connection, table, name, index));
  }
  const select = columns.map((column) => expressionOf(column, codeTypes.get(column.name))).join(', ');
  const query = `select ${select} from ${quoteName(table)} as t order by ${orderOf(sortedBy)}`;
  return {
    vocabularies,
    async *chunks() {
      const result = await connection.stream(query);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        const { rowCount, columnCount } = chunk;
        const vectors = Array.from({ length: columnCount }, (_, index) => chunk.getColumnVector(index));
        yield { rowCount, columns: vectors.map(chunkOf) };
      }
    },
  };
}

async function distinctValues(connection: DuckDBConnection, table: string, column: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(distinctQuery(table, column));
  return reader.getRows().map(([value]) => String(value));
}

/** From the values themselves, in the order of `distinctValues`: as literals they would be a statement of any length. */
async function createCodeType(
  connection: DuckDBConnection,
  table: string,
  column: string,
  index: number,
): Promise<string> {
  const type = `arrow_codes_${index}`;
  await connection.run(`drop type if exists ${type}`);
  await connection.run(`create temp type ${type} as enum (${distinctQuery(table, column)})`);
  return type;
}

function distinctQuery(table: string, column: string): string {
  const name = quoteName(column);
  return `select distinct ${name} as value from ${quoteName(table)} where ${name} is not null order by value`;
}

const expressions: Record<Exclude<ColumnType, 'code'>, (name: string) => string> = {
  text: (name) => `${name}::varchar`,
  timestamp: (name) => `epoch_ms(${name})::bigint`,
  date: (name) => `${name}::date`,
  number: (name) => `${name}::double`,
  integer: (name) => `${name}::integer`,
  boolean: (name) => `${name}::tinyint`,
};

/** The alias differs from the column so that `order by` sorts by the table's values. */
function expressionOf({ name, type }: Column, codeType: string | undefined): string {
  const column = `t.${quoteName(name)}`;
  const alias = quoteName(`arrow_${name}`);
  if (type !== 'code') return `${expressions[type](column)} as ${alias}`;
  return codeType === undefined ? `null::tinyint as ${alias}` : `${column}::${codeType} as ${alias}`;
}

/**
 * What the client's vectors hold but its types call private. Read only; the data is copied before the next chunk is
 * fetched. The tests of the Arrow files fail should a new version move them.
 */
interface OpenVector {
  readonly items: NumberItems;
  readonly validity: { readonly data: BigUint64Array | null };
}

function chunkOf(vector: DuckDBVector): ColumnChunk {
  const { items, validity } = vector as unknown as OpenVector;
  if (vector instanceof DuckDBVarCharVector) return { items: vector.toArray(), validity: validity.data };
  if (!ArrayBuffer.isView(items)) throw new Error(`no typed array in a vector of ${vector.type.toString()}`);
  return { items, validity: validity.data };
}
