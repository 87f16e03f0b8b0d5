/** Opens one delivered file for reading: its kind, its encoding, its columns; nothing of it is kept. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { FilesSource } from '../../../src/contract/sources.ts';
import { type FileFormat, readColumnNames, type SelfDescribed } from '../../warehouse/file-query.ts';
import { explainFailure } from './explain-failure.ts';
import { feedAsUtf8 } from './feed-as-utf8.ts';
import { type Encoding, type FileBytes, inspectBytes } from './inspect-bytes.ts';
import { openWorkbook } from './open-workbook.ts';
import { findTextFormat } from './text-format.ts';

export interface OpenedFile {
  readonly format: FileFormat;
  readonly header: readonly string[];
  /** Where the names of the columns stand, for errors. */
  readonly headerPlace: string;
  /** Of text. */
  readonly lineCount: number | null;
  /** Of text: as declared or found. */
  readonly encoding: Encoding | null;
  readonly delimiter: FilesSource['delimiter'] | null;
  /** Runs beside each query; does nothing where the database reads the file itself. */
  feed(): Promise<void>;
  close(): Promise<void>;
}

export type FileSettings = Pick<FilesSource, 'encoding' | 'delimiter' | 'sheet' | 'fields'>;

const nothing = () => Promise.resolve();

export async function openFile(
  file: string,
  settings: FileSettings,
  connection: DuckDBConnection,
): Promise<OpenedFile> {
  if (/\.xlsx$/i.test(file)) return await openWorkbook(file, settings);
  if (/\.parquet$/i.test(file)) return await openSelfDescribed({ kind: 'parquet', path: file }, connection);
  if (!/\.(json|jsonl|ndjson)(\.gz)?$/i.test(file)) return await openText(file, settings);
  const layout = /\.json(\.gz)?$/i.test(file) ? 'auto' : 'newline_delimited';
  return await openSelfDescribed({ kind: 'json', path: file, layout }, connection);
}

/** Each record of it names its columns, or it names them once for all. */
async function openSelfDescribed(format: SelfDescribed, connection: DuckDBConnection): Promise<OpenedFile> {
  const header = await readColumnNames(connection, format).catch((cause: unknown) => {
    throw explainFailure(format.path, null, cause);
  });
  return {
    ...{ format: { ...format, header }, header, headerPlace: format.path },
    ...{ lineCount: null, encoding: null, delimiter: null, feed: nothing, close: nothing },
  };
}

async function openText(file: string, settings: FileSettings): Promise<OpenedFile> {
  const bytes = await inspectBytes(file);
  const { encoding, delimiter, header } = findTextFormat(file, bytes, settings);
  const label = foreignLabel(bytes, encoding);
  const pipe = label === undefined ? undefined : await feedAsUtf8(file, label);
  return {
    format: {
      ...{ kind: 'text', path: pipe?.path ?? file, delimiter, header },
      encoding: pipe === undefined && encoding === 'utf-16' ? 'utf-16' : 'utf-8',
    },
    ...{ header, headerPlace: `${file}, line 1`, lineCount: bytes.lineCount, encoding, delimiter },
    feed: pipe?.run ?? nothing,
    close: pipe?.close ?? nothing,
  };
}

/** The label of an encoding that the database does not read as we mean it; undefined for one that it does. */
function foreignLabel(bytes: FileBytes, encoding: string): string | undefined {
  if (encoding === 'windows-1252' || encoding === 'latin-1') return 'windows-1252';
  if (encoding !== 'utf-16') return undefined;
  return bytes.head[0] === 0xfe && bytes.head[1] === 0xff ? 'utf-16be' : undefined;
}
