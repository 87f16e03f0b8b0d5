/** Answers one request from the published release: a file, a redirect, or the page that says there is none. */

import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { answerLive } from './answer-live.ts';
import type { OpenRelease } from './open-release.ts';
import { liveFolder, securityHeaders } from './site-headers.ts';

/** `liveFiles` is the folder that the live lane writes. */
export function answer(
  release: OpenRelease,
  liveFiles: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const below = pathBelow(release.basePath, path);
  const isBase = path === '/' || `${path}/` === release.basePath;
  const target = below === undefined ? (isBase ? release.basePath : undefined) : redirectOf(release, below);
  if (target !== undefined) {
    response.writeHead(302, { Location: target + (query === undefined ? '' : `?${query}`) }).end();
    return;
  }
  if (below?.startsWith(liveFolder) && answerLive(liveFiles, below, request, response)) return;
  endFileWith(response);
  dropUnreadableRange(request);
  request.url = below ?? path;
  if (below === undefined) sendNotFound(release, path, request, response);
  else release.serve(request, response, () => sendNotFound(release, below, request, response));
}

/** `/performance/en/` below `/performance/` is `/en/`; undefined outside of it. */
function pathBelow(basePath: string, path: string): string | undefined {
  return path.startsWith(basePath) ? path.slice(basePath.length - 1) : undefined;
}

/** A folder's page has its address with a final stroke; the root, where it has no page, is the first language's. */
function redirectOf({ folder, basePath, languages }: OpenRelease, below: string): string | undefined {
  const language = languages[0] ?? 'en';
  if (below === '/') return existsSync(join(folder, 'index.html')) ? undefined : `${basePath}${language}/`;
  // Plain names only: what holds a point may climb out of the folder, and names a file anyway.
  const isPage = /^(\/[a-z0-9_-]+)+$/i.test(below) && existsSync(join(folder, below, 'index.html'));
  return isPage ? `${basePath}${below.slice(1)}/` : undefined;
}

/** sirv leaves a file open when its reader goes away, and lets one that cannot be read end the whole process. */
function endFileWith(response: ServerResponse): void {
  response.once('pipe', (file) => {
    file.once('error', () => response.destroy());
    response.once('close', () => (file as Readable).destroy());
  });
}

/** sirv misreads `bytes=-500`, and knows no `If-Range`: without the header the whole file is sent, which is allowed. */
function dropUnreadableRange(request: IncomingMessage): void {
  const { range } = request.headers;
  const bounds = range === undefined ? null : /^bytes=(\d+)-(\d*)$/.exec(range);
  const isForwards = bounds !== null && (bounds[2] === '' || Number(bounds[2]) >= Number(bounds[1]));
  if (!isForwards || request.headers['if-range'] !== undefined) delete request.headers.range;
}

/** The page of the language in the path, else of the first language. */
function sendNotFound(
  { folder, languages }: OpenRelease,
  below: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const inPath = languages.find((language) => below.startsWith(`/${language}/`));
  const candidates = [...new Set([inPath, ...languages])]
    .filter((language) => language !== undefined)
    .flatMap((language) => [`${language}/404/index.html`, `${language}/404.html`]);
  const page = [...candidates, '404.html'].map((name) => join(folder, name)).find((path) => existsSync(path));
  const isHtml = page !== undefined;
  response.writeHead(404, {
    'Content-Type': isHtml ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'Cache-Control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : isHtml ? readFileSync(page) : 'Not found.\n');
}
