/** The streets that the night publishes: each with its area, a page in each language, and no yard on the ground of the map. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSegment } from '../../src/contract/streets.ts';
import { pathOf } from '../../src/i18n/routes.ts';
import {
  fileAt,
  languages,
  manifest,
  pageAt,
  publishedStreets,
  readCsv,
  siteFolder,
  streetIds,
} from './built-pages.ts';
import { elementsOf, everyElement, textOf } from './html-tree.ts';

const segments = publishedStreets.features.filter(isSegment);

test('the manifest names the streets, the ground and what the live pages say of them', () => {
  const paths = manifest.files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['streets.geojson', 'places.geojson', 'live.json'].map((name) => `latest/${name}`)),
  );
});

test('each segment lies in an area of the city, or in none that is known', () => {
  const areas = new Set(readCsv('areas').map((row) => row['area_id']));
  const odd = segments.filter(({ properties: { area_id } }) => area_id !== null && !areas.has(area_id));
  expect(odd).toEqual([]);
  const within = segments.filter(({ properties }) => properties.area_id !== null);
  expect(within.length / segments.length).toBeGreaterThan(0.95);
});

test('works yards are not published', () => {
  const places = JSON.parse(readFileSync(join(siteFolder, 'data/v1/latest/places.geojson'), 'utf8'));
  const kinds = places.features.map(({ properties }: { properties: { kind: string } }) => properties.kind);
  expect(new Set(kinds)).toEqual(new Set(['park', 'water']));
});

test('every street with a name has a page in each language, and no other has', () => {
  const named = new Set(
    segments.filter(({ properties }) => properties.name !== '').map(({ properties }) => properties.street_id),
  );
  expect(streetIds.toSorted()).toEqual([...named].toSorted());
  for (const language of languages) {
    const missing = streetIds.filter((street) => fileAt(pathOf({ page: 'live_street', street }, language)) === null);
    expect(missing).toEqual([]);
  }
});

test('a street’s page has a row for each of its blocks, waiting for its times, with its standard', () => {
  const street = streetIds[0] ?? '';
  const blocks = segments.filter(({ properties }) => properties.street_id === street);
  const { root } = pageAt(pathOf({ page: 'live_street', street }, 'en'));
  const waiting = everyElement(root).filter(({ name, attributes }) => name === 'span' && 'data-blocks' in attributes);
  expect(waiting.map((cell) => textOf(cell).trim())).toEqual(blocks.map(() => 'not known'));
  expect(
    elementsOf(root, 'main')
      .map((main) => textOf(main))
      .join(),
  ).toMatch(/within \d+ hours after the snow has ended/);
});
