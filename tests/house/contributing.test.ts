/** What the page for contributors points to is there. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot, readProjectFile } from './project-files.ts';

const page = readProjectFile('.github/CONTRIBUTING.md');

test('every path that it names exists', () => {
  const paths = [...page.matchAll(/`((?:src|scripts|tests)\/[^`\s]+)`/g)].map(([, path]) => path ?? '');
  expect(paths.length).toBeGreaterThan(25);
  expect(paths.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});

test('each example is found in the files that it is said to take', () => {
  const sections = page.split(/^## /m).slice(1);
  const missing = sections.flatMap((section) => {
    const example = /^A \w+: `(\w+)`/.exec(section)?.[1];
    const files = [...section.matchAll(/`((?:src|scripts|tests)\/[^`\s]+\.(?:ts|sql))`/g)].map(
      ([, path]) => path ?? '',
    );
    const named = files.filter((path) => path.includes('contract') || path.includes('routes') || path.endsWith('.sql'));
    return named.filter((path) => example !== undefined && !readProjectFile(path).includes(example));
  });
  expect(missing).toEqual([]);
});
