/** Answers one request for a file of the live lane: read whole, since the relay puts another in its place at any moment. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { cacheControlOf, contentTypeOf, liveFolder } from './site-headers.ts';

/** Names of the relay's own making: none climbs out of the folder, and none begins with a point. */
const name = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** `path` is below the site's base path. False where there is no such file: then the site says so. */
export function answerLive(
  folder: string,
  path: string,
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  response: ServerResponse,
): boolean {
  const file = path.slice(liveFolder.length);
  const type = contentTypeOf(path);
  if (!name.test(file) || type === undefined) return false;
  const takesBrotli = /\bbr\b/.test(String(headers['accept-encoding'] ?? ''));
  const packed = takesBrotli ? read(join(folder, `${file}.br`)) : undefined;
  const body = packed ?? read(join(folder, file));
  if (body === undefined) return false;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', cacheControlOf(path));
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', etag);
  if (headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return true;
  }
  if (packed !== undefined) response.setHeader('Content-Encoding', 'br');
  response.writeHead(200, { 'Content-Length': body.length });
  response.end(method === 'HEAD' ? undefined : body);
  return true;
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // Not there, or not for us to read: to the public that is the same.
    return undefined;
  }
}
