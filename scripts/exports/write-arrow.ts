/** Writes a table as an Arrow IPC file, uncompressed: other readers refuse the compressed files of apache-arrow 21. */

import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { AsyncByteQueue, Field, makeData, RecordBatch, RecordBatchFileWriter, Schema, Struct } from 'apache-arrow';
import type { Column } from '../../src/contract/datasets/dataset.ts';
import { readColumns } from '../warehouse/read-columns.ts';
import { arrowColumn } from './arrow-column.ts';

export interface WriteArrowOptions {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly sortedBy: readonly string[];
  readonly file: string;
}

/** Rows held in memory at a time. */
const BATCH_ROWS = 65_536;

export async function writeArrow(
  connection: DuckDBConnection,
  { table, columns, sortedBy, file }: WriteArrowOptions,
): Promise<void> {
  const reader = await readColumns(connection, table, columns, sortedBy);
  const arrows = columns.map((column, id) => arrowColumn(column, id, reader.vocabularies.get(column.name) ?? []));
  const schema = new Schema(columns.map(({ name }, index) => new Field(name, arrows[index]?.type as never, true)));

  const takeBatch = (length: number) => {
    const children = arrows.map((arrow) => arrow.takeData());
    return new RecordBatch(
      schema,
      makeData({ type: new Struct(schema.fields), length, nullCount: 0, children } as never) as never,
    );
  };
  async function* batches() {
    let rows = 0;
    let hasBatch = false;
    for await (const chunk of reader.chunks()) {
      for (const [index, column] of chunk.columns.entries()) arrows[index]?.append(column, chunk.rowCount);
      rows += chunk.rowCount;
      if (rows < BATCH_ROWS) continue;
      yield takeBatch(rows);
      hasBatch = true;
      rows = 0;
    }
    if (rows > 0 || !hasBatch) yield takeBatch(rows);
  }
  await pipeline(encode(batches()), createWriteStream(file));
}

/** The library's own stream leaves rejections that nobody can catch when a model or the disk fails. */
async function* encode(batches: AsyncIterable<RecordBatch>): AsyncGenerator<Uint8Array> {
  const sink = new ChunkSink();
  const writer = new RecordBatchFileWriter().reset(sink);
  for await (const batch of batches) {
    writer.write(batch);
    yield* sink.take();
  }
  writer.finish();
  yield* sink.take();
}

/** Holds what the writer has written since the last `take`. */
class ChunkSink extends AsyncByteQueue<Uint8Array> {
  private chunks: Uint8Array[] = [];
  override write(chunk: Uint8Array): void {
    this.chunks.push(chunk);
  }
  take(): Uint8Array[] {
    const taken = this.chunks;
    this.chunks = [];
    return taken;
  }
}
