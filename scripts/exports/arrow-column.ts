/** Gathers the chunks of one column into Arrow data: typed arrays are copied, never rebuilt value by value. */

import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Dictionary,
  Float64,
  Int16,
  Int32,
  Int8,
  makeData,
  TimestampMillisecond,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import type { Column } from '../../src/contract/datasets/dataset.ts';
import { type ColumnChunk, pieceBytes, type TextPieces } from '../warehouse/read-columns.ts';

/** A column of the file: its type once, its data batch by batch. */
export interface ArrowColumn {
  readonly type: DataType;
  append(chunk: ColumnChunk, rowCount: number): void;
  /** What was appended since the last call. */
  takeData(): Data;
}

/** `id` numbers the dictionary within the file; `vocabulary` is a code column's values in the order of their indexes. */
export function arrowColumn(column: Column, id: number, vocabulary: readonly string[]): ArrowColumn {
  switch (column.type) {
    case 'code':
      return codeColumn(id, vocabulary);
    case 'text':
      return textColumn();
    case 'timestamp':
      return numberColumn(new TimestampMillisecond('UTC'), (length) => new BigInt64Array(length));
    case 'date':
      return numberColumn(new DateDay(), (length) => new Int32Array(length));
    case 'number':
      return numberColumn(new Float64(), (length) => new Float64Array(length));
    case 'integer':
      return numberColumn(new Int32(), (length) => new Int32Array(length));
    case 'boolean':
      return booleanColumn();
  }
}

interface Gathered {
  readonly chunks: readonly { readonly chunk: ColumnChunk; readonly rowCount: number }[];
  readonly length: number;
  readonly nullCount: number;
  readonly nullBitmap: Uint8Array | undefined;
}

function gatherer(type: DataType, build: (gathered: Gathered) => Data): ArrowColumn {
  let chunks: { chunk: ColumnChunk; rowCount: number }[] = [];
  return {
    type,
    append(chunk, rowCount) {
      // The client reuses a chunk's memory for the next one.
      const items = ArrayBuffer.isView(chunk.items) ? chunk.items.slice() : chunk.items.map((piece) => piece.slice());
      chunks.push({ chunk: { items, validity: chunk.validity?.slice() ?? null }, rowCount });
    },
    takeData() {
      const length = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);
      const data = build({ chunks, length, ...nullsOf(chunks, length) });
      chunks = [];
      return data;
    },
  };
}

type TypedArray = Int8Array | Int16Array | Int32Array | Float64Array | BigInt64Array;

function numberColumn(type: DataType, allocate: (length: number) => TypedArray): ArrowColumn {
  return gatherer(type, ({ chunks, length, nullCount, nullBitmap }) =>
    makeData({ type, length, nullCount, nullBitmap, data: joinItems(chunks, allocate(length)) } as never),
  );
}

/** Indexes are the narrowest signed integers: every reader knows those. */
function codeColumn(id: number, vocabulary: readonly string[]): ArrowColumn {
  const dictionary: Vector<Utf8> = vectorFromArray([...vocabulary], new Utf8());
  const [indexType, allocate] = indexesFor(vocabulary.length);
  const type = new Dictionary(new Utf8(), indexType, id);
  return gatherer(type, ({ chunks, length, nullCount, nullBitmap }) =>
    makeData({ type, length, nullCount, nullBitmap, data: joinItems(chunks, allocate(length)), dictionary } as never),
  );
}

function indexesFor(count: number): [Int8 | Int16 | Int32, (length: number) => TypedArray] {
  if (count <= 2 ** 7) return [new Int8(), (length) => new Int8Array(length)];
  if (count <= 2 ** 15) return [new Int16(), (length) => new Int16Array(length)];
  return [new Int32(), (length) => new Int32Array(length)];
}

