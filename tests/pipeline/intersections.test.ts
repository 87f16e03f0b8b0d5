/** The demo night's published places: intersections of its streets, in the area beside them, and of tier A alone. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { areaCollection } from '../../src/contract/city.ts';
import { streetCollection } from '../../src/contract/streets.ts';
import { isInside } from '../../scripts/streets/ground.ts';
import { quoteText } from '../../scripts/warehouse/quote.ts';
import { intersectionsOf } from '../unit/streets/read-collection.ts';

const { dataFolder } = inject('demoNight');
const cityFile = (name: string) => JSON.parse(readFileSync(join(dataFolder, 'city', name), 'utf8'));
let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const name of ['requests', 'services']) {
    const file = quoteText(join(dataFolder, 'exports', `${name}.csv`));
    await connection.run(`create view ${name} as select * from read_csv(${file}, header = true, nullstr = '')`);
  }
});
afterAll(() => connection.closeSync());

const rows = async (query: string) => (await connection.runAndReadAll(query)).getRowsJS();

test('each is an intersection of the city’s streets, by its names and its point', async () => {
  const known = new Set(
    intersectionsOf(streetCollection.parse(cityFile('streets.geojson'))).map(
      ({ properties, geometry }) => `${properties.names.join(' / ')} ${geometry.coordinates.join()}`,
    ),
  );
  const published = await rows('select distinct address, long, lat from requests where address is not null');
  expect(published.length).toBeGreaterThan(500);
  expect(published.filter(([address, long, lat]) => !known.has(`${address} ${long},${lat}`))).toEqual([]);
});

test('each lies in the area of its record', async () => {
  const rings = new Map(
    areaCollection
      .parse(cityFile('areas.geojson'))
      .features.map(({ properties, geometry }) => [
        properties.area_id,
        geometry?.type === 'Polygon' ? geometry.coordinates : [],
      ]),
  );
  const published = await rows('select distinct area_id, long, lat from requests where lat is not null');
  const elsewhere = published.filter(
    ([area, long, lat]) => !isInside(rings.get(String(area)) ?? [], Number(long), Number(lat)),
  );
  expect(elsewhere).toEqual([]);
});

test('geo_precision says what is there, most of tier A has an intersection, and tier B none', async () => {
  const counted = await rows(`
    select tier, geo_precision, count(*)::integer, count(address)::integer, count(lat)::integer, count(long)::integer
    from requests inner join services using (service_code)
    group by all order by all`);
  const counts = new Map(counted.map(([tier, precision, ...sums]) => [`${tier} ${precision}`, sums.map(Number)]));
  expect([...counts.keys()]).toEqual(['A area', 'A intersection', 'A none', 'B area', 'B none']);
  for (const [kind, [count, ...places]] of counts) {
    expect(places, kind).toEqual(Array(3).fill(kind === 'A intersection' ? count : 0));
  }
  expect(counts.get('A intersection')![0]!).toBeGreaterThan(counts.get('A area')![0]!);
});

test.each([
  ['an intersection of tier A', "'pothole', 'Birch / Oak', 46.5, -84.25", 0],
  ['nothing', "'graffiti', null, null, null", 0],
  ['an intersection of tier B', "'graffiti', 'Birch / Oak', 46.5, -84.25", 1],
  ['another point under its name', "'pothole', 'Birch / Oak', 46.5001, -84.25", 1],
  ['a point without a name', "'pothole', null, 46.5, -84.25", 1],
  ['another name at its point', "'pothole', '12 Birch Street', 46.5, -84.25", 1],
])('the night’s check lets through or stops: %s', async (_, record, offenders) => {
  const check = readFileSync('scripts/checks/only_intersections_are_published.sql', 'utf8');
  const found = await rows(`
    with services(service_code, tier) as (values ('pothole', 'A'), ('graffiti', 'B')),
      intersections(node, place, latitude, longitude) as (values ('n1', 'Birch / Oak', 46.5, -84.25)),
      published_requests(service_code, address, lat, long) as (values (${record}))
    select * from (${check})`);
  expect(found).toHaveLength(offenders);
});
