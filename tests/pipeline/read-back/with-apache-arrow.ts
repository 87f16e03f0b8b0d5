/** Reads Arrow files with the library that wrote them, and looks at how they are made. */

import { MessageReader, tableFromIPC } from 'apache-arrow';
import { cellFrom, mapColumn, type Cell, type ReadTable } from './read-table.ts';

export function readWithApacheArrow(bytes: Uint8Array): ReadTable {
  const table = tableFromIPC(bytes);
  return {
    rowCount: table.numRows,
    columnNames: table.schema.fields.map(({ name }) => name),
    async column({ name, type }) {
      const cells = [...(table.getChild(name) ?? [])] as Cell[];
      return type === 'date' ? mapColumn(cells as (number | null)[], cellFrom.dateMilliseconds) : cells;
    },
  };
}

/** Each column's type in words, such as `Dictionary<Int8, Utf8>`. */
export function arrowTypesOf(bytes: Uint8Array): Map<string, string> {
  return new Map(tableFromIPC(bytes).schema.fields.map(({ name, type }) => [name, String(type)]));
}

export interface ArrowMessages {
  readonly dictionaryCount: number;
  readonly batchCount: number;
  readonly compressedCount: number;
}

/** The file's own parts: its dictionaries and batches, and how many of them are compressed. */
export function arrowMessages(bytes: Uint8Array): ArrowMessages {
  const magicBytes = 8;
  const reader = new MessageReader(bytes.subarray(magicBytes));
  const counts = { dictionaryCount: 0, batchCount: 0, compressedCount: 0 };
  for (let message = reader.readMessage(); message; message = reader.readMessage()) {
    if (message.isDictionaryBatch()) {
      counts.dictionaryCount += 1;
      if ((message.header() as unknown as DictionaryMessage).data.compression !== null) counts.compressedCount += 1;
    } else if (message.isRecordBatch()) {
      counts.batchCount += 1;
      if ((message.header() as unknown as BatchMessage).compression !== null) counts.compressedCount += 1;
    }
    reader.readMessageBody(message.bodyLength);
  }
  return counts;
}

/** Of the headers, what the library does not export by name. */
interface BatchMessage {
  readonly compression: unknown;
}
interface DictionaryMessage {
  readonly data: BatchMessage;
}
