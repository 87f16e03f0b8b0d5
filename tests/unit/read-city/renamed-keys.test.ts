/** A folder written for an older version is told, all at once, what each name is called now. */

import { expect, test } from 'vitest';
import { OperatorError } from '../../../scripts/support/operator-error.ts';
import { readCity } from '../../../scripts/support/read-city/read-city.ts';
import type { RenamedKey } from '../../../scripts/support/read-city/renamed-keys.ts';
import { settings, validFiles, writeCity } from './city-folder.ts';

/** As if the keys of today were those of tomorrow. */
const renamed: readonly RenamedKey[] = [
  { file: 'city.json', old: 'timezone', now: 'time_zone', since: '0.4.0' },
  { file: 'city.json', old: 'sources[].directory', now: 'folder', since: '0.4.0' },
  { file: 'city.json', old: 'site.theme', now: null, since: '0.5.0' },
  { file: 'services.csv', old: 'privacy', now: 'tier', since: '0.5.0' },
];

async function faultsOf(files: Record<string, string>): Promise<string[]> {
  const folder = await writeCity(files);
  const error = await readCity(folder, { environment: { CRM_EXPORTS: '/srv/crm' }, renamed }).catch((one) => one);
  if (!(error instanceof OperatorError)) return [];
  return error.faults.map(({ where, found, expected }) =>
    `${where} | ${found} | ${expected}`.replace(`${folder}/`, ''),
  );
}

test('keys and columns are named with what they are called now, and nothing else is said of them', async () => {
  const city = structuredClone(settings) as any;
  city.timezone = city.time_zone;
  delete city.time_zone;
  city.sources[0].directory = city.sources[0].folder;
  delete city.sources[0].folder;
  city.site.theme = 'dark';
  const services = validFiles['services.csv']?.replace(/^(.*?),tier,/, '$1,privacy,') ?? '';
  expect(await faultsOf({ 'city.json': JSON.stringify(city), 'services.csv': services })).toEqual([
    'city.json, site.theme | a name from before version 0.5.0 | nothing: it is not needed any more, delete it',
    'city.json, sources[0].directory | a name from before version 0.4.0 | folder: the same, under its new name',
    'city.json, timezone | a name from before version 0.4.0 | time_zone: the same, under its new name',
    'services.csv, line 1, column privacy | a name from before version 0.5.0 | tier: the same, under its new name',
  ]);
});

test('a folder of today is read, whatever was renamed before', async () => {
  expect(await faultsOf({})).toEqual([]);
});
