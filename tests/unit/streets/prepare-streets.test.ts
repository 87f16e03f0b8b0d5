/** A GIS export made into the city folder's streets: each kind of file, each way of being wrong. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { City } from '../../../src/contract/city.ts';
import { streetCollection } from '../../../src/contract/streets.ts';
import { OperatorError } from '../../../scripts/support/operator-error.ts';
import { findProjection } from '../../../scripts/streets/prepared/projections.ts';
import { prepareStreets } from '../../../scripts/streets/prepared/prepare-streets.ts';
import { intersectionsOf, segmentsOf } from './read-collection.ts';
import { shapefileBytes } from './shapefile-bytes.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'plainview-streets-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const west = -84;
const box = [[[-90, 40], [-80, 40], [-80, 50], [-90, 50], [-90, 40]]]; // prettier-ignore

/** What prepareStreets looks at of a city. */
function cityHere(): City {
  const geometry = { type: 'Polygon', coordinates: box };
  return { folder, settings: { name: { en: 'Here' } }, areas: { features: [{ geometry }] } } as unknown as City;
}

interface Row {
  readonly cells: Readonly<Record<string, unknown>>;
  /** Hundredths of a degree east and north of the corner. */
  readonly line: readonly (readonly [number, number])[];
}

const geojson = (rows: readonly Row[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: rows.map(({ cells, line }) => ({
      type: 'Feature',
      properties: cells,
      geometry: { type: 'LineString', coordinates: line.map(([x, y]) => [west + x / 100, 46 + y / 100]) },
    })),
  });

async function prepare(
  content: string | Buffer,
  { name = 'streets.geojson', projection = undefined as string | undefined, fields = '' } = {},
) {
  const from = join(folder, name);
  writeFileSync(from, content);
  const report = (await prepareStreets(cityHere(), { from, projection, fields })).join('\n');
  const text = readFileSync(join(folder, 'streets.geojson'), 'utf8');
  const streets = streetCollection.parse(JSON.parse(text));
  return { report, text, segments: segmentsOf(streets), intersections: intersectionsOf(streets) };
}

async function refusal(work: Promise<unknown>): Promise<OperatorError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OperatorError);
  return error as OperatorError;
}

const birch: Row = { cells: { FULLNAME: 'Birch Street', L_F_ADD: 0 }, line: [[1, 1], [2, 1]] }; // prettier-ignore
const oak: Row = { cells: { FULLNAME: 'Oak Street' }, line: [[2, 1], [2, 3]] }; // prettier-ignore

describe('a row becomes a segment', () => {
  test('with its street, class, direction and house numbers', async () => {
    const cells = {
      ...{ FULLNAME: ' Birch  Street ', RD_CLASS: 'Major Arterial', ONEWAY: 'TF' },
      ...{ FROMLEFT: 1, TOLEFT: '99', FROMRIGHT: 0, TORIGHT: 98 },
    };
    const { segments } = await prepare(geojson([{ ...birch, cells }]), { name: 'roads.geojson' });
    expect(segments.map(({ properties: { segment_id: _, from_node: __, to_node: ___, ...facts } }) => facts)).toEqual([
      {
        ...{ street_id: 'birch-street', name: 'Birch Street', class: 'arterial', travel: 'backward' },
        ...{ left_from: 1, left_to: 99, right_from: null, right_to: null },
      },
    ]);
  });

  test('whose name is put together where the export has it in parts', async () => {
    const cells = { STREETPREFIX: ' ', STREETNAME: 'Queen', STREETTYPE: 'Street', STREETSUFFIX: 'East' };
    const { segments } = await prepare(geojson([{ ...birch, cells }]), { name: 'roads.geojson' });
    expect(segments[0]!.properties.name).toBe('Queen Street East');
  });

  test('whose ends meet another’s where they are less than half a metre apart, and make an intersection', async () => {
    const near: Row = { ...oak, line: [[2.0004, 1.0001], [2, 3]] }; // prettier-ignore
    const { segments, intersections } = await prepare(geojson([birch, near]), { name: 'roads.geojson' });
    const { to_node } = segments.find(({ properties }) => properties.name === 'Birch Street')!.properties;
    expect(segments.find(({ properties }) => properties.name === 'Oak Street')!.properties.from_node).toBe(to_node);
    expect(intersections.map(({ properties }) => properties)).toEqual([
      { node: to_node, names: ['Birch Street', 'Oak Street'] },
    ]);
  });

  test('cut where another street ends on its middle, each part with its share of the houses', async () => {
    const cells = { FULLNAME: 'Birch Street', FROMLEFT: 1, TOLEFT: 39 };
    const long: Row = { cells, line: [[1, 1], [2, 1], [3, 1]] }; // prettier-ignore
    const end: Row = { ...oak, line: [[1.5, 1], [1.5, 3]] }; // prettier-ignore
    const { segments, report } = await prepare(geojson([long, end]), { name: 'roads.geojson' });
    const parts = segments.filter(({ properties }) => properties.name === 'Birch Street');
    const ranges = parts.map(({ properties: { left_from, left_to } }) => [left_from, left_to]);
    expect(ranges.sort(([one], [other]) => one! - other!)).toEqual([[1, 9], [11, 39]]); // prettier-ignore
    expect(new Set(segments.flatMap(({ properties: p }) => [p.from_node, p.to_node])).size).toBe(4);
    expect(report).toContain('ends on the middle of a segment: 1.');
  });

  test('the same one whatever the order of the rows, even where one street is there twice', async () => {
    const rows = [birch, { ...birch, cells: { FULLNAME: 'Birch Street', ONEWAY: 'FT' } }, oak, { ...oak, line: [[2, 3], [3, 3], [3, 4]] as const }]; // prettier-ignore
    const { text } = await prepare(geojson(rows), { name: 'roads.geojson' });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        expect((await prepare(geojson(shuffled), { name: 'roads.geojson' })).text).toBe(text);
      }),
      { numRuns: 10 },
    );
  });
});

