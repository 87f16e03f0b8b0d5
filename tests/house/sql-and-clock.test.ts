/** SQL is written in `.sql` files and the warehouse only, and no figure depends on the clock of the machine. */

import { expect, test } from 'vitest';
import { linesThatMatch, projectFiles, type ProjectFile } from './project-files.ts';

const code = projectFiles(['scripts', 'src'], ['.ts', '.tsx', '.astro', '.mjs']);

const sqlText =
  /[`'"]\s*(?:select\s[^`'"]*\bfrom\b|insert into\s|delete from\s|update \S+ set\s|copy \(|copy \S+ (?:to|from)\s|with \S+ as \(|(?:create|drop|alter)(?: or replace)?(?: temp)? (?:table|view|macro|schema|secret)\s|attach\s+'|pragma\s)/i;

/** SQL in a text of TypeScript; a text may begin on one line and go on in the next. */
function findSql(files: readonly ProjectFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const found = sqlText.exec(text.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, ''));
    return found ? [`${path}: ${found[0].replaceAll(/\s+/g, ' ').slice(0, 60)}`] : [];
  });
}

test('only scripts/warehouse/ writes SQL in TypeScript', () => {
  expect(findSql(code.filter(({ path }) => !path.startsWith('scripts/warehouse/')))).toEqual([]);
});

test('SQL in a text is found, and English that sounds like it is not', () => {
  const found = (text: string) => findSql([{ path: 'a.ts', text }]).length;
  expect(found('run(`\n  select a\n  from b`)')).toBe(1);
  expect(found("run('create or replace table b as')")).toBe(1);
  expect(found("const message = 'select the folder';")).toBe(0);
});

const readsClock = /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(|\bTemporal\.Now\b/;
/** A clock that is handed over as a function, so that a test can hand over another. */
const isGiven = /=>\s*(?:new Date\(\)|Date\.now\(\)|performance\.now\(\))/;

test('the clock is read in commands, and elsewhere only as an effect that is handed over', () => {
  const files = code.filter(({ path }) => !/^scripts\/[^/]+\.ts$/.test(path));
  expect(linesThatMatch(files, readsClock).filter((line) => !isGiven.test(line))).toEqual([]);
});

test('chance is never used: what looks random comes from a seed', () => {
  expect(linesThatMatch(code, /\bMath\.random\(/)).toEqual([]);
});
