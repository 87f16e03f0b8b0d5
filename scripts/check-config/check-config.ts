/** Everything that would stop a night before it publishes, found in one go, and what it would publish otherwise. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type City, cityLists, citySettings } from '../../src/contract/city.ts';
import type { DataFolders } from '../support/data-folders.ts';
import { OperatorError } from '../support/operator-error.ts';
import { readCity } from '../support/read-city/read-city.ts';
import { readJson } from '../support/read-city/read-json.ts';
import { readSecret } from '../support/secret.ts';
import { openWarehouse } from '../warehouse/open-warehouse.ts';
import { findPlaceholders } from './find-placeholders.ts';
import { preview } from './preview.ts';
import { trySource } from './try-source.ts';

export interface Checked {
  readonly lines: readonly string[];
  /** Whose turn it is first, first. */
  readonly errors: readonly OperatorError[];
}

/** Records land in `temporary`, and nowhere else. */
export async function checkConfig(folders: DataFolders, temporary: DataFolders, now: Date): Promise<Checked> {
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
  const warehouse = await openWarehouse({ file: ':memory:' });
  try {
    const sources = city ?? (await cityOfSettings(folders.city));
    if (sources) lines.push(...(await trySources(sources, temporary, warehouse.connection, now, errors)));
    if (city && errors.length === 0) {
      const told = await caught(() => preview(city, temporary, warehouse.connection));
      lines.push('', ...(told?.lines ?? []), ...toFillIn(city));
      if (told?.isAnyPublished === false) errors.push(nothingPublished(city));
    }
    if (city && (await caught(() => readSecret(city))) !== undefined) lines.push('', secretLine(city));
  } finally {
    warehouse.close();
  }
  if (errors.length === 0) lines.push('', 'Nothing stops a night.');
  return { lines, errors };
}

async function trySources(
  city: City,
  folders: DataFolders,
  connection: DuckDBConnection,
  now: Date,
  errors: OperatorError[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const source of city.settings.sources) {
    const tried = await trySource({ city, source, folders, connection, now });
    lines.push(...tried.lines);
    if (tried.error) errors.push(tried.error);
  }
  return lines;
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

function toFillIn({ settings, folder }: City): string[] {
  const left = settings.demo ? [] : findPlaceholders(settings);
  return left.length === 0 ? [] : ['', `Still to be filled in, in ${folder}/city.json: ${left.join(', ')}`];
}

function secretLine({ settings }: City): string {
  return settings.demo ? 'The secret is that of the demonstration.' : 'The secret is set.';
}
