/** The colours that charts are drawn in, as the sheet of the site gives them: seen on the ground and on a band, in light and in dark. */

import { describe, expect, test } from 'vitest';
import { accentsFor, contrast } from '../../src/styles/accent.ts';
import { filesBelow, readProjectFile } from '../house/project-files.ts';

const sheet = readProjectFile('src/styles/site.css');
const [lightRules, darkRules] = sheet.split('@media (prefers-color-scheme: dark)') as [string, string];

function colorsOf(rules: string, accent: string): ReadonlyMap<string, string> {
  const named = [...rules.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name, color]): [string, string] => [
    name as string,
    color as string,
  ]);
  return new Map([...named, ['accent', accent]]);
}

const accents = accentsFor('#0b5c7a');
const schemes = [
  ['light', colorsOf(lightRules, accents.light)],
  ['dark', colorsOf(darkRules.split('@media')[0] as string, accents.dark)],
] as const;

/** WCAG 2.2: 1.4.11 for what must be seen, 1.4.3 for what must be read. */
const seen = { least: 3, names: ['accent', 'second', 'median', 'event', 'ink'] } as const;
const read = { least: 4.5, names: ['ink', 'muted', 'accent'] } as const;

describe.each(schemes)('in %s', (_, colors) => {
  const color = (name: string): string => {
    const found = colors.get(name);
    if (found === undefined) throw new Error(`no colour --${name}`);
    return found;
  };
  const tooFaint = (names: readonly string[], ground: string, least: number): string[] =>
    names
      .map((name) => ({ name, ratio: contrast(color(name), color(ground)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ name, ratio }) => `--${name} on --${ground}: ${ratio.toFixed(2)}`);

  test('marks are seen on the ground', () => {
    expect(tooFaint(seen.names, 'ground', seen.least)).toEqual([]);
  });

  test('lines are seen on a band and under a storm', () => {
    expect(tooFaint(['accent', 'second', 'median'], 'band', seen.least)).toEqual([]);
    expect(tooFaint(['accent', 'second'], 'shade', seen.least)).toEqual([]);
  });

  test('words are read on the ground', () => {
    expect(tooFaint(read.names, 'ground', read.least)).toEqual([]);
  });
});

test('charts use no colour that the sheet does not name', () => {
  const used = filesBelow('src/charts').flatMap((path) => [...readProjectFile(path).matchAll(/var\(--([a-z]+)\)/g)]);
  const named = colorsOf(sheet, accents.light);
  expect(used.length).toBeGreaterThan(20);
  expect([...new Set(used.map(([, name]) => name as string))].filter((name) => !named.has(name))).toEqual([]);
});
