/** A page is light: what a first visit loads, compressed as a host sends it, is under 60 kB. */

import { readFileSync, statSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { allPages, fileAt, manifest, type BuiltPage } from './built-pages.ts';
import { elementsOf } from './html-tree.ts';

const limit = 60_000;

/** Bytes as the host sends them: the compressed file where there is one. */
function sentBytes(path: string): number {
  const file = fileAt(path);
  if (file === null) throw new Error(`no file at ${path}`);
  return Math.min(...[file, `${file}.br`].flatMap((one) => statSync(one, { throwIfNoEntry: false })?.size ?? []));
}

function loadedWith({ root }: BuiltPage): string[] {
  const basePath = new URL(manifest.city.url).pathname.replace(/\/$/, '');
  const linked = elementsOf(root, 'link').filter(({ attributes }) =>
    ['stylesheet', 'icon'].includes(attributes['rel'] ?? ''),
  );
  const addresses = [
    ...linked.map(({ attributes }) => attributes['href']),
    ...elementsOf(root, 'script').map(({ attributes }) => attributes['src']),
  ];
  return addresses.map((address = '') => address.slice(basePath.length));
}

const weights = allPages
  .map((page) => ({
    path: page.path,
    bytes: [page.path, ...loadedWith(page)].reduce((sum, path) => sum + sentBytes(path), 0),
  }))
  .toSorted((a, b) => b.bytes - a.bytes);

test('every page with all that it loads is under 60 kB', () => {
  const said = weights.slice(0, 3).map(({ path, bytes }) => `${path} ${(bytes / 1000).toFixed(1)} kB`);
  process.stdout.write(`the heaviest pages: ${said.join(', ')}\n`);
  expect(weights.filter(({ bytes }) => bytes >= limit)).toEqual([]);
});

test('every page is compressed beforehand, and the same as when it is not', () => {
  for (const { path, html } of allPages) {
    const file = fileAt(path) as string;
    expect(brotliDecompressSync(readFileSync(`${file}.br`)).toString(), path).toBe(html);
  }
});
