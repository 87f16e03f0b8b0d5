/** The headers a published site is served with: type, caching, security. The runbook's recipes say the same. */

import { mediaTypes } from '../../src/contract/datasets.ts';

/** Only this host, no inline scripts; charts and their pages carry inline styles. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
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

/** Types that a server's own table lacks, or has without the encoding. */
const contentTypes: readonly (readonly [ending: string, type: string])[] = [
  ['.csv', mediaTypes.csv],
  ['.sql', mediaTypes.sql],
  ['.arrow', mediaTypes.arrow],
  ['.parquet', mediaTypes.parquet],
  ['.geojson', mediaTypes.geojson],
  ['.json', mediaTypes.json],
  ['.txt', 'text/plain; charset=utf-8'],
  ['/SHA256SUMS', 'text/plain; charset=utf-8'],
];

/** Undefined where the server's own table is right. `path` is below the site's base path. */
export function contentTypeOf(path: string): string | undefined {
  return contentTypes.find(([ending]) => path.endsWith(ending))?.[1];
}

/** Files in `_astro/` are named after their content. All others may be another release's tomorrow. */
export function cacheControlOf(path: string): string {
  return path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'public, max-age=60, must-revalidate';
}

/** The open data may be read by any page on the web: nothing there is tied to a visitor. */
export function isOpenData(path: string): boolean {
  return path.startsWith('/data/');
}
