/** Every model is one bare select that says what it is, what a row is and what it reads. */

import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesRead } from '../../scripts/warehouse/models.ts';
import { projectFiles } from './project-files.ts';

const models = projectFiles(
  ['scripts/staging', 'scripts/measures', 'scripts/checks', 'scripts/exports', 'scripts/check-config'],
  ['.sql'],
);

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => connection.closeSync());

/** The comment at the head, its sentence, its grain and the tables it says it reads. */
function header(sql: string): { sentence: string; grain: string | undefined; reads: string[] } {
  const lines = sql.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  const comment = lines
    .slice(0, end === -1 ? lines.length : end)
    .map((line) => line.slice(2).replace(/^ /, ''))
    .join('\n');
  // A list of tables goes on over lines that are indented.
  const reads = /^reads:((?:.*)(?:\n[ \t]+.*)*)/m.exec(comment)?.[1] ?? '';
  return {
    sentence: comment.split('\n')[0] ?? '',
    grain: /^grain: *(.+)/m.exec(comment)?.[1],
    reads: reads.split(/[,\s]+/).filter((table) => table !== '' && table !== 'nothing'),
  };
}

/** The statement without its comments and texts. */
function bareSql(sql: string): string {
  return sql.replaceAll(/--.*$/gm, '').replaceAll(/'(?:[^']|'')*'/g, "''");
}

const keywords =
  'select|from|where|group by|order by|inner join|left join|join|cross join|union all|with|as|and|or|not|case|when|then|' +
  'else|end|over|partition by|is null|cast|distinct|having|on|using|filter|exclude|qualify|limit';
const upperCase = new RegExp(`\\b(?:${keywords.toUpperCase()})\\b`);
const clock =
  /\b(?:now\s*\(|today\s*\(|current_date\b|current_timestamp\b|localtimestamp\b|get_current_time|transaction_timestamp)/i;
const outside = /\b(?:(?:read_\w+|glob|getenv|query)\s*\(|install\s|attach\s|copy\s)/i;

describe.each(models)('$path', ({ path, text }) => {
  test('says in a sentence what it is, and what a row is', () => {
    const { sentence, grain } = header(text);
    expect(sentence, 'the first line is a sentence for a citizen').toMatch(/^[A-Z].{10,}/);
    if (path.startsWith('scripts/checks/')) {
      expect(text, 'a check says how severe it is, and why').toMatch(/^-- severity: .+\n(?:--.*\n)*?-- why: .+/m);
    } else {
      expect(grain, 'a line "grain: one row per …"').toMatch(/^one row\b/);
    }
  });

  test('is one bare select that reads what it says it reads', async () => {
    const parsed = await tablesRead(connection, text);
    expect(header(text).reads.toSorted()).toEqual(parsed);
    expect(bareSql(text).trim().slice(0, -1), 'one statement').not.toContain(';');
  });

  test('knows no other now than the night’s, and reads nothing but tables', () => {
    expect(clock.exec(bareSql(text))?.[0]).toBeUndefined();
    expect(outside.exec(bareSql(text))?.[0]).toBeUndefined();
  });

  test('is lower case, without tabs, trailing blanks or lines over 120', () => {
    expect(upperCase.exec(bareSql(text))?.[0], 'a keyword in capitals').toBeUndefined();
    const untidy = text.split('\n').filter((line) => /\t|\s$/.test(line) || line.length > 120);
    expect(untidy).toEqual([]);
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    expect(path.split('/').at(-1)).toMatch(/^[a-z][a-z0-9_]*\.sql$/);
  });
});

test('a model has at most 80 lines', () => {
  const long = models.filter(({ text }) => text.trimEnd().split('\n').length > 80);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('a model that misstates what it reads is found out', async () => {
  const sql =
    '-- A thing.\n--\n-- grain: one row per thing\n-- reads: things\nselect a from things inner join others using (a)\n';
  expect(await tablesRead(connection, sql)).toEqual(['others', 'things']);
  expect(header(sql).reads).toEqual(['things']);
  await expect(tablesRead(connection, 'create table a as select 1')).rejects.toThrow();
});
