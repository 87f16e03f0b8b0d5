/** Reads `city/live/` and checks all of it, so that every fault in it is reported at once, before the lane begins. */

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { City } from '../../../src/contract/city.ts';
import {
  liveEvent,
  liveHide,
  liveLists,
  liveSettings,
  type LiveSettings,
} from '../../../src/contract/live-settings.ts';
import { type Environment, unsetVariables } from '../../support/fill-variables.ts';
import { OperatorError, type Fault } from '../../support/operator-error.ts';
import { readJson } from '../../support/read-city/read-json.ts';
import { readRows } from '../../support/read-city/read-list.ts';
import { oneOf, pathText, schemaFaults, showValue } from '../../support/read-city/schema-faults.ts';
import { isRecord } from '../../support/read-city/schema-keys.ts';
import { hiddenAreaFaults } from './read-dispatch.ts';
import { readOverrides } from './read-overrides.ts';
import type { StreetFiles } from './read-streets.ts';

const knownFiles = ['settings.json', 'event.json', 'hide.json', 'overrides.csv', 'levels_of_service.csv'];

/** Throws LIVE_FOLDER_INVALID with every fault of every file. */
export async function readLiveFolder(
  city: City,
  streets: StreetFiles,
  environment: Environment = process.env,
): Promise<LiveSettings> {
  const folder = liveFolder(city.folder);
  const file = join(folder, 'settings.json');
  const settings = await readJson(file);
  const faults = [
    ...settings.faults,
    ...(settings.faults.length > 0 ? [] : settingsFaults(file, settings.value, city, environment)),
    ...(await strayFaults(folder)),
    ...(await optionalJsonFaults(join(folder, 'event.json'), liveEvent)),
    ...(await optionalJsonFaults(join(folder, 'hide.json'), liveHide)),
    ...(await hiddenAreaFaults(folder, city)),
    ...(await readOverrides(folder, streets, city.settings.time_zone)).faults,
    ...(await readRows(join(folder, 'levels_of_service.csv'), liveLists.levels_of_service, true)).faults,
  ];
  if (faults.length === 0) return liveSettings.parse(settings.value);
  throw new OperatorError('LIVE_FOLDER_INVALID', {
    exit: 'configuration',
    message: `The live folder ${folder} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`,
    faults,
    remedy: 'Correct each of the places above, then: npm run live',
  });
}

export function liveFolder(cityFolder: string): string {
  return join(cityFolder, 'live');
}

function settingsFaults(file: string, raw: unknown, city: City, environment: Environment): Fault[] {
  const feeds = isRecord(raw) && Array.isArray(raw['feeds']) ? raw['feeds'].filter(isRecord) : [];
  const ids = feeds.map((feed) => feed['id']);
  return [
    ...schemaFaults(liveSettings, raw, (path) => `${file}, ${pathText(path) || 'the whole file'}`),
    ...feeds.flatMap((feed, index) => {
      const where = `${file}, feeds[${index}]`;
      return [
        ...(ids.indexOf(feed['id']) < index
          ? [{ where: `${where}.id`, found: showValue(feed['id']), expected: 'each once' }]
          : []),
        ...demoFaults(where, feed, city),
        ...vehicleFaults(where, feed),
        ...variableFaults(where, feed, environment),
      ];
    }),
  ];
}

function demoFaults(where: string, feed: Record<string, unknown>, city: City): Fault[] {
  if (feed['kind'] !== 'demo-storm' || city.settings.demo) return [];
  const expected = 'a feed of real vehicles, or "demo": true in city.json, which every page then says';
  return [{ where: `${where}.kind`, found: 'demo-storm', expected }];
}

function vehicleFaults(where: string, { kind, fields }: Record<string, unknown>): Fault[] {
  if ((kind !== 'folder' && kind !== 'arcgis') || !isRecord(fields) || fields['vehicle']) return [];
  return [
    { where: `${where}.fields.vehicle`, found: 'nothing', expected: 'the column that tells one vehicle from another' },
  ];
}

function variableFaults(where: string, feed: Record<string, unknown>, environment: Environment): Fault[] {
  const headers = isRecord(feed['headers']) ? Object.entries(feed['headers']) : [];
  const texts = [
    ...['url', 'folder', 'log'].map((key) => [key, feed[key]] as const),
    ...headers.map(([name, value]) => [`headers.${name}`, value] as const),
  ];
  return texts.flatMap(([key, text]) =>
    typeof text !== 'string'
      ? []
      : unsetVariables(text, environment).map((name) => ({
          where: `${where}.${key}`,
          found: `$${name}, which is not set`,
          expected: 'a value in the environment',
        })),
  );
}

async function optionalJsonFaults(file: string, schema: z.ZodType): Promise<Fault[]> {
  if (!existsSync(file)) return [];
  const { value, faults } = await readJson(file);
  if (faults.length > 0) return [...faults];
  return [...schemaFaults(schema, value, (path) => `${file}, ${pathText(path) || 'the whole file'}`)];
}

/** A misspelt hide.json would otherwise be an order that is silently not obeyed. */
async function strayFaults(folder: string): Promise<Fault[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names
    .filter((name) => /\.(json|csv)$/i.test(name) && !knownFiles.includes(name))
    .map((name) => ({
      where: join(folder, name),
      found: 'a file that is not known',
      expected: oneOf(name, knownFiles),
    }));
}
