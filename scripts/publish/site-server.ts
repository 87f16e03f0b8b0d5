/** Serves the published release over HTTP, as any static host would, and follows each switch without a restart. */

import { existsSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv, { type RequestHandler } from 'sirv';
import { z } from 'zod';
import { manifestSchema } from '../../src/contract/manifest.ts';
import { OperatorError } from '../support/operator-error.ts';
import { cacheControlOf, contentTypeOf, isOpenData, securityHeaders } from './site-headers.ts';

export interface SiteServerOptions {
  readonly dataFolder: string;
  readonly port: number;
  readonly host?: string;
}

export interface SiteServer {
  /** Of the start page, base path included. */
  readonly url: string;
  close(): Promise<void>;
}

/** A release as this server holds it in memory. */
interface OpenRelease {
  readonly folder: string;
  /** `/` or `/performance/`: always with both strokes. */
  readonly basePath: string;
  readonly languages: readonly string[];
  readonly serve: RequestHandler;
}

/** Throws `PORT_IN_USE` (exit 5) and `NO_SITE_YET` (exit 2). */
export async function startSiteServer({
  dataFolder,
  port,
  host = '127.0.0.1',
}: SiteServerOptions): Promise<SiteServer> {
  let release = openRelease(dataFolder);
  const server = createServer((request, response) => {
    try {
      release = isStillPublished(release, dataFolder) ? release : openRelease(dataFolder);
    } catch (error) {
      // A broken release is the operator's to mend; the server goes on, for the next switch may mend it.
      response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '60' });
      response.end(`${error instanceof OperatorError ? error.message : 'The published release cannot be read.'}\n`);
      return;
    }
    answer(release, request, response);
  });
  await listen(server, port, host);
  const address = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${address.port}${release.basePath}`,
    close: () => closeServer(server),
  };
}

function openRelease(dataFolder: string): OpenRelease {
  const folder = publishedFolder(dataFolder);
  if (folder === undefined) {
    throw new OperatorError('NO_SITE_YET', {
      exit: 'configuration',
      message: 'There is no site to serve yet.',
      faults: [{ where: join(dataFolder, 'site'), found: 'nothing', expected: 'a published release' }],
      remedy: 'npm run nightly',
    });
  }
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'data/v1/manifest.json'), 'utf8')));
  return {
    folder,
    basePath: new URL(manifest.city.url).pathname.replace(/\/*$/, '/'),
    languages: manifest.city.languages,
    serve: sirv(folder, { brotli: true, etag: true, setHeaders }),
  };
}

function publishedFolder(dataFolder: string): string | undefined {
  try {
    const folder = join(dataFolder, readlinkSync(join(dataFolder, 'site')));
    return statSync(folder).isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}

function isStillPublished(release: OpenRelease, dataFolder: string): boolean {
  return publishedFolder(dataFolder) === release.folder;
}

function setHeaders(response: ServerResponse, path: string): void {
  const type = contentTypeOf(path);
  if (type !== undefined) response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', cacheControlOf(path));
  if (isOpenData(path)) response.setHeader('Access-Control-Allow-Origin', '*');
}

function answer(release: OpenRelease, request: IncomingMessage, response: ServerResponse): void {
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

async function listen(server: Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new OperatorError('PORT_IN_USE', {
      exit: 'machine',
      message: `Port ${port} is in use by another program.`,
      faults: [{ where: `${host}:${port}`, found: 'another program', expected: 'a free port' }],
      remedy: `npm start -- --port ${port + 1}`,
      cause: error,
    });
  }
}

function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}
