/** Serves the published release over HTTP, as any static host would, and follows each switch without a restart. */

import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import { dataFolders } from '../support/data-folders.ts';
import { OperatorError } from '../support/operator-error.ts';
import { answer } from './answer-request.ts';
import { isStillPublished, openRelease } from './open-release.ts';

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

/** Throws `PORT_IN_USE` (exit 5) and `NO_SITE_YET` (exit 2). */
export async function startSiteServer({
  dataFolder,
  port,
  host = '127.0.0.1',
}: SiteServerOptions): Promise<SiteServer> {
  let release = openRelease(dataFolder);
  const { live } = dataFolders(dataFolder);
  const server = createServer((request, response) => {
    try {
      release = isStillPublished(release, dataFolder) ? release : openRelease(dataFolder);
    } catch (error) {
      // A broken release is the operator's to mend; the server goes on, for the next switch may mend it.
      response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '60' });
      response.end(`${error instanceof OperatorError ? error.message : 'The published release cannot be read.'}\n`);
      return;
    }
    answer(release, live, request, response);
  });
  await listen(server, port, host);
  const address = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${address.port}${release.basePath}`,
    close: () => closeServer(server),
  };
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