describe('each kind of file', () => {
  const paths = [[[700000, 5098000], [700100, 5098000]]]; // prettier-ignore
  const inZone16 = findProjection('EPSG:26916', []).toDegrees([700050, 5098000]);
  const middle = (found: Awaited<ReturnType<typeof prepare>>) => found.segments[0]!.geometry.coordinates;

  test.each([
    [
      'an ESRI layer',
      { spatialReference: { wkid: 26916 }, features: [{ attributes: birch.cells, geometry: { paths } }] },
    ],
    ['plain rows', [{ ...birch.cells, 'geometry.paths': paths }]],
    ['rows with a geometry', [{ ...birch.cells, geometry: { paths } }]],
  ])('%s', async (_, value) => {
    const projection = Array.isArray(value) ? 'EPSG:26916' : undefined;
    const found = await prepare(gzipSync(JSON.stringify(value)), { name: 'roads.json.gz', projection });
    const [from, to] = middle(found);
    expect((from![0] + to![0]) / 2).toBeCloseTo(inZone16[0], 5);
    expect((from![1] + to![1]) / 2).toBeCloseTo(inZone16[1], 5);
  });

  test('a shapefile in the projection of its .prj, with accents of Windows', async () => {
    const { shp, dbf } = shapefileBytes(paths as [number, number][][], 'NOM_RUE', [
      'rue de l\u2019Église'.replace('\u2019', "'"),
    ]);
    writeFileSync(join(folder, 'voies.dbf'), dbf);
    writeFileSync(
      join(folder, 'voies.prj'),
      'PROJCS["NAD_1983_UTM_Zone_16N",GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",-87.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
    );
    const found = await prepare(shp, { name: 'voies.shp' });
    expect(found.report).toContain('in NAD_1983_UTM_Zone_16N');
    expect(found.segments[0]!.properties).toMatchObject({ name: "rue de l'Église", street_id: 'rue-de-l-eglise' });
    expect(middle(found)[0]![0]).toBeCloseTo(inZone16[0] - 0.00064, 4);
  });
});

describe('projections', () => {
  test.each([
    ['EPSG:3857', [-9350837.37, 5838149.9], [-84, 46.3556]],
    ['102100', [-9350837.37, 5838149.9], [-84, 46.3556]],
    ['EPSG:32188', [304800, 5040000], [-73.5, 45.5]],
    ['EPSG:2952', [304800, 5040000], [-79.5, 45.5]],
    ['EPSG:2958', [500000, 5040000], [-81, 45.5]],
    ['+proj=utm +zone=17 +datum=NAD83', [500000, 5040000], [-81, 45.5]],
  ] as const)('%s', (spec, point, degrees) => {
    const found = findProjection(spec, [point]).toDegrees(point);
    expect(found[0]).toBeCloseTo(degrees[0], 5);
    expect(found[1]).toBeCloseTo(degrees[1], 1);
  });

  test.each(['EPSG:99999', '+proj=nonsense', 'nonsense'])('%s is not known, and said so', (spec) => {
    expect(() => findProjection(spec, [[700000, 5098000]])).toThrow(
      expect.objectContaining({ code: 'STREETS_PROJECTION_UNKNOWN' }),
    );
  });
});

