/** A city with polygons, from its folder and its CRM's file to the published areas: which counts, and what is not shown. */

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EndedNight, makeDataFolder, runNight } from './run-night.ts';
import { writeSmallCity } from './small-city.ts';

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const lake = box(-79.6, 43.2, -79.4, 43.4);
const island = box(-79.55, 43.25, -79.45, 43.35);

/** North lies around a lake, and on the island in it; south has no shape. */
const areas = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { area_id: 'north', name_en: 'North' },
      geometry: { type: 'MultiPolygon', coordinates: [[box(-80, 43, -79, 44), lake], [island]] },
    },
    { type: 'Feature', properties: { area_id: 'south', name_en: 'South' }, geometry: null },
  ],
};

/** Degrees, the CRM's word, and the area that must come out; by the number of times each stands in the file. */
const places: readonly (readonly [times: number, point: string, word: string, area: string])[] = [
  [3, '-79.123457,43.765432', 'north', 'north'],
  [4, '-79.123457,43.765432', 'south', 'north'],
  [5, '-79.512345,43.298765', '', 'north'],
  [6, '-79.587654,43.212345', '', 'unknown'],
  [7, '-79.587654,43.212345', 'south', 'south'],
  [8, '-79.7531,43.8642', 'south', 'south'],
  [9, 'n/a,43.765432', 'south', 'south'],
];
const rows = places.flatMap(([times, point, word]) => Array.from({ length: times }, () => `${point},${word}`));

let data: Awaited<ReturnType<typeof makeDataFolder>>;
let night: EndedNight;

beforeAll(async () => {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
  const city = join(data.folder, 'city');
  const settings = JSON.parse(await readFile(join(city, 'city.json'), 'utf8'));
  Object.assign(settings.sources[0].fields, { longitude: 'lon', latitude: 'lat' });
  settings.sources[0].default_points = [[-79.7531, 43.8642]];
  await writeFile(join(city, 'city.json'), JSON.stringify(settings));
  await writeFile(join(city, 'areas.geojson'), JSON.stringify(areas));
  await writeFile(
    join(city, 'crm', 'requests.csv'),
    [
      'id,requested_at,closed_at,status,service,channel,lon,lat,area',
      ...rows.map((place, index) => `C-${index},2024-03-05T10:00:00,,Open,Pothole,Phone,${place}`),
      '',
    ].join('\r\n'),
  );
  night = await runNight(['--data', data.folder, '--until', 'export']);
});
afterAll(() => data.remove());

const exports = () => join(data.folder, 'releases/next/exports');
const exported = async (name: string) => (await readFile(join(exports(), name), 'utf8')).trim().split('\r\n');

test('the point decides, the word where there is none, and the differences are counted', async () => {
  expect(night.exitCode, night.output).toBe(0);
  const [header = '', ...records] = await exported('requests.csv');
  const column = header.split(',').indexOf('area_id');
  const counted: Record<string, number> = {};
  for (const record of records) {
    const area = record.split(',')[column] ?? '';
    counted[area] = (counted[area] ?? 0) + 1;
  }
  const expected: Record<string, number> = {};
  for (const [times, , , area] of places) expected[area] = (expected[area] ?? 0) + times;
  expect(counted).toEqual(expected);
  expect((await exported('quality.csv')).filter((line) => line.endsWith('overruled_area,4'))).toHaveLength(1);
});

test('no coordinate of a request is in any export, or said by the night', async () => {
  const files = (await readdir(exports())).filter((name) => /\.(?:csv|json|geojson)$/.test(name));
  expect(files).toContain('requests.csv');
  for (const name of files) expect(await readFile(join(exports(), name), 'utf8'), name).not.toMatch(/123457|765432/);
  expect(night.output).not.toMatch(/123457|765432/);
});
