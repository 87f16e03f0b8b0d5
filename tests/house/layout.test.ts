/** Where files lie and how they begin. */

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesBelow, projectFiles, projectRoot, readProjectFile } from './project-files.ts';

const topLevel = [
  '.astro', '.biome.json', '.ci', '.git', '.github', '.gitignore', '.knip.json', '.prettierignore', '.prettierrc.json', '.vitest',
  'LICENSE', 'README.md', 'astro.config.mjs', 'data', 'dist', 'node_modules',
  'package-lock.json', 'package.json', 'scripts', 'src', 'tests', 'tsconfig.json',
]; // prettier-ignore

const sources = projectFiles(['scripts', 'src', 'tests'], ['.ts', '.tsx']);

test('the top level holds what architecture names, and nothing else', () => {
  expect(readdirSync(projectRoot).filter((name) => !topLevel.includes(name))).toEqual([]);
});

test('no file or folder is named for being useful: its name says what it makes', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|managers?)(\/|\.|$)/i;
  const paths = ['scripts', 'src', 'tests'].flatMap(filesBelow);
  expect(paths.filter((path) => vague.test(path))).toEqual([]);
});

test('names are lower case with hyphens; models, which name tables, with underscores', () => {
  const named = /^(\[?[a-z0-9]+([-.][a-z0-9]+)*\]?|_?[a-z0-9]+(_[a-z0-9]+)*\.(sql|csv)|README\.md)$/;
  const component = /^[A-Z][A-Za-z0-9]*\.(astro|tsx)$/;
  const spread = /^\[(\.\.\.)?[a-z_]+\](\.[a-z]+)*$/;
  const names = ['scripts', 'src', 'tests'].flatMap(filesBelow).filter((path) => !path.startsWith('src/static/'));
  const odd = names.filter((path) => {
    const name = path.split('/').at(-1) ?? '';
    return !named.test(name) && !component.test(name) && !spread.test(name) && !name.startsWith('.');
  });
  expect(odd).toEqual([]);
});

test('each TypeScript file begins with one sentence', () => {
  const sentence = /^(#!.*\n)?\/\*\*\s(?:(?!\*\/)[\s\S])*[.:;!?](?:(?!\*\/)[\s\S])*\*\//;
  expect(sources.filter(({ text }) => !sentence.test(text)).map(({ path }) => path)).toEqual([]);
});

test('nine files in ten are under 250 lines, and none is over 500 but the contract and the dictionaries', () => {
  const lengths = sources.map(({ path, text }) => ({ path, lines: text.split('\n').length }));
  const long = lengths.filter(({ lines }) => lines > 250);
  const said = long.map(({ path, lines }) => `${path}: ${lines} lines`).join('\n');
  expect(long.length, said).toBeLessThanOrEqual(lengths.length / 10);
  expect(lengths.filter(({ path, lines }) => lines > 500 && !/^src\/(contract|i18n)\//.test(path))).toEqual([]);
});

test('no sentence of ours names the machine it was written on', () => {
  const here = /(^|[\s'"`(=])\/(work|root|home\/[a-z]+)\//;
  const all = projectFiles(
    ['scripts', 'src', 'tests', '.github'],
    ['.ts', '.tsx', '.astro', '.md', '.sql', '.json', '.yml'],
  );
  const named = all.filter(({ text }) => text.split('\n').some((line) => here.test(line)));
  expect(named.map(({ path }) => path)).toEqual([]);
});

test('each test file that is to begin first is there', () => {
  const named = readProjectFile('tests/support/longest-first.ts').matchAll(/'([a-z]+\/[a-z-]+\.test\.ts)'/g);
  const paths = [...named].map(([, path]) => `tests/${path}`);
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !filesBelow('tests').includes(path))).toEqual([]);
});