describe('what is left out is counted, with its reason', () => {
  test.each<[string, Row]>([
    ['shorter than half a metre', { ...oak, line: [[2, 1], [2.0001, 1]] }], // prettier-ignore
    ['outside the areas', { ...oak, line: [[900, 1], [901, 1]] }], // prettier-ignore
    ['a second time the same piece of the same street', { ...birch, line: birch.line.toReversed() }],
    [
      'of another municipality, by their own word',
      { ...oak, cells: { FULLNAME: 'Oak Street', MUNICIPALITY: 'There' } },
    ],
    ['without a line', { ...oak, line: [] }],
  ])('%s', async (reason, row) => {
    const own = { ...birch, cells: { ...birch.cells, MUNICIPALITY: 'HERE' } };
    const wrong = { ...row, cells: { MUNICIPALITY: 'Here', ...row.cells } };
    const { report, segments } = await prepare(geojson([own, wrong]), { name: 'roads.geojson' });
    expect(segments).toHaveLength(1);
    expect(report).toMatch(new RegExp(` 1 {2}${reason} {3}\\(row [12]\\)`));
  });

  test('latitude and longitude swapped', async () => {
    const swapped = geojson([oak]).replaceAll(/\[(-8[\d.]+),(4[\d.]+)\]/g, '[$2,$1]');
    const both = JSON.stringify({
      features: [...JSON.parse(geojson([birch])).features, ...JSON.parse(swapped).features],
    });
    const { report } = await prepare(both, { name: 'roads.geojson' });
    expect(report).toMatch(/ 1 {2}with latitude and longitude swapped {3}\(row 2\)/);
  });

  test('what has no name is kept and told', async () => {
    const { report, segments } = await prepare(geojson([birch, { ...oak, cells: { FULLNAME: ' ' } }]), {
      name: 'roads.geojson',
    });
    expect(segments.map(({ properties }) => properties.street_id)).toEqual(['birch-street', 'unnamed']);
    expect(report).toContain('Segments without a name: 1.');
  });
});

describe('what cannot be read is refused, with what would do', () => {
  test('no column that is surely the name: the nearest is offered', async () => {
    const error = await refusal(
      prepare(geojson([{ ...birch, cells: { FULL_NAM: 'Birch Street' } }]), { name: 'roads.geojson' }),
    );
    expect(error).toMatchObject({ code: 'STREETS_FIELDS_INVALID', exitCode: 2 });
    expect(error.faults[0]).toMatchObject({
      where: '--fields name=…',
      expected: expect.stringContaining('nearest: FULL_NAM'),
    });
  });

  test('--fields with a field or a column that is not there: all of it at once', async () => {
    const error = await refusal(
      prepare(geojson([birch]), { name: 'roads.geojson', fields: 'nmae=FULLNAME,class=FULNAME' }),
    );
    expect(error.faults.map(({ where }) => where)).toEqual(['--fields nmae=…', '--fields class=…']);
  });

  test.each([
    ['STREETS_FILE_UNREADABLE', 3, 'not JSON'],
    ['STREETS_FILE_UNREADABLE', 3, '{"features":[{"attributes":{"FULLNAME":"Birch"},"geometry":{"x":1,"y":2}}]}'],
    ['STREETS_NONE_LEFT', 2, geojson([{ ...birch, line: [[900, 1], [901, 1]] }])], // prettier-ignore
  ])('%s', async (code, exitCode, content) => {
    expect(await refusal(prepare(content, { name: 'roads.geojson' }))).toMatchObject({ code, exitCode });
  });

  test('a file that is not there', async () => {
    const error = await refusal(
      prepareStreets(cityHere(), { from: join(folder, 'none.shp'), projection: undefined, fields: '' }),
    );
    expect(error).toMatchObject({ code: 'STREETS_FILE_MISSING', exitCode: 2 });
  });
});
