/** Tries one source as a night would: reached, asked what there is, read; or the error that a night would end with. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../src/contract/city.ts';
import type { Source as SourceSettings } from '../../src/contract/sources.ts';
import { plural } from '../new-city/describe-proposal.ts';
import { openSources, processEffects } from '../sources/open-sources.ts';
import { pullSource } from '../sources/pull-source.ts';
import type { Discovery, Source } from '../sources/source.ts';
import type { DataFolders } from '../support/data-folders.ts';
import { OperatorError } from '../support/operator-error.ts';
import { openRecordStore } from '../warehouse/record-store.ts';
import { describeFiles } from './describe-files.ts';
import { describeOffer, refuseMissing } from './describe-offer.ts';

/** A first look must not pull all that a request system holds. */
const LOOK_DAYS = 30;

export interface TriedSource {
  readonly id: string;
  readonly lines: readonly string[];
  readonly error?: OperatorError;
  /** What a system with an API says of itself. */
  readonly offer?: Discovery;
}

export interface TrySourceOptions {
  /** Its lists need not be valid. */
  readonly city: City;
  readonly settings: SourceSettings;
  /** Temporary: the records land there, cut to the allowed fields, as in a night. */
  readonly folders: DataFolders;
  readonly connection: DuckDBConnection;
  readonly now: Date;
  readonly open?: OpenSources | undefined;
}

export type OpenSources = (city: City, connection: DuckDBConnection) => readonly Source[];

/** A person waits: files are looked at as they are. */
const openAtOnce: OpenSources = (city, connection) =>
  openSources(city, connection, { ...processEffects(), stillMs: 0 });

export async function trySource(options: TrySourceOptions): Promise<TriedSource> {
  const { city, settings, connection, open = openAtOnce } = options;
  const { id } = settings;
  try {
    const [source] = open({ ...city, settings: { ...city.settings, sources: [settings] } }, connection);
    if (source === undefined) throw new Error(`source ${id} was not opened`);
    return await (settings.kind === 'files' || settings.kind === 'demo'
      ? tryWhole(source, options)
      : tryApi(source, { ...options, settings }));
  } catch (cause) {
    if (!(cause instanceof OperatorError)) throw cause;
    return { id, lines: [`source ${id}: cannot be read, see ${cause.code} below`], error: cause };
  }
}

async function tryWhole(source: Source, options: TrySourceOptions): Promise<TriedSource> {
  const { settings, city } = options;
  const records = plural(await land(source, options), 'record');
  const files = settings.kind === 'files' ? await describeFiles(city, settings, source) : [];
  return { id: source.id, lines: [`source ${source.id}: ${records}`, ...files] };
}

export type ApiSettings = Exclude<SourceSettings, { readonly kind: 'files' | 'demo' }>;

async function tryApi(
  source: Source,
  options: TrySourceOptions & { readonly settings: ApiSettings },
): Promise<TriedSource> {
  const { settings } = options;
  const { id } = settings;
  const offer = await source.discover();
  const lines = describeOffer(settings, offer);
  try {
    refuseMissing(settings, offer);
    const records = plural(await land(ofLastDays(source), options), 'record');
    const note = `  ${records} of the last ${LOOK_DAYS} days, for this look alone: a first night reads all of them`;
    return { id, lines: [...lines, note], offer };
  } catch (cause) {
    if (!(cause instanceof OperatorError)) throw cause;
    return { id, lines: [...lines, `  no record can be read, see ${cause.code} below`], error: cause, offer };
  }
}

/** The same source, asked for the last days only. */
function ofLastDays(source: Source): Source {
  return {
    ...source,
    changes: ({ until }, known) =>
      source.changes({ since: new Date(until.getTime() - LOOK_DAYS * 86_400_000), until }, known),
  };
}

async function land(source: Source, { folders, connection, now }: TrySourceOptions): Promise<number> {
  if (source.delivery === 'delta') await openRecordStore(connection, folders.records);
  const nothing = { asOf: undefined, accepted: new Set<string>(), onProgress: () => {} };
  const { recordCount } = await pullSource({ source, raw: folders.raw, connection, now, ...nothing });
  return recordCount;
}
