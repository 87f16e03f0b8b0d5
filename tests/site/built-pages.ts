/** Every page of the night's release, and one address of each kind of page. */

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse, type DSVRowString } from 'd3';
import { inject } from 'vitest';
import { manifestSchema } from '../../src/contract/manifest.ts';
import type { Language } from '../../src/contract/city.ts';
import { pathOf, segments, type Route } from '../../src/i18n/routes.ts';
import { isSegment, type PublishedStreets } from '../../src/contract/streets.ts';
import { readHtml, type HtmlElement } from './html-tree.ts';

export const siteFolder = join(inject('demoNight').dataFolder, 'site');
const published = join(siteFolder, 'data', 'v1');

export const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(published, 'manifest.json'), 'utf8')));
export const languages: readonly Language[] = manifest.city.languages;

/** A published table, each value as the text that stands in the file. */
export function readCsv(dataset: string): readonly DSVRowString[] {
  return csvParse(readFileSync(join(published, 'latest', `${dataset}.csv`), 'utf8'));
}

/** The figures of the city, of each service and of each area: all that pages show. The file holds ten times as many. */
export function readFigures(): readonly DSVRowString[] {
  const isShown = /^[^,]*,[^,]*,[^,]*,(?:all,all,all,[^,]*|[^,]*,all,all,all),all,all,/;
  const [header = '', ...lines] = readFileSync(join(published, 'latest', 'measures.csv'), 'utf8').split('\r\n');
  return csvParse([header, ...lines.filter((line) => isShown.test(line))].join('\n'));
}

/** The streets as the night published them. */
export const publishedStreets: PublishedStreets = JSON.parse(
  readFileSync(join(published, 'latest', 'streets.geojson'), 'utf8'),
);
/** Names on signs are the same in every language. */
export const streetNames: readonly string[] = [
  ...new Set(publishedStreets.features.filter(isSegment).map(({ properties }) => properties.name)),
].filter((name) => name !== '');

export interface BuiltPage {
  /** From the site's root, without the base: `/fr/secteurs/`. */
  readonly path: string;
  readonly language: Language;
  readonly html: string;
  readonly root: HtmlElement;
}

const filesOf = (language: Language) => globSync(`${language}/**/index.html`, { cwd: siteFolder }).toSorted();

/** Of the streets' pages, which are alike, every fortieth: those of some hundred streets in each language say no more. */
const streetFolder = (language: Language) => `${language}/${segments.live[language]}/${segments.streets[language]}/`;
const isStreet = (file: string, language: Language) => file.startsWith(streetFolder(language));
const streetFiles = (language: Language) => filesOf(language).filter((file) => isStreet(file, language));
export const streetIds = streetFiles(languages[0] ?? 'en').map((file) => file.split('/').at(-2) ?? '');
const sampledStreets = new Set(streetIds.filter((_, place) => place % 40 === 0));
const isLookedAt = (file: string, language: Language) =>
  !isStreet(file, language) || sampledStreets.has(file.split('/').at(-2) ?? '');

/** The pages in a language; the start page, which only leads on, and the page for lost addresses are apart. */
export const pages: readonly BuiltPage[] = languages.flatMap((language) =>
  filesOf(language)
    .filter((file) => isLookedAt(file, language))
    .map((file) => readPage(file, language)),
);
export const lostPage = readPage('404.html', languages[0] ?? 'en');
export const startPage = readPage('index.html', languages[0] ?? 'en');
export const allPages: readonly BuiltPage[] = [...pages, lostPage, startPage];

export function pageAt(path: string): BuiltPage {
  const page = pages.find((one) => one.path === path);
  if (page === undefined) throw new Error(`no page at ${path}`);
  return page;
}

function readPage(file: string, language: Language): BuiltPage {
  const html = readFileSync(join(siteFolder, file), 'utf8');
  return { path: `/${file.replace(/index\.html$/, '')}`, language, html, root: readHtml(html) };
}

/** The file behind an address of the site, or null. */
export function fileAt(path: string): string | null {
  const file = join(siteFolder, path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) ? file : null;
}

export const services = readCsv('services');
const monthly = new Set(
  readFigures()
    .filter((row) => row['period_type'] === 'month' && row['measure_id'] === 'requests_received')
    .map((row) => row['service_code']),
);
const targeted = new Set(readCsv('targets').map((row) => row['service_code']));

export const codesOf = (tier: string) =>
  services.filter((service) => service['tier'] === tier).map((service) => service['service_code'] as string);

/** A service of tier C whose months are published; else only its years are. */
export const isMonthly = (code: string) => monthly.has(code);

/** One of each kind of page; a kind that the demonstration lacks is left out. */
export const kindsOfPages: readonly { readonly kind: string; readonly route: Route }[] = [
  { kind: 'overview', route: { page: 'overview' } },
  { kind: 'services', route: { page: 'services' } },
  ...serviceKind('service of tier A', (code) => codesOf('A').includes(code) && targeted.has(code)),
  ...serviceKind('service of tier B', (code) => codesOf('B').includes(code) && targeted.has(code)),
  ...serviceKind('service without a target', (code) => !codesOf('C').includes(code) && !targeted.has(code)),
  ...serviceKind('service of tier C by month', (code) => codesOf('C').includes(code) && isMonthly(code)),
  ...serviceKind('service of tier C by year', (code) => codesOf('C').includes(code) && !isMonthly(code)),
  { kind: 'areas', route: { page: 'areas' } },
  { kind: 'area', route: { page: 'area', area: readCsv('areas')[0]?.['area_id'] ?? '' } },
  { kind: 'live', route: { page: 'live' } },
  { kind: 'streets of an area', route: { page: 'live_area', area: readCsv('areas')[0]?.['area_id'] ?? '' } },
  { kind: 'street', route: { page: 'live_street', street: streetIds[0] ?? '' } },
  { kind: 'methods', route: { page: 'methods' } },
  { kind: 'measure', route: { page: 'measure', measure: 'median_days_to_close' } },
  { kind: 'data', route: { page: 'data' } },
  { kind: 'data set', route: { page: 'dataset', dataset: 'requests' } },
  { kind: 'about', route: { page: 'about' } },
];

function serviceKind(kind: string, isWanted: (code: string) => boolean): { kind: string; route: Route }[] {
  const found = services.map((service) => service['service_code'] as string).find(isWanted);
  return found === undefined ? [] : [{ kind, route: { page: 'service', service: found } }];
}

/** Each kind of page in each language, by address; with the page for lost addresses. */
export const examples: readonly { readonly kind: string; readonly language: Language; readonly path: string }[] =
  languages.flatMap((language) => [
    ...kindsOfPages.map(({ kind, route }) => ({ kind, language, path: pathOf(route, language) })),
    ...(language === languages[0] ? [{ kind: 'lost', language, path: '/nowhere/' }] : []),
  ]);
