/** A file drop: what the city's CRM exports into a folder, as text, JSON, Parquet or Excel workbooks. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../../src/contract/city.ts';
import type { FilesSource, RawField } from '../../../src/contract/sources.ts';
import type { Environment } from '../../support/read-city/resolve-source-folder.ts';
import { fileQuery } from '../../warehouse/file-query.ts';
import type { Page, Source } from '../source.ts';
import { contentHash } from './content-hash.ts';
import { explainFailure } from './explain-failure.ts';
import { findDateFormats } from './find-date-formats.ts';
import { findFiles } from './find-files.ts';
import { mapFields } from './map-fields.ts';
import { openFile } from './open-file.ts';
import { type StillnessEffects, stillFiles } from './still-files.ts';

export interface FilesEffects extends StillnessEffects {
  readonly environment: Environment;
}

/**
 * Each file is one page, in the order delivered; each is refused whole, with its own error, or read whole. Of a `delta`
 * drop each is read once, whatever its name: pages are named by content.
 */
export function filesSource(
  settings: FilesSource,
  city: City,
  connection: DuckDBConnection,
  effects: FilesEffects,
): Source {
  const { environment } = effects;
  return {
    id: settings.id,
    fields: new Set(Object.keys(settings.fields) as RawField[]),
    delivery: settings.delivery === 'delta' ? 'delta' : 'full',
    async discover() {
      const newest = (await findFiles(settings, city, { environment })).at(-1);
      const opened = newest === undefined ? undefined : await openFile(newest, settings, connection);
      await opened?.close();
      return { identity: null, types: [], statuses: [], fields: opened?.header ?? [] };
    },
    async *changes(_, { pageNames }) {
      const isDelta = settings.delivery === 'delta';
      const mayBeNone = isDelta && pageNames.size > 0;
      const handled = new Set(pageNames);
      for (const file of await stillFiles(() => findFiles(settings, city, { environment, mayBeNone }), effects)) {
        const name = isDelta ? await contentHash(file) : undefined;
        if (name !== undefined && handled.has(name)) continue;
        if (name !== undefined) handled.add(name);
        yield { ...(await pageOf(file, settings, connection)), ...(name === undefined ? {} : { name }) };
      }
    },
    completeUntil: async () => (settings.as_of === undefined ? null : new Date(settings.as_of)),
  };
}

async function pageOf(file: string, settings: FilesSource, connection: DuckDBConnection): Promise<Page> {
  const opened = await openFile(file, settings, connection);
  const explain = (cause: unknown) => explainFailure(file, opened.lineCount, cause);
  try {
    const mapped = mapFields(opened.headerPlace, opened.header, settings);
    const fields = await findDateFormats(file, opened.format, mapped, connection, opened.feed);
    return {
      records: {
        ...{ name: file, query: fileQuery(opened.format, fields, settings.sentinels) },
        ...{ feed: opened.feed, close: opened.close, explain },
      },
    };
  } catch (cause) {
    await opened.close();
    throw explain(cause);
  }
}
