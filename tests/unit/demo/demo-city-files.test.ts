/** The demo's city folder: valid as a whole, its computed files as the program computes them, its wards without gaps. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { placeCollection, streetCollection } from '../../../src/contract/streets.ts';
import { placeOfSegment, segmentsOf } from '../streets/read-collection.ts';
import type { City } from '../../../src/contract/city.ts';
import { areasGeojson, eventsCsv, holidaysCsv } from '../../../scripts/sources/demo/city-files.ts';
import { municipalHolidays } from '../../../scripts/sources/demo/holidays.ts';
import { makeDemoTown } from '../../../scripts/sources/demo/demo-town.ts';
import { featureLines } from '../../../scripts/streets/write-streets.ts';
import { isInside } from '../../../scripts/streets/ground.ts';
import { seededRandom } from '../../../scripts/support/random.ts';
import { cityFolder, readDemo } from './demo-deliveries.ts';

let city: City;
beforeAll(async () => ({ city } = await readDemo()));
const fileText = (name: string) => readFileSync(join(cityFolder, name), 'utf8');

test('the computed files are what the program would write today', () => {
  const seed = city.settings.sources.find((source) => source.kind === 'demo')!.seed;
  expect(fileText('areas.geojson')).toBe(areasGeojson(fileText('areas.geojson')));
  expect(fileText('events.csv')).toBe(eventsCsv(seed));
  expect(fileText('holidays.csv')).toBe(holidaysCsv());
  const town = makeDemoTown(seed, city.areas);
  expect(fileText('streets.geojson') === featureLines(town.streets)).toBe(true);
  expect(fileText('places.geojson')).toBe(featureLines(town.places));
});

test('its streets reach into each ward, with 3,400 to 3,600 segments, and it has two or three works yards', () => {
  const streets = segmentsOf(streetCollection.parse(JSON.parse(fileText('streets.geojson'))));
  const places = placeCollection.parse(JSON.parse(fileText('places.geojson')));
  expect(Math.abs(streets.length - 3500)).toBeLessThanOrEqual(100);
  const counts = city.areas.features.map(({ geometry }) => {
    const rings = geometry?.type === 'Polygon' ? geometry.coordinates : [];
    return streets.filter((segment) => isInside(rings, ...placeOfSegment(segment))).length;
  });
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(streets.length);
  expect(Math.min(...counts)).toBeGreaterThan(200);
  expect([2, 3]).toContain(places.features.filter(({ properties }) => properties.kind === 'yard').length);
});

test('everything has a name in both languages', () => {
  const { services, service_groups, departments, channels, events, holidays } = city.lists;
  const named = [...services, ...service_groups, ...departments, ...channels, ...events, ...holidays];
  expect(named.filter(({ name_en, name_fr }) => !name_en || !name_fr)).toEqual([]);
});

test('at least three services had their target moved, and at least three have none', () => {
  const counts = new Map<string, number>();
  for (const { service_code } of city.lists.targets) counts.set(service_code, (counts.get(service_code) ?? 0) + 1);
  expect([...counts.values()].filter((count) => count > 1).length).toBeGreaterThanOrEqual(3);
  const without = city.lists.services.filter(
    ({ service_code, kind }) => !counts.has(service_code) && kind !== 'comment' && kind !== 'inquiry',
  );
  expect(without.length).toBeGreaterThanOrEqual(3);
});

describe('wards', () => {
  const rings = () =>
    city.areas.features.map(({ geometry }) => (geometry?.type === 'Polygon' ? geometry.coordinates[0]! : []));

  test('an edge belongs to two wards, once in each direction, or lies on the city’s one outer limit', () => {
    const edges = new Map<string, number>();
    for (const ring of rings()) {
      for (const [i, to] of ring.slice(1).entries()) {
        const edge = `${ring[i]!.join()} ${to.join()}`;
        edges.set(edge, 1 + (edges.get(edge) ?? 0));
      }
    }
    expect([...edges.values()].every((count) => count === 1)).toBe(true);
    const outer = new Map(
      [...edges.keys()]
        .map((edge) => edge.split(' ') as [string, string])
        .filter(([from, to]) => !edges.has(`${to} ${from}`)),
    );
    // Walking along the outer edges from any of them comes back after all of them: no hole, no second piece.
    const start = outer.keys().next().value!;
    let steps = 1;
    for (let at = outer.get(start)!; at !== start; at = outer.get(at)!) steps++;
    expect(steps).toBe(outer.size);
    expect(outer.size).toBeLessThan(edges.size);
  });

  test('any point of the city lies in exactly one of the six', () => {
    const random = seededRandom('points of the test');
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) {
      const [x, y] = [-85.53 + random() * 0.34, 50.2 + random() * 0.22];
      counts[rings().filter((ring) => isInside([ring], x, y)).length]! += 1;
    }
    expect(counts[1]).toBeGreaterThan(10_000);
    expect(counts.slice(2)).toEqual([0, 0, 0, 0, 0]);
  });

  test('their residents are about 75,000', () => {
    const residents = city.areas.features.reduce((sum, { properties }) => sum + properties.population['2025']!, 0);
    expect(Math.round(residents / 1000)).toBe(75);
  });
});

test.each([
  ['2026-02-16', 'Family Day'],
  ['2026-04-03', 'Good Friday'],
  ['2026-05-18', 'Victoria Day'],
  ['2026-10-12', 'Thanksgiving'],
  ['2027-12-27', 'Christmas Day'],
  ['2027-12-28', 'Boxing Day'],
  ['2024-04-01', 'Easter Monday'],
])('%s is %s', (date, name) => {
  const found = municipalHolidays(Number(date.slice(0, 4))).find(({ holiday_on }) => holiday_on === date);
  expect(found?.name_en).toBe(name);
});
