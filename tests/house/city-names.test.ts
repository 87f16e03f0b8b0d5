/** What is particular to a city stands in its folder: no name of one in the code. */

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linesThatMatch, projectFiles, projectRoot } from './project-files.ts';

/** Cities whose folders the project holds: the demonstration, and those of tests. */
const cityFolders = ['data/city', ...globSync('tests/cities/*', { cwd: projectRoot })].filter((folder) =>
  existsSync(join(projectRoot, folder, 'city.json')),
);

/** Its names in each language, and those of its areas that are more than a kind of area and a number or a side. */
function namesOf(folder: string): string[] {
  const read = (file: string) => JSON.parse(readFileSync(join(projectRoot, folder, file), 'utf8'));
  const city = read('city.json');
  const areas: { properties: Record<string, unknown> }[] = read('areas.geojson').features;
  const plain =
    /^(?:(?:ward|area|district|quartier|secteur|arrondissement|north|south|east|west|nord|sud|est|ouest|centre|central|downtown|rural|\d+)[\s-]*)+$/i;
  return [
    ...Object.values(city.name as Record<string, string>),
    ...areas.flatMap(({ properties }) => [properties['name_en'], properties['name_fr']]),
  ].filter((name): name is string => typeof name === 'string' && name.length > 4 && !plain.test(name));
}

const code = projectFiles(['scripts', 'src'], ['.ts', '.tsx', '.astro', '.mjs', '.sql', '.css', '.json']).filter(
  ({ path }) => !path.startsWith('src/content/'),
);

test('the demonstration’s folder is among those looked at', () => {
  expect(cityFolders).toContain('data/city');
});

test.each(cityFolders)('no name of %s stands in scripts/ or src/', (folder) => {
  const escaped = [...new Set(namesOf(folder))].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  expect(escaped.length).toBeGreaterThan(0);
  expect(linesThatMatch(code, new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})(?!\\p{L})`, 'u'))).toEqual([]);
});
