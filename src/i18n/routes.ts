/** Every address of the site, in words of the page's language; all links are made here, with the base path. */

import type { Language } from '../contract/city.ts';

export type Route =
  | { readonly page: 'overview' | 'services' | 'areas' | 'methods' | 'data' | 'about' | 'live' }
  | { readonly page: 'service'; readonly service: string }
  | { readonly page: 'area'; readonly area: string }
  | { readonly page: 'measure'; readonly measure: string }
  | { readonly page: 'dataset'; readonly dataset: string }
  | { readonly page: 'live_street'; readonly street: string }
  | { readonly page: 'live_area'; readonly area: string };

/** The first word of an address after the language. */
export const segments = {
  services: { en: 'services', fr: 'services' },
  areas: { en: 'areas', fr: 'secteurs' },
  methods: { en: 'methods', fr: 'methodes' },
  data: { en: 'data', fr: 'donnees' },
  about: { en: 'about', fr: 'a-propos' },
  live: { en: 'live', fr: 'en-direct' },
  streets: { en: 'streets', fr: 'rues' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** The path inside the site, without the base: `/fr/secteurs/`. */
export function pathOf(route: Route, language: Language): string {
  const words = wordsOf(route, language);
  return `/${[language, ...words].join('/')}/`;
}

export function hrefOf(route: Route, language: Language): string {
  return withBase(pathOf(route, language));
}

/** A published file, by its path under `/data/v1/`. */
export function fileHref(path: string): string {
  return withBase(`/data/v1/${path}`);
}

/** A file of the newest night; the manifest names it by its own name or by its path from `/data/v1/`. */
export function latestHref(path: string): string {
  return fileHref(`latest/${path.replace(/^latest\//, '')}`);
}

/** What the live lane writes, apart from every release. */
export function liveHref(path: string): string {
  return withBase(`/live/${path}`);
}

export function withBase(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}

function wordsOf(route: Route, language: Language): string[] {
  switch (route.page) {
    case 'overview':
      return [];
    case 'service':
      return [segments.services[language], route.service];
    case 'area':
      return [segments.areas[language], route.area];
    case 'measure':
      return [segments.methods[language], route.measure];
    case 'live_street':
      return [segments.live[language], segments.streets[language], route.street];
    case 'live_area':
      return [segments.live[language], segments.areas[language], route.area];
    case 'dataset':
      return [segments.data[language], route.dataset];
    default:
      return [segments[route.page][language]];
  }
}
