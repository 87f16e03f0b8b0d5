/** The pages for operators and newcomers against the program: codes, exit codes, commands, files they point to. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../../scripts/support/operator-error.ts';
import { projectFiles, projectRoot, readProjectFile } from './project-files.ts';

const runbook = readProjectFile('scripts/README.md');
const pages = ['README.md', 'scripts/README.md'].map((path) => ({ path, text: readProjectFile(path) }));
const packageScripts: Record<string, string> = JSON.parse(readProjectFile('package.json')).scripts;

/** A line of the runbook's list of errors: `| \`CODE\` | exit | …`. */
const listed = [...runbook.matchAll(/^\|\s*`([A-Z][A-Z0-9_]+)`\s*\|\s*(\d)\s*\|/gm)].map(([, code, exit]) => ({
  code: code ?? '',
  exit: Number(exit),
}));

/** Each code the program throws, with the exit it names beside it. */
const thrown = projectFiles(['scripts'], ['.ts']).flatMap(({ path, text }) =>
  [...text.matchAll(/new OperatorError\(\s*'([A-Z][A-Z0-9_]+)'[\s\S]{0,200}?exit:\s*'(\w+)'/g)].map(
    ([, code, exit]) => ({ path, code: code ?? '', exit: exitCodes[exit as keyof typeof exitCodes] }),
  ),
);

test('every error code that is thrown is in the runbook', () => {
  const missing = thrown.filter(({ code }) => !listed.some((row) => row.code === code));
  expect(missing.map(({ code, path }) => `${code}  ${path}`)).toEqual([]);
});

test('every error code in the runbook is thrown, once in the list, with its exit code', () => {
  const codes = listed.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.filter((code) => !thrown.some((one) => one.code === code))).toEqual([]);
  const wrong = listed.filter(({ code, exit }) => thrown.some((one) => one.code === code && one.exit !== exit));
  expect(wrong).toEqual([]);
});

test('a code is always written out where the error is made, so that it can be searched for', () => {
  const count = (text: string) => [...text.matchAll(/new OperatorError\(/g)].length;
  const made = projectFiles(['scripts'], ['.ts']).reduce((sum, { text }) => sum + count(text), 0);
  expect(thrown.length).toBe(made);
});

test.each(pages)('every command in $path exists', ({ text }) => {
  const commands = [...text.matchAll(/npm (?:run ([a-z][a-z-]*)|(start|test)\b)/g)].map(
    (match) => match[1] ?? match[2],
  );
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.filter((command) => command !== undefined && !(command in packageScripts))).toEqual([]);
});

test.each(pages)('every link of $path inside the project leads to a file', ({ path, text }) => {
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(([, link]) => link ?? '');
  expect(links.filter((link) => !existsSync(join(projectRoot, dirname(path), link)))).toEqual([]);
});

test('every npm script runs a file or a program that is there', () => {
  const files = Object.values(packageScripts).flatMap((script) =>
    [...script.matchAll(/node (\S+\.ts)/g)].map((m) => m[1]),
  );
  expect(files.filter((file) => file !== undefined && !existsSync(join(projectRoot, file)))).toEqual([]);
});

test('every test that the runbook’s table of failures names is there', () => {
  const named = [...runbook.matchAll(/`(tests\/[\w/-]+\.test\.ts)`/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});
