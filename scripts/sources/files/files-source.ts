/** A file drop: what the city's CRM exports into a folder every night, as text, JSON lines or Parquet. */

import { glob } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { City, FilesSource, RawField } from '../../../src/contract/city.ts';
import { OperatorError } from '../../support/operator-error.ts';
import { type Environment, resolveSourceFolder } from '../../support/read-city/resolve-source-folder.ts';
import { type FileFormat, fileQuery, readColumnNames } from '../../warehouse/file-query.ts';
import type { Page, Source } from '../source.ts';
import { explainFailure } from './explain-failure.ts';
import { feedAsUtf8 } from './feed-as-utf8.ts';
import { findDateFormats } from './find-date-formats.ts';
import { type FileBytes, inspectBytes } from './inspect-bytes.ts';
import { mapFields } from './map-fields.ts';
import { findTextFormat } from './text-format.ts';

/** Each file is one page, in the order delivered; each is refused whole, with its own error, or read whole. */
export function filesSource(
  settings: FilesSource,
  city: City,
  connection: DuckDBConnection,
  environment: Environment = process.env,
): Source {
  return {
    id: settings.id,
    fields: new Set(Object.keys(settings.fields) as RawField[]),
    delivery: settings.delivery === 'delta' ? 'delta' : 'full',
    async discover() {
      const [file] = await findFiles(settings, city, environment);
      const opened = file === undefined ? undefined : await openFile(file, settings, connection);
      await opened?.close();
      return { types: [], statuses: [], fields: opened?.header ?? [] };
    },
    async *changes() {
      for (const file of await findFiles(settings, city, environment)) yield await pageOf(file, settings, connection);
    },
    deletes: () => Promise.resolve('unsupported'),
    /** A file drop has no other list of ids than its records. */
    async *listIds() {},
    completeUntil: () => (settings.as_of === undefined ? null : new Date(settings.as_of)),
  };
}

/** In the order delivered. Throws SOURCE_FILE_MISSING. */
async function findFiles(settings: FilesSource, city: City, environment: Environment): Promise<string[]> {
  const folder = resolveSourceFolder(settings.folder, city.folder, environment);
  const names: string[] = [];
  for await (const name of glob(settings.pattern, { cwd: folder })) names.push(name);
  if (names.length === 0) {
    throw new OperatorError('SOURCE_FILE_MISSING', {
      exit: 'source',
      message: 'The CRM has delivered no file.',
      faults: [{ where: path.join(folder, settings.pattern), found: 'no file', expected: 'at least one' }],
      remedy: 'Check that the scheduled export still writes there, then: npm run nightly',
    });
  }
  const place = (name: string) => settings.order.indexOf(name);
  return names
    .sort()
    .sort((a, b) => place(a) - place(b))
    .map((name) => path.join(folder, name));
}

async function pageOf(file: string, settings: FilesSource, connection: DuckDBConnection): Promise<Page> {
  const opened = await openFile(file, settings, connection);
  const mapped = mapFields(file, opened.header, settings);
  const fields = await findDateFormats(file, opened.format, mapped, connection, opened.feed);
  const explain = (cause: unknown) => explainFailure(file, opened.lineCount, cause);
  return {
    records: {
      name: file,
      query: fileQuery(opened.format, fields, settings.sentinels),
      feed: opened.feed,
      close: opened.close,
      explain,
    },
    cursor: path.basename(file),
    serverDate: null,
  };
}

interface OpenedFile {
  readonly format: FileFormat;
  readonly header: readonly string[];
  /** Of text. */
  readonly lineCount: number | null;
  /** Runs beside each query; does nothing where the database reads the file itself. */
  feed(): Promise<void>;
  close(): Promise<void>;
}

async function openFile(file: string, settings: FilesSource, connection: DuckDBConnection): Promise<OpenedFile> {
  const nothing = () => Promise.resolve();
  if (/\.parquet$/i.test(file) || /\.(jsonl|ndjson)(\.gz)?$/i.test(file)) {
    const kind = /\.parquet$/i.test(file) ? 'parquet' : 'json-lines';
    const header = await readColumnNames(connection, kind, file).catch((cause: unknown) => {
      throw explainFailure(file, null, cause);
    });
    return { format: { kind, path: file, header }, header, lineCount: null, feed: nothing, close: nothing };
  }
  const bytes = await inspectBytes(file);
  const { encoding, delimiter, header } = findTextFormat(file, bytes, settings);
  const { lineCount } = bytes;
  const text = { kind: 'text', delimiter, header } as const;
  const label = foreignLabel(bytes, encoding);
  if (label === undefined) {
    const format = { ...text, path: file, encoding: encoding === 'utf-16' ? 'utf-16' : 'utf-8' } as const;
    return { format, header, lineCount, feed: nothing, close: nothing };
  }
  const { pipe, run, close } = await feedAsUtf8(file, label);
  return { format: { ...text, path: pipe, encoding: 'utf-8' }, header, lineCount, feed: run, close };
}

/** The label of an encoding that the database does not read as we mean it; undefined for one that it does. */
function foreignLabel(bytes: FileBytes, encoding: string): string | undefined {
  if (encoding === 'windows-1252' || encoding === 'latin-1') return 'windows-1252';
  if (encoding !== 'utf-16') return undefined;
  return bytes.head[0] === 0xfe && bytes.head[1] === 0xff ? 'utf-16be' : undefined;
}