/** The pieces of each text one behind the other: bytes are copied, and no text is ever made of them. */
function textColumn(): ArrowColumn {
  const type = new Utf8();
  return gatherer(type, ({ chunks, length, nullCount, nullBitmap }) => {
    for (const { chunk, rowCount } of chunks) emptyNulls(chunk, rowCount);
    const valueOffsets = new Int32Array(length + 1);
    let row = 0;
    for (const { chunk, rowCount } of chunks) {
      for (let index = 0; index < rowCount; index++, row++) {
        let bytes = 0;
        for (const piece of chunk.items as TextPieces) bytes += piece[index * itemBytes] ?? 0;
        valueOffsets[row + 1] = (valueOffsets[row] ?? 0) + bytes;
      }
    }
    const data = new Uint8Array(valueOffsets[length] ?? 0);
    let offset = 0;
    for (const { chunk, rowCount } of chunks) {
      for (let index = 0; index < rowCount; index++) {
        for (const piece of chunk.items as TextPieces) {
          const from = index * itemBytes;
          const end = from + itemBytes - pieceBytes + (piece[from] ?? 0);
          for (let at = from + itemBytes - pieceBytes; at < end; at++) data[offset++] = piece[at] ?? 0;
        }
      }
    }
    return makeData({ type, length, nullCount, nullBitmap, valueOffsets, data });
  });
}

/** Of a piece: its length, of which the lowest byte says all, and its bytes. */
const itemBytes = 4 + pieceBytes;

/** What the database left in the place of a null would differ from night to night. */
function emptyNulls(chunk: ColumnChunk, rowCount: number): void {
  for (const piece of chunk.items as TextPieces) {
    forEachNull(chunk, rowCount, (index) => (piece[index * itemBytes] = 0));
  }
}

function booleanColumn(): ArrowColumn {
  const type = new Bool();
  return gatherer(type, ({ chunks, length, nullCount, nullBitmap }) => {
    const items = joinItems(chunks, new Int8Array(length));
    const data = bitmapOf(length);
    for (let index = 0; index < length; index++) if (items[index] === 1) setBit(data, index, true);
    return makeData({ type, length, nullCount, nullBitmap, data });
  });
}

/** Null items are made zero: what the database left there would differ from night to night. */
function joinItems<Target extends TypedArray>(chunks: Gathered['chunks'], target: Target): Target {
  const zero = (target instanceof BigInt64Array ? 0n : 0) as never;
  let offset = 0;
  for (const { chunk, rowCount } of chunks) {
    target.set((chunk.items as TypedArray).subarray(0, rowCount) as never, offset);
    forEachNull(chunk, rowCount, (index) => (target[offset + index] = zero));
    offset += rowCount;
  }
  return target;
}

function nullsOf(chunks: Gathered['chunks'], length: number): Pick<Gathered, 'nullCount' | 'nullBitmap'> {
  if (chunks.every(({ chunk }) => chunk.validity === null)) return { nullCount: 0, nullBitmap: undefined };
  const nullBitmap = bitmapOf(length).fill(0xff, 0, length >> 3);
  for (let index = length & ~7; index < length; index++) setBit(nullBitmap, index, true);
  let nullCount = 0;
  let offset = 0;
  for (const { chunk, rowCount } of chunks) {
    forEachNull(chunk, rowCount, (index) => {
      setBit(nullBitmap, offset + index, false);
      nullCount += 1;
    });
    offset += rowCount;
  }
  return { nullCount, nullBitmap };
}

/** Eight values that are none of them null, as nearly all are in most columns, cost one look. */
function forEachNull({ validity }: ColumnChunk, rowCount: number, visit: (index: number) => void): void {
  if (!validity) return;
  const bytes = new Uint8Array(validity.buffer, validity.byteOffset, validity.byteLength);
  for (let from = 0; from < rowCount; from += 8) {
    const byte = bytes[from >> 3] ?? 0;
    if (byte === 0xff) continue;
    for (let index = from; index < from + 8 && index < rowCount; index++) {
      if (((byte >> (index & 7)) & 1) === 0) visit(index);
    }
  }
}

/** Arrow's bitmaps: least significant bit first, padded to 8 bytes. */
function bitmapOf(length: number): Uint8Array {
  return new Uint8Array(Math.ceil(length / 64) * 8);
}

function setBit(bitmap: Uint8Array, index: number, isSet: boolean): void {
  const byte = bitmap[index >> 3] ?? 0;
  bitmap[index >> 3] = isSet ? byte | (1 << (index & 7)) : byte & ~(1 << (index & 7));
}
