/** Reads a table, sorted, as chunks of typed arrays: the shape in which Arrow wants it. */

import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import type { Column, ColumnType } from '../../src/contract/datasets/dataset.ts';
import { orderOf } from './copy-table.ts';
import { quoteName } from './quote.ts';

export type NumberItems =
  Int8Array | Uint8Array | Uint16Array | Uint32Array | Int32Array | BigInt64Array | Float64Array;

/**
 * Text in UTF-8, cut into pieces of at most `pieceBytes`: 16 bytes an item, four for how many bytes the piece has (least
 * significant first) and the rest for them, the first piece of every item, then the second of every item…
 */
export type TextPieces = readonly Uint8Array[];
export const pieceBytes = 12;

/** One column of a chunk: its items (dictionary indexes for codes, milliseconds for instants), and which are null. */
export interface ColumnChunk {
  readonly items: NumberItems | TextPieces;
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
  const pieceCounts = await countPieces(connection, table, columns);
  const parts = columns.map((column) => partsOf(column, codeTypes.get(column.name), pieceCounts.get(column.name) ?? 1));
  const select = parts
    .flat()
    .map((part, index) => `${part} as arrow_${index}`)
    .join(', ');
  const query = `select ${select} from ${quoteName(table)} as t order by ${orderOf(sortedBy)}`;
  return {
    vocabularies,
    async *chunks() {
      const result = await connection.stream(query);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        let vector = 0;
        const chunks = parts.map((part, index) => {
          const vectors = part.map(() => chunk.getColumnVector(vector++));
          return columns[index]?.type === 'text' ? textChunkOf(vectors) : chunkOf(vectors[0]!);
        });
        yield { rowCount: chunk.rowCount, columns: chunks };
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

/**
 * How many pieces each text column's longest value makes. The database keeps text of up to twelve bytes in the vector
 * itself, and the client asks for longer text with one native call a value: ten times slower (measured), ids and all.
 */
async function countPieces(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
): Promise<ReadonlyMap<string, number>> {
  const names = columns.filter(({ type }) => type === 'text').map(({ name }) => name);
  if (names.length === 0) return new Map();
  const widest = names.map((name) => `max(strlen(${quoteName(name)}::varchar))`).join(', ');
  const row = (await connection.runAndReadAll(`select ${widest} from ${quoteName(table)}`)).getRows()[0];
  return new Map(names.map((name, index) => [name, Math.max(1, Math.ceil(Number(row?.[index] ?? 0) / pieceBytes))]));
}

const expressions: Record<Exclude<ColumnType, 'code' | 'text'>, (name: string) => string> = {
  timestamp: (name) => `epoch_ms(${name})::bigint`,
  date: (name) => `${name}::date`,
  number: (name) => `${name}::double`,
  integer: (name) => `${name}::integer`,
  boolean: (name) => `${name}::tinyint`,
};

/** The vectors in which a column is asked for: one, or one for each piece of a text. */
function partsOf({ name, type }: Column, codeType: string | undefined, pieceCount: number): string[] {
  const column = `t.${quoteName(name)}`;
  if (type === 'code') return [codeType === undefined ? 'null::tinyint' : `${column}::${codeType}`];
  if (type !== 'text') return [expressions[type](column)];
  return Array.from(
    { length: pieceCount },
    (_, piece) => `array_slice(encode(${column}::varchar), ${piece * pieceBytes + 1}, ${(piece + 1) * pieceBytes})`,
  );
}

/**
 * What the client's vectors hold but its types call private. Read only; the data is copied before the next chunk is
 * fetched. The tests of the Arrow files fail should a new version move them.
 */
interface OpenVector {
  readonly items: NumberItems;
  /** Of text and bytes: the database's own 16 bytes an item. */
  readonly dataView: DataView;
  readonly validity: { readonly data: BigUint64Array | null };
}

function chunkOf(vector: DuckDBVector): ColumnChunk {
  const { items, validity } = vector as unknown as OpenVector;
  if (!ArrayBuffer.isView(items)) throw new Error(`no typed array in a vector of ${vector.type.toString()}`);
  return { items, validity: validity.data };
}

function textChunkOf(vectors: readonly DuckDBVector[]): ColumnChunk {
  const pieces = vectors as unknown as readonly OpenVector[];
  return {
    items: pieces.map(({ dataView }) => new Uint8Array(dataView.buffer, dataView.byteOffset, dataView.byteLength)),
    validity: pieces[0]?.validity.data ?? null,
  };
}
