/** The headers a published site is served with: type, caching, security. The files for other servers are made of the same. */

import { mediaTypes } from '../../src/contract/datasets.ts';

/** Only this host, and nothing inside a page: scripts and styles are files, charts have attributes only. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=()',
};

/** By ending; a name that begins with a stroke is a whole one. */
export const contentTypes: readonly (readonly [ending: string, type: string])[] = [
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.pdf', 'application/pdf'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.atom', 'application/atom+xml; charset=utf-8'],
  ['.ics', 'text/calendar; charset=utf-8'],
  ['.csv', mediaTypes.csv],
  ['.sql', mediaTypes.sql],
  ['.arrow', mediaTypes.arrow],
  ['.parquet', mediaTypes.parquet],
  ['.geojson', mediaTypes.geojson],
  ['.json', mediaTypes.json],
  ['.sql', mediaTypes.sql],
  ['.txt', 'text/plain; charset=utf-8'],
  ['/SHA256SUMS', 'text/plain; charset=utf-8'],
];

/** Undefined where a server knows better, or nobody does. `path` is below the site's base path. */
export function contentTypeOf(path: string): string | undefined {
  return contentTypes.find(([ending]) => path.endsWith(ending))?.[1];
}

/**
 * Files in `_astro/` are named after their content, as are a status and the streets of the live lane. What is polled may
 * be asked for by ten thousand at once: a cache between answers nearly all of them, and goes on when this server does not.
 */
export const cacheControl = {
  hashed: 'public, max-age=31536000, immutable',
  polled: 'public, max-age=5, s-maxage=10, stale-while-revalidate=20, stale-if-error=86400',
  other: 'public, max-age=60, must-revalidate',
} as const;
export const hashedFolder = '/_astro/';
export const openDataFolder = '/data/';
export const liveFolder = '/live/';
/** Of the live lane, what never changes under its name. */
export const liveHashed = ['/live/status/', '/live/streets.'] as const;

export function cacheControlOf(path: string): string {
  if ([hashedFolder, ...liveHashed].some((start) => path.startsWith(start))) return cacheControl.hashed;
  return path.startsWith(liveFolder) ? cacheControl.polled : cacheControl.other;
}

/** The open data may be read by any page on the web: nothing there is tied to a visitor. */
export function isOpenData(path: string): boolean {
  return path.startsWith(openDataFolder) || path.startsWith(liveFolder);
}
