/** Opens one delivered file for reading: its kind, its encoding, its columns; nothing of it is kept. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { FilesSource } from '../../../src/contract/sources.ts';
import { type FileFormat, readColumnNames } from '../../warehouse/file-query.ts';
import { explainFailure } from './explain-failure.ts';
import { feedAsUtf8 } from './feed-as-utf8.ts';
import { type Encoding, type FileBytes, inspectBytes } from './inspect-bytes.ts';
import { findTextFormat } from './text-format.ts';

export interface OpenedFile {
  readonly format: FileFormat;
  readonly header: readonly string[];
  /** Of text. */
  readonly lineCount: number | null;
  /** Of text: as declared or found. */
  readonly encoding: Encoding | null;
  /** Runs beside each query; does nothing where the database reads the file itself. */
  feed(): Promise<void>;
  close(): Promise<void>;
}

export async function openFile(
  file: string,
  settings: Pick<FilesSource, 'encoding' | 'delimiter' | 'fields'>,
  connection: DuckDBConnection,
): Promise<OpenedFile> {
  const nothing = () => Promise.resolve();
  if (/\.parquet$/i.test(file) || /\.(jsonl|ndjson)(\.gz)?$/i.test(file)) {
    const kind = /\.parquet$/i.test(file) ? 'parquet' : 'json-lines';
    const header = await readColumnNames(connection, kind, file).catch((cause: unknown) => {
      throw explainFailure(file, null, cause);
    });
    return {
      format: { kind, path: file, header },
      header,
      lineCount: null,
      encoding: null,
      feed: nothing,
      close: nothing,
    };
  }
  const bytes = await inspectBytes(file);
  const { encoding, delimiter, header } = findTextFormat(file, bytes, settings);
  const { lineCount } = bytes;
  const text = { kind: 'text', delimiter, header } as const;
  const label = foreignLabel(bytes, encoding);
  if (label === undefined) {
    const format = { ...text, path: file, encoding: encoding === 'utf-16' ? 'utf-16' : 'utf-8' } as const;
    return { format, header, lineCount, encoding, feed: nothing, close: nothing };
  }
  const { pipe, run, close } = await feedAsUtf8(file, label);
  return { format: { ...text, path: pipe, encoding: 'utf-8' }, header, lineCount, encoding, feed: run, close };
}

/** The label of an encoding that the database does not read as we mean it; undefined for one that it does. */
function foreignLabel(bytes: FileBytes, encoding: string): string | undefined {
  if (encoding === 'windows-1252' || encoding === 'latin-1') return 'windows-1252';
  if (encoding !== 'utf-16') return undefined;
  return bytes.head[0] === 0xfe && bytes.head[1] === 0xff ? 'utf-16be' : undefined;
}
