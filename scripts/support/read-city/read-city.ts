/** Reads a city folder and checks all of it, so that every fault in it is reported at once. */

import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { areaCollection, cityLists, citySettings, type City, type CityListName } from '../../../src/contract/city.ts';
import { OperatorError, type Fault } from '../operator-error.ts';
import { areaFaults } from './check-areas.ts';
import { listFaults, listKeys } from './check-list.ts';
import { missingNameColumns } from './check-names.ts';
import { referenceFaults, type ReadLists } from './check-references.ts';
import { languagesOf, settingsFaults, sourceIdsOf } from './check-settings.ts';
import { readJson } from './read-json.ts';
import { readList } from './read-list.ts';
import { noStreets, readStreets } from './read-streets.ts';
import { findRenamed, renamedKeys, type RenamedKey } from './renamed-keys.ts';
import type { Environment } from './resolve-source-folder.ts';
import { oneOf, pathText, schemaFaults } from './schema-faults.ts';

const listNames = Object.keys(cityLists) as CityListName[];

export interface ReadCityOptions {
  readonly environment?: Environment;
  readonly renamed?: readonly RenamedKey[];
  /** False for the live lane, which reads them with all else of its own, and tells of it in one error. */
  readonly readsStreets?: boolean;
}

/** Throws CITY_FOLDER_MISSING, or CITY_FOLDER_INVALID with every fault of every file. */
export async function readCity(
  folder: string,
  { environment = process.env, renamed = renamedKeys, readsStreets = true }: ReadCityOptions = {},
): Promise<City> {
  const files = await filesOf(folder);
  const settingsFile = join(folder, 'city.json');
  const areasFile = join(folder, 'areas.geojson');
  const settings = await readJson(settingsFile);
  const areas = await readJson(areasFile);
  const lists = Object.fromEntries(
    await Promise.all(listNames.map(async (name) => [name, await readList(folder, name, renamed)] as const)),
  ) as unknown as ReadLists;
  const streets = readsStreets ? await readStreets(folder) : noStreets;
  const languages = languagesOf(settings.value);
  const faults = [
    ...jsonFaults(settingsFile, citySettings, settings, renamed),
    ...settingsFaults(settingsFile, settings.value, environment),
    ...strayFaults(folder, files),
    ...listNames.flatMap((name) => [
      ...lists[name].faults,
      ...missingNameColumns(lists[name], languages),
      ...listFaults(lists[name].rows, listKeys[name], languages),
    ]),
    ...referenceFaults(lists, sourceIdsOf(settings.value)),
    ...jsonFaults(areasFile, areaCollection, areas, renamed),
    ...areaFaults(areasFile, areas.value, languages),
    ...streets.faults,
  ];
  if (faults.length > 0) throw invalid(folder, faults);
  return {
    folder,
    settings: citySettings.parse(settings.value),
    lists: Object.fromEntries(listNames.map((name) => [name, checkedRows(lists, name)])) as unknown as City['lists'],
    areas: areaCollection.parse(areas.value),
    streets: streets.value,
  };
}

function checkedRows(lists: ReadLists, name: CityListName) {
  return z.array(cityLists[name]).parse(lists[name].rows.map((row) => row.cells));
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw new OperatorError('CITY_FOLDER_MISSING', {
      exit: 'configuration',
      message: 'The folder that describes the city cannot be read.',
      faults: [{ where: folder, found: (cause as Error).message, expected: 'a folder with city.json' }],
      remedy: 'Name the folder that contains city/, for example: npm run nightly -- --data data',
      cause,
    });
  }
}

function jsonFaults(
  file: string,
  schema: z.ZodType,
  read: { value: unknown; faults: readonly Fault[] },
  renamed: readonly RenamedKey[],
): Fault[] {
  if (read.faults.length > 0) return [...read.faults];
  const where = (path: readonly PropertyKey[]) => `${file}, ${pathText(path) || 'the whole file'}`;
  return [...schemaFaults(schema, read.value, where, (path) => findRenamed(renamed, basename(file), path))];
}

/** A misspelt optional list would otherwise be a list that is silently not there. */
function strayFaults(folder: string, files: readonly string[]): Fault[] {
  const known = listNames.map((name) => `${name}.csv`);
  return files
    .filter((file) => file.toLowerCase().endsWith('.csv') && !known.includes(file))
    .map((file) => ({
      where: join(folder, file),
      found: 'a list that is not known',
      expected: oneOf(basename(file), known),
    }));
}

function invalid(folder: string, faults: readonly Fault[]): OperatorError {
  return new OperatorError('CITY_FOLDER_INVALID', {
    exit: 'configuration',
    message: `The city folder ${folder} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`,
    faults,
    remedy: 'Correct each of the places above, then: npm run nightly',
  });
}
