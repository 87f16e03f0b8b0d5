/** Every address on every page leads somewhere, and no page asks another host for anything. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allPages, fileAt, languages, manifest, pages, siteFolder, type BuiltPage } from './built-pages.ts';
import type { PublishedLive } from '../../src/contract/live-settings.ts';
import { elementsOf, everyElement, type HtmlElement } from './html-tree.ts';

const { city } = manifest;
const { levels_of_service: levels }: PublishedLive = JSON.parse(
  readFileSync(join(siteFolder, 'data/v1/latest/live.json'), 'utf8'),
);
const base = new URL(city.url);
const basePath = base.pathname.replace(/\/$/, '');
const addressOf = (page: BuiltPage) => new URL(`${basePath}${page.path}`, base);

/** The path below the base, or null for another host. A path of ours outside the base is a fault. */
function pathInside(url: URL): string | null {
  if (url.origin !== base.origin) return null;
  if (!url.pathname.startsWith(`${basePath}/`)) throw new Error(`${url.pathname} is outside the base path ${basePath}`);
  return decodeURIComponent(url.pathname.slice(basePath.length));
}

const idsOf = new Map(
  allPages.map((page) => [page.path, new Set(everyElement(page.root).map(({ attributes }) => attributes['id']))]),
);

function faultOf(page: BuiltPage, href: string): string[] {
  const url = new URL(href, addressOf(page));
  if (url.protocol === 'mailto:') return url.pathname === city.email ? [] : [`${page.path}: mail to ${url.pathname}`];
  const path = pathInside(url);
  // What the live lane writes is there while it runs, beside every release.
  if (path === null || /^\/live\/areas\/[a-z0-9-]+\.(en|fr)\.txt$/.test(path)) return [];
  if (fileAt(path) === null) return [`${page.path}: no file at ${path}`];
  const fragment = decodeURIComponent(url.hash.slice(1));
  return fragment === '' || idsOf.get(path)?.has(fragment)
    ? []
    : [`${page.path}: nothing is named ${path}#${fragment}`];
}

const hrefsOf = (page: BuiltPage) =>
  everyElement(page.root)
    .flatMap(({ attributes }) => [attributes['href'], attributes['src']])
    .filter((href) => href !== undefined);

describe('addresses', () => {
  test('every link and fragment of the site leads to a file, and to a place in it', () => {
    const faults = allPages.flatMap((page) => [...new Set(hrefsOf(page))].flatMap((href) => faultOf(page, href)));
    expect(faults).toEqual([]);
  });

  test('links that leave the site go to the city, its portal, its licence and council’s decisions, and nowhere else', () => {
    const decisions = levels.map(({ citation }) => citation);
    const known = new Set(
      [city.city_url, city.portal_url, city.licence.url, ...decisions].map((url) => new URL(url).href),
    );
    const outside = allPages
      .flatMap(hrefsOf)
      .map((href) => new URL(href, base))
      .filter((url) => url.protocol !== 'mailto:' && url.origin !== base.origin);
    expect([...new Set(outside.map((url) => url.href))].filter((href) => !known.has(href))).toEqual([]);
  });

  test('pages can be reached from the start page by links alone', () => {
    const reached = new Set<string>();
    const follow = (path: string): void => {
      const page = allPages.find((one) => one.path === path);
      if (page === undefined || reached.has(path)) return;
      reached.add(path);
      const links = elementsOf(page.root, 'a').map(
        ({ attributes }) => new URL(attributes['href'] ?? '', addressOf(page)),
      );
      for (const url of links) if (url.origin === base.origin) follow(pathInside(url) ?? '');
    };
    follow('/');
    expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });
});

