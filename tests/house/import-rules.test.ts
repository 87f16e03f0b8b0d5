/** Who may import whom: Biome's rules, each shown to fail with our own sentence on a bad example; and what is dear to import. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesThatMatch, projectFiles, projectRoot } from './project-files.ts';

interface BadExample {
  readonly file: string;
  readonly imports: string;
  readonly sentence: string;
}

const badExamples: readonly BadExample[] = [
  { file: 'scripts/nightly.ts', imports: '../src/charts/bar.ts', sentence: 'imports from src/ only src/contract/' },
  { file: 'scripts/warehouse/merge.ts', imports: '../../src/datasets/a.ts', sentence: 'only src/contract/' },
  { file: 'scripts/publish/site.ts', imports: '../live/relay.ts', sentence: 'The night never imports scripts/live/' },
  { file: 'scripts/live/relay.ts', imports: '../warehouse/quote.ts', sentence: 'never imports the night’s folders' },
  { file: 'scripts/live/feeds/a.ts', imports: '../../../src/map/style.ts', sentence: 'only src/contract/' },
  { file: 'scripts/streets/snap.ts', imports: '../live/relay.ts', sentence: 'scripts/streets/ imports neither lane' },
  { file: 'scripts/streets/made/a.ts', imports: '../../sources/a.ts', sentence: 'imports neither lane' },
  { file: 'src/datasets/rows.ts', imports: '../../scripts/support/log.ts', sentence: 'src/ never imports scripts/' },
  { file: 'src/charts/bar.ts', imports: 'react', sentence: 'charts/ and map/ never import React' },
  { file: 'src/map/layers.ts', imports: 'react-dom/client', sentence: 'charts/ and map/ never import React' },
  { file: 'src/map/style.ts', imports: '../../scripts/support/log.ts', sentence: 'src/ never imports scripts/' },
  { file: 'src/contract/city.ts', imports: '../datasets/rows.ts', sentence: 'src/contract/ imports nothing of ours' },
  { file: 'src/contract/datasets/areas.ts', imports: '../../datasets/areas.ts', sentence: 'imports nothing of ours' },
];

const goodExamples: readonly Omit<BadExample, 'sentence'>[] = [
  { file: 'scripts/exports/write.ts', imports: '../../src/contract/measures.ts' },
  { file: 'scripts/live/publish.ts', imports: '../../src/contract/live.ts' },
  { file: 'scripts/start.ts', imports: './live/relay.ts' },
  { file: 'src/islands/explorer.tsx', imports: 'react' },
  { file: 'src/contract/datasets.ts', imports: './measures.ts' },
  { file: 'src/contract/datasets/targets.ts', imports: '../city.ts' },
];

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plainview-lint-'));
  cpSync(join(projectRoot, '.biome.json'), join(folder, '.biome.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What Biome says of one file that imports one module, with our configuration. */
function lint({ file, imports }: Omit<BadExample, 'sentence'>): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import { it } from '${imports}';\n\nexport const that = it;\n`);
  const biome = join(projectRoot, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--colors=off', '--error-on-warnings', file];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? '' : (stdout + stderr).replaceAll("'", '’');
}

describe('a forbidden import fails with our own sentence', () => {
  test.each(badExamples)('$file imports $imports', (example) => {
    expect(lint(example)).toContain(example.sentence);
  });
});

test.each(goodExamples)('$file may import $imports', (example) => {
  expect(lint(example)).toBe('');
});

test('a function of date-fns is imported from its own file: the whole of it costs each command a second and a half', () => {
  const code = projectFiles(['scripts', 'src'], ['.ts', '.tsx', '.astro', '.mjs']);
  expect(linesThatMatch(code, /from 'date-fns\/\w+'/)).not.toEqual([]);
  expect(linesThatMatch(code, /from 'date-fns'/)).toEqual([]);
});
