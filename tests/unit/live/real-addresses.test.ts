/** The search over a real city's streets, as prepare-streets makes them: 500 of its own addresses, right and with one letter wrong. */

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { csvParse } from 'd3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { prepareStreets } from '../../../scripts/streets/prepared/prepare-streets.ts';
import { readCity } from '../../../scripts/support/read-city/read-city.ts';
import { isSegment, streetCollection, type StreetCollection } from '../../../src/contract/streets.ts';
import { findRealData } from '../../support/real-data.ts';
import { searchOver, seeded, withOneLetterWrong, type MadeSearch } from './made-search.ts';

const data = findRealData('sault-ste-marie');
const random = seeded(33316);
const wanted = 500;

interface Typed {
  readonly number: string;
  readonly street: string;
}

let folder: string;
let made: MadeSearch;
/** Addresses on streets that the city's own street file has: a search cannot find a street that is not there. */
let addresses: readonly Typed[];

beforeAll(async () => {
  if (!data.present) return;
  folder = await mkdtemp(join(tmpdir(), 'plainview-sault-'));
  await cp('tests/cities/sault-ste-marie/city', join(folder, 'city'), { recursive: true });
  const unpacked = async (name: string) => gunzipSync(await readFile(join(data.folder, name)));
  await writeFile(join(folder, 'streets.json'), await unpacked('streets.json.gz'));
  const city = await readCity(join(folder, 'city'), { environment: { ...process.env, PLAINVIEW_SAULT: folder } });
  await prepareStreets(city, { from: join(folder, 'streets.json'), projection: 'EPSG:26916', fields: '' });
  const streets = streetCollection.parse(JSON.parse(await readFile(join(folder, 'city', 'streets.geojson'), 'utf8')));
  made = searchOver(streets);
  const known = namesOf(streets);
  const rows = csvParse(String(await unpacked('addresses.csv.gz')));
  const usable = rows.filter(
    (row) => known.has(String(row['STREETNAME']).toLowerCase()) && Number(row['CIVICNUMBER']) > 0,
  );
  process.stdout.write(`${usable.length} of ${rows.length} addresses are on a street of the file\n`);
  addresses = Array.from({ length: wanted }, () => usable[Math.floor(random() * usable.length)]!).map((row) => ({
    number: String(row['CIVICNUMBER']),
    street: String(row['STREETNAME']),
  }));
});
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
});
beforeEach((context) => {
  if (!data.present) context.skip(data.reason);
});

function namesOf({ features }: StreetCollection): Set<string> {
  return new Set(features.filter(isSegment).map(({ properties }) => properties.name.toLowerCase()));
}

async function lost(typed: (address: Typed) => string): Promise<string[]> {
  const missing: string[] = [];
  const times: number[] = [];
  for (const address of addresses) {
    const text = typed(address);
    const began = process.cpuUsage();
    const names = await made.namesFor(text);
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1000);
    if (!names.some((name) => name.toLowerCase() === address.street.toLowerCase()))
      missing.push(`${text} (${address.street})`);
  }
  times.sort((a, b) => a - b);
  const [half, most, longest] = [0.5, 0.99, 1].map((share) => times[Math.ceil(share * wanted) - 1]?.toFixed(1));
  process.stdout.write(`a search takes ${half} ms of a core, 99 of 100 ${most} ms, the longest ${longest} ms\n`);
  return missing;
}

describe('500 addresses of the real city', () => {
  test('each is found as the city writes it', async () => {
    expect(await lost(({ number, street }) => `${number} ${street}`)).toEqual([]);
  });

  test('each is found with one letter wrong', async () => {
    expect(await lost(({ number, street }) => `${number} ${withOneLetterWrong(street, random)}`)).toEqual([]);
  });
});
