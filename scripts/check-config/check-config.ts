/** Everything that would stop a night before it publishes, found in one go, and what it would publish otherwise. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type City, cityLists, citySettings } from '../../src/contract/city.ts';
import type { DataFolders } from '../support/data-folders.ts';
import { OperatorError } from '../support/operator-error.ts';
import { sameNamedWords } from '../new-city/describe-proposal.ts';
import { readCity } from '../support/read-city/read-city.ts';
import { readJson } from '../support/read-city/read-json.ts';
import { readSecret } from '../support/secret.ts';
import { openWarehouse } from '../warehouse/open-warehouse.ts';
import { findPlaceholders } from './find-placeholders.ts';
import { missingHolidays } from './missing-holidays.ts';
import { preview } from './preview.ts';
import { type OpenSources, type TriedSource, trySource, type TrySourceOptions } from './try-source.ts';

export interface Checked {
  readonly lines: readonly string[];
  /** Whose turn it is first, first. */
  readonly errors: readonly OperatorError[];
}

/** Records land in `temporary`, and nowhere else. */
export async function checkConfig(
  folders: DataFolders,
  temporary: DataFolders,
  now: Date,
  open?: OpenSources,
): Promise<Checked> {
  const errors: OperatorError[] = [];
  const caught = async <Result>(work: () => Result | Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof OperatorError)) throw cause;
      errors.push(cause);
      return undefined;
    }
  };
  const city = await caught(() => readCity(folders.city));
  const lines = [city ? `${folders.city}: no fault` : `${folders.city}: faults, listed below`];
  const tried = await trySources(city ?? (await cityOfSettings(folders.city)), { folders: temporary, now, open });
  lines.push(...tried.flatMap((source) => source.lines));
  errors.push(...tried.flatMap(({ error }) => error ?? []));
  const offers = new Map(tried.flatMap(({ id, offer }) => (offer ? [[id, offer] as const] : [])));
  if (city && errors.length === 0) {
    const told = await caught(() => inMemory((connection) => preview(city, temporary, connection, offers)));
    lines.push('', ...(told?.lines ?? []), ...toLookAt(city), ...toFillIn(city), ...holidaysToList(city, now));
    // The last days of a request system may hold none.
    if (told?.isAnyPublished === false && offers.size === 0) errors.push(nothingPublished(city));
  }
  if (city && (await caught(() => readSecret(city))) !== undefined) lines.push('', secretLine(city));
  if (errors.length === 0) lines.push('', 'Nothing stops a night.');
  return { lines, errors };
}

async function trySources(
  city: City | undefined,
  options: Pick<TrySourceOptions, 'folders' | 'now' | 'open'>,
): Promise<TriedSource[]> {
  const tried: TriedSource[] = [];
  for (const settings of city?.settings.sources ?? []) {
    tried.push(await inMemory((connection) => trySource({ ...options, city: city as City, settings, connection })));
  }
  return tried;
}

/** Each in a database of its own, as the steps of a night are: it lets go of what it has opened. */
async function inMemory<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const warehouse = await openWarehouse({ file: ':memory:' });
  try {
    return await work(warehouse.connection);
  } finally {
    warehouse.close();
  }
}

/** Where only the lists are at fault the sources can be tried all the same, but for one that is made of the lists. */
async function cityOfSettings(folder: string): Promise<City | undefined> {
  const { value } = await readJson(path.join(folder, 'city.json'));
  const parsed = citySettings.safeParse(value);
  if (!parsed.success) return undefined;
  const settings = { ...parsed.data, sources: parsed.data.sources.filter(({ kind }) => kind !== 'demo') };
  const lists = Object.fromEntries(Object.keys(cityLists).map((name) => [name, []])) as unknown as City['lists'];
  return { folder, settings, lists, areas: { type: 'FeatureCollection', features: [] }, streets: null };
}

function nothingPublished({ folder, lists }: City): OperatorError {
  const open = lists.services.filter(({ tier }) => tier !== 'C').length;
  return new OperatorError('NO_RECORD_PUBLISHED', {
    exit: 'configuration',
    message: 'No record would be published: a night refuses to publish a site of nothing.',
    faults: [
      {
        where: path.join(folder, 'services.csv'),
        found: open === 0 ? 'every service in tier C' : `${open} services in tier A or B, none with a record`,
        expected: 'A or B in the column tier of services that are about a public thing, or near a home',
      },
    ],
    remedy: 'Decide the tier of the services most asked for, which stand first, then: npm run check-config',
  });
}

/** The names that `npm run new-city` could only guess. */
function toLookAt({ areas, folder }: City): string[] {
  const same = areas.features.filter(({ properties }) => properties.name_en === properties.name_fr).length;
  return same === 0 ? [] : ['', `To be looked at, in ${folder}/areas.geojson: ${sameNamedWords(same)}`];
}

function toFillIn({ settings, folder }: City): string[] {
  const left = settings.demo ? [] : findPlaceholders(settings);
  return left.length === 0 ? [] : ['', `Still to be filled in, in ${folder}/city.json: ${left.join(', ')}`];
}

function holidaysToList(city: City, now: Date): string[] {
  const lines = missingHolidays(city, now);
  return lines.length === 0 ? [] : ['', ...lines];
}

function secretLine({ settings }: City): string {
  return settings.demo ? 'The secret is that of the demonstration.' : 'The secret is set.';
}
