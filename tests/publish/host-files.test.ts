/** The files for other servers say what our own server does. */

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headersFile } from '../../scripts/publish/host-files.ts';
import { contentSecurityPolicy, securityHeaders } from '../../scripts/publish/site-headers.ts';
import { basePathOf, writeHostFiles } from '../../scripts/publish/write-host-files.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

test('the policy allows nothing inside a page, and no other host', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
});

test('in _headers no header stands in two rules that hold for one file', () => {
  const names = [...headersFile({ basePath: '/performance/' }).matchAll(/^ {2}([\w-]+): /gm)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(Object.keys(securityHeaders)));
});

test('each rule stands under the base path', () => {
  const rules = headersFile({ basePath: '/performance/' }).match(/^\/.*$/gm);
  expect(rules).toEqual(['/performance/*', '/performance/_astro/*', '/performance/data/*']);
  expect(headersFile({ basePath: '/' }).match(/^\/.*$/gm)).toEqual(['/*', '/_astro/*', '/data/*']);
});

test.each([
  ['https://performance.example.ca', '/'],
  ['https://example.ca/performance', '/performance/'],
  ['https://example.ca/a/b//', '/a/b/'],
])('the base path of %s is %s', (url, basePath) => {
  expect(basePathOf(url)).toBe(basePath);
});

test('they name the link, not the release, so that they hold for every night', async () => {
  const data = await makeTemporaryFolder();
  const hosting = join(data, 'hosting');
  await writeHostFiles({ data, live: join(data, 'live'), hosting }, 'https://performance.example.ca');
  await writeHostFiles({ data, live: join(data, 'live'), hosting }, 'https://performance.example.ca');
  expect(await readdir(hosting)).toEqual(['Caddyfile', 'nginx.conf']);
  expect(await readFile(join(hosting, 'nginx.conf'), 'utf8')).toContain(`alias "${data}/site/";`);
  expect(await readFile(join(hosting, 'Caddyfile'), 'utf8')).toContain(`root * "${data}/site"`);
  for (const name of ['nginx.conf', 'Caddyfile']) {
    expect(await readFile(join(hosting, name), 'utf8')).toContain(`"${data}/live`);
  }
});
