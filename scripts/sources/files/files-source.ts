/** A file drop: what the city's CRM exports into a folder every night, as text, JSON lines or Parquet. */

import { glob } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../../src/contract/city.ts';
import type { FilesSource, RawField } from '../../../src/contract/sources.ts';
import { OperatorError } from '../../support/operator-error.ts';
import { type Environment, resolveSourceFolder } from '../../support/read-city/resolve-source-folder.ts';
import { fileQuery } from '../../warehouse/file-query.ts';
import type { Page, Source } from '../source.ts';
import { explainFailure } from './explain-failure.ts';
import { findDateFormats } from './find-date-formats.ts';
import { mapFields } from './map-fields.ts';
import { openFile } from './open-file.ts';

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
      return { identity: null, types: [], statuses: [], fields: opened?.header ?? [] };
    },
    async *changes() {
      for (const file of await findFiles(settings, city, environment)) yield await pageOf(file, settings, connection);
    },
    completeUntil: async () => (settings.as_of === undefined ? null : new Date(settings.as_of)),
  };
}

/** In the order delivered. Throws SOURCE_FILE_MISSING. */
export async function findFiles(
  settings: Pick<FilesSource, 'folder' | 'pattern' | 'order'>,
  city: Pick<City, 'folder'>,
  environment: Environment = process.env,
): Promise<string[]> {
  const folder = resolveSourceFolder(settings.folder, city.folder, environment);
  if (!existsSync(folder)) throw missingFolder(folder);
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

function missingFolder(folder: string): OperatorError {
  return new OperatorError('SOURCE_FILE_MISSING', {
    exit: 'source',
    message: 'The folder that the CRM delivers into is not there.',
    faults: [{ where: folder, found: 'no folder', expected: 'the folder that city.json names at sources[…].folder' }],
    remedy: 'Correct the folder in city.json, or have it made again where the CRM delivers, then: npm run nightly',
  });
}

async function pageOf(file: string, settings: FilesSource, connection: DuckDBConnection): Promise<Page> {
  const opened = await openFile(file, settings, connection);
  const mapped = mapFields(file, opened.header, settings);
  const explain = (cause: unknown) => explainFailure(file, opened.lineCount, cause);
  const fields = await findDateFormats(file, opened.format, mapped, connection, opened.feed).catch(async (cause) => {
    await opened.close();
    throw explain(cause);
  });
  return {
    records: {
      name: file,
      query: fileQuery(opened.format, fields, settings.sentinels),
      feed: opened.feed,
      close: opened.close,
      explain,
    },
  };
}
