/** The published release as the server holds it: its folder, base path and languages, and its files' listing. */

import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv, { type RequestHandler } from 'sirv';
import { manifestSchema } from '../../src/contract/manifest.ts';
import { OperatorError } from '../support/operator-error.ts';
import { cacheControlOf, contentTypeOf, isOpenData } from './site-headers.ts';
import { basePathOf } from './write-host-files.ts';

export interface OpenRelease {
  readonly folder: string;
  /** `/` or `/performance/`: always with both strokes. */
  readonly basePath: string;
  readonly languages: readonly string[];
  readonly serve: RequestHandler;
}

/** Throws `NO_SITE_YET` (exit 2). */
export function openRelease(dataFolder: string): OpenRelease {
  const folder = publishedFolder(dataFolder);
  if (folder === undefined) throw noSiteYet(dataFolder);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'data/v1/manifest.json'), 'utf8')));
  return {
    folder,
    basePath: basePathOf(manifest.city.url),
    languages: manifest.city.languages,
    serve: sirv(folder, { brotli: true, etag: true, setHeaders }),
  };
}

export function noSiteYet(dataFolder: string): OperatorError {
  return new OperatorError('NO_SITE_YET', {
    exit: 'configuration',
    message: 'There is no published site yet.',
    faults: [{ where: join(dataFolder, 'site'), found: 'nothing', expected: 'a published release' }],
    remedy: 'npm run nightly',
  });
}

function publishedFolder(dataFolder: string): string | undefined {
  try {
    const folder = realpathSync(join(dataFolder, 'site'));
    return statSync(folder).isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}

export function isStillPublished(release: OpenRelease, dataFolder: string): boolean {
  return publishedFolder(dataFolder) === release.folder;
}

function setHeaders(response: ServerResponse, path: string): void {
  const type = contentTypeOf(path);
  if (type !== undefined) response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', cacheControlOf(path));
  if (isOpenData(path)) response.setHeader('Access-Control-Allow-Origin', '*');
}
