/** The streets of a real city, from its own export in ESRI paths and UTM metres, made into `streets.geojson`. */

import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { streetCollection, type Segment, type StreetCollection } from '../../../src/contract/streets.ts';
import { distance, laySheet } from '../../../scripts/streets/ground.ts';
import { makeDataFolder, startNight, type EndedNight } from '../../pipeline/run-night.ts';
import { findRealData } from '../../support/real-data.ts';
import { intersectionsOf, segmentsOf } from '../../unit/streets/read-collection.ts';
import { fillAreas, zone16 } from './ward-areas.ts';

const data = findRealData('sault-ste-marie');
const sheet = laySheet(46.53);
let folder: string;
let remove = async () => {};
let run: EndedNight;
let streets: StreetCollection;
let segments: Segment[];

async function prepare(...args: string[]): Promise<EndedNight> {
  const from = join(data.present ? data.folder : '', 'streets.json.gz');
  return startNight(['--data', folder, '--from', from, ...args], {}, 'scripts/prepare-streets.ts').ended;
}

beforeAll(async () => {
  if (!data.present) return;
  ({ folder, remove } = await makeDataFolder());
  cpSync('tests/cities/sault-ste-marie/city', join(folder, 'city'), { recursive: true });
  fillAreas(join(folder, 'city'), data.folder);
  run = await prepare('--projection', 'EPSG:26916');
  streets = streetCollection.parse(JSON.parse(readFileSync(join(folder, 'city/streets.geojson'), 'utf8')));
  segments = segmentsOf(streets);
}, 60_000);
afterAll(() => remove());

test('every column is found by its name, and the 387 segments of other municipalities are reported', (context) => {
  if (!data.present) return context.skip(data.reason);
  expect(run.exitCode, run.output).toBe(0);
  expect(run.output).toMatch(/name +FULLNAME\n.*\n +travel +TRAFFIC_FLOW\n +left_from +LEFTFROMADDRESS/);
  expect(run.output).toMatch(/3,419 segments of 909 streets, 1,770 intersections/);
  expect(run.output).toMatch(/ 387 {2}of another municipality/);
  expect(run.output).toContain('Cut where another street ends on the middle of a segment: 97.');
  expect(run.output).toContain('One-way rows that do not say which way: 130.');
});

test('without its column of municipalities the polygons say nearly the same', { timeout: 30_000 }, async (context) => {
  if (!data.present) return context.skip(data.reason);
  const byPolygons = await prepare('--projection', 'EPSG:26916', '--fields', 'municipality=');
  expect(byPolygons.output).toMatch(/ 381 {2}outside the areas/);
});

test('a file that does not say its projection is refused, with the way to say it', async (context) => {
  if (!data.present) return context.skip(data.reason);
  const refused = await prepare();
  expect(refused).toMatchObject({ exitCode: 2, output: expect.stringMatching(/^STREETS_PROJECTION_UNKNOWN/) });
  expect(refused.output).toContain('--projection EPSG:26916');
});

interface Address {
  readonly line: number;
  readonly number: number;
  readonly street: string;
  readonly own: readonly [number, number];
  readonly converted: readonly [number, number];
}

function readAddresses(): Address[] {
  const text = gunzipSync(readFileSync(join(data.present ? data.folder : '', 'addresses.csv.gz'))).toString();
  const rows = text.trim().split(/\r?\n/).slice(1);
  return rows.map((row, index) => {
    const [latitude, longitude, x, y] = row.split(',').slice(-4).map(Number) as [number, number, number, number];
    const [, number, street] = /^"?(\d*)[^,]*,[^,]*,"([^"]*)"/.exec(row) ?? [];
    const converted = zone16.toDegrees([x, y]) as [number, number];
    return { line: index + 2, number: Number(number), street: street ?? '', own: [longitude, latitude], converted };
  });
}

test('its 33,316 addresses, which carry metres and degrees, prove the conversion', (context) => {
  if (!data.present) return context.skip(data.reason);
  const addresses = readAddresses();
  const gaps = addresses
    .map(({ line, own, converted }) => ({ line, metres: distance(sheet.toMetres(own), sheet.toMetres(converted)) }))
    .sort((one, other) => one.metres - other.metres);
  expect(gaps).toHaveLength(33_316);
  expect(gaps[16_658]!.metres).toBeLessThan(0.1);
  // The city's own faults: in five rows latitude and longitude are the same number, in six they are another place.
  const bad = gaps.filter(({ metres }) => metres > 50).map(({ line }) => line);
  expect(bad).toEqual([32429, 32472, 32423, 32443, 32473, 32427, 31779, 32159, 32158, 32825, 32157]);
});

test('nine addresses in ten lie near a segment of their street whose range holds their number', (context) => {
  if (!data.present) return context.skip(data.reason);
  const byName = Map.groupBy(segments, ({ properties }) => properties.name.toLowerCase());
  const addresses = readAddresses().filter(({ number, street }) => number > 0 && byName.has(street.toLowerCase()));
  const isHeld = ({ number, street, converted }: Address) =>
    byName.get(street.toLowerCase())!.some(({ properties: p, geometry }) => {
      const holds = (from: number | null, to: number | null) =>
        from !== null && to !== null && Math.min(from, to) <= number && number <= Math.max(from, to);
      if (!holds(p.left_from, p.left_to) && !holds(p.right_from, p.right_to)) return false;
      const place = sheet.toMetres(converted);
      return geometry.coordinates.some((point) => distance(sheet.toMetres(point), place) < 600);
    });
  expect(addresses.length).toBeGreaterThan(30_000);
  expect(addresses.filter(isHeld).length / addresses.length).toBeGreaterThan(0.9);
});

test('segments meet at nodes: nearly all of them can be reached from each other', (context) => {
  if (!data.present) return context.skip(data.reason);
  const pairs = segments.flatMap(({ properties: { from_node: one, to_node: other } }) => [[one, other], [other, one]] as const); // prettier-ignore
  const neighbours = Map.groupBy(pairs, ([node]) => node);
  const reached = new Set([
    segments.find(({ properties }) => properties.name === 'Queen Street East')!.properties.from_node,
  ]);
  for (const node of reached) for (const [, next] of neighbours.get(node)!) reached.add(next);
  expect(reached.size / neighbours.size).toBeGreaterThan(0.95);
  expect(intersectionsOf(streets).map(({ properties }) => properties.names.join(' + '))).toContain(
    'Pim Street + Queen Street East',
  );
});