describe('resources', () => {
  const resourcesOf = ({ root }: BuiltPage): HtmlElement[] => [
    ...elementsOf(root, 'img,script,iframe,source,video,audio,embed,object,image,use,input'),
    ...elementsOf(root, 'link').filter(
      ({ attributes }) => !['canonical', 'alternate'].includes(attributes['rel'] ?? ''),
    ),
  ];

  test('every style sheet, picture and icon is on the site itself', () => {
    const loaded = allPages.flatMap((page) =>
      resourcesOf(page).map(
        ({ attributes }) => new URL(attributes['href'] ?? attributes['src'] ?? '', addressOf(page)),
      ),
    );
    expect(loaded.length).toBeGreaterThan(allPages.length);
    expect([...new Set(loaded.map((url) => url.origin))]).toEqual([base.origin]);
  });

  test('style sheets load nothing', () => {
    const sheets = globSync('**/*.css', { cwd: siteFolder }).map((file) =>
      readFileSync(join(siteFolder, file), 'utf8'),
    );
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.filter((css) => /@import|url\((?!['"]?data:)/.test(css))).toEqual([]);
  });

  test('no page holds a script or a style, nor an attribute that is one: they are files, as the policy wants', () => {
    const isInside = ({ name, attributes, children }: HtmlElement) =>
      name === 'style' ||
      (name === 'script' && (attributes['src'] === undefined || children.length > 0)) ||
      Object.keys(attributes).some((key) => key.startsWith('on') || key === 'style');
    const inside = allPages.flatMap((page) =>
      everyElement(page.root)
        .filter(isInside)
        .map(({ name }) => `${page.path}: <${name}>`),
    );
    expect(inside).toEqual([]);
  });

  test('scripts are named after their content, and wait for the page: one for all, and one more where a reader asks', () => {
    const scripts = allPages.flatMap(({ root }) => elementsOf(root, 'script'));
    const live = allPages.filter(({ root }) => everyElement(root).some(({ attributes }) => 'data-live' in attributes));
    const asked = allPages.filter(({ root }) =>
      everyElement(root).some(({ attributes }) => 'data-waits' in attributes),
    );
    expect(scripts.length).toBe(allPages.length - 1 + live.length + asked.length);
    expect(asked.length).toBeGreaterThan(20);
    expect(live.length).toBeGreaterThan(10);
    // The live page, those of areas, those of streets and those of services have one each.
    expect(new Set(scripts.map(({ attributes }) => attributes['src'])).size).toBe(5);
    for (const { attributes } of scripts) {
      expect(attributes['type']).toBe('module');
      expect(attributes['src']).toMatch(/\/_astro\/[^/]+\.[\w-]{8}\.js$/);
    }
  });
});

describe('languages', () => {
  const linksOf = (page: BuiltPage, rel: string) =>
    elementsOf(page.root, 'link').filter(({ attributes }) => attributes['rel'] === rel);
  const pathOfLink = ({ attributes }: HtmlElement) => pathInside(new URL(attributes['href'] ?? ''));
  const alternatesOf = (page: BuiltPage): Record<string, string | null> =>
    Object.fromEntries(linksOf(page, 'alternate').map((link) => [link.attributes['hreflang'] ?? '', pathOfLink(link)]));

  test('each page is canonical at its own address', () => {
    const odd = pages.filter((page) => linksOf(page, 'canonical').map(pathOfLink).join() !== page.path);
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  test('each page names itself in every language, and all of them name the same pages', () => {
    const byPath = new Map(pages.map((page) => [page.path, page]));
    for (const page of pages) {
      const alternates = alternatesOf(page);
      expect(Object.keys(alternates).toSorted(), page.path).toEqual(
        [...languages.map((language) => `${language}-CA`), 'x-default'].toSorted(),
      );
      expect(alternates[`${page.language}-CA`]).toBe(page.path);
      expect(alternates['x-default']).toBe(alternates[`${languages[0]}-CA`]);
      for (const other of Object.values(alternates)) {
        const there = byPath.get(other ?? '');
        expect(there && alternatesOf(there), `${page.path} names ${other}`).toEqual(alternates);
      }
    }
  });

  test('every language has the same number of pages', () => {
    const counts = languages.map((language) => pages.filter((page) => page.language === language).length);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(20);
  });

  test('the language switch keeps the page', () => {
    for (const page of pages) {
      const switched = elementsOf(page.root, 'a').filter(({ attributes }) => attributes['hreflang'] !== undefined);
      expect(switched.length, page.path).toBe(languages.length - 1);
      for (const { attributes } of switched) {
        const path = pathInside(new URL(attributes['href'] ?? '', addressOf(page)));
        expect(path, page.path).toBe(alternatesOf(page)[attributes['hreflang'] ?? '']);
        expect(attributes['lang']).toBe(attributes['hreflang']);
      }
    }
  });
});
