/** The live files over HTTP: by `npm start`, and by nginx and Caddy with the recipes. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSiteServer } from '../../scripts/publish/site-server.ts';
import { cacheControl } from '../../scripts/publish/site-headers.ts';
import { writeHostFiles } from '../../scripts/publish/write-host-files.ts';
import { dataFolders } from '../../scripts/support/data-folders.ts';
import { PublicFolder } from '../../scripts/live/publishing/public-folder.ts';
import { publishSmallRelease } from '../publish/publish-small-release.ts';
import { writeWhole } from '../publish/small-release.ts';
import { makeTemporaryFolder } from '../publish/temporary-folder.ts';
import { findWebServer, startWebServer } from '../support/web-servers.ts';

const url = 'https://city.example/performance/';
const long = JSON.stringify({ label: 'BCDFG '.repeat(200) });

async function liveSite(): Promise<string> {
  const data = await makeTemporaryFolder();
  await publishSmallRelease(data, 'R1', { url, pages: { 'en/404/index.html': 'no such page', '404.html': 'none' } });
  await writeHostFiles(dataFolders(data), url);
  const folder = new PublicFolder(join(data, 'live'));
  folder.write('head.json', '{"seq":1}', 'none');
  folder.write('vehicles.json', long);
  folder.write('status/29470200.json', long);
  folder.write('streets.a1b2c3.json', long);
  folder.write('areas/ward-1.fr.txt', 'État des rues');
  await writeWhole(join(data, 'fixes/log/secret.txt'), 'secret');
  return data;
}

/** `fetch` unpacks, and keeps the header that says what it was. */
async function ask(base: string, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${base}${path}`, { headers });
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

async function serveBy(server: 'npm start' | 'nginx' | 'caddy', data: string): Promise<string> {
  if (server === 'npm start') {
    const own = await startSiteServer({ dataFolder: data, port: 0 });
    onTestFinished(() => own.close());
    return own.url.slice(0, -1).replace('localhost', '127.0.0.1');
  }
  const folder = join(data, server);
  await mkdir(folder);
  const running = await startWebServer(server, [data], folder);
  onTestFinished(() => running.close());
  return `${running.url}/performance`;
}

test.for(['npm start', 'nginx', 'caddy'] as const)(
  'by %s: what is polled for seconds, what is named after its content for ever',
  async (server, context) => {
    const program = server === 'npm start' ? undefined : findWebServer(server);
    if (program?.found === false) return context.skip(program.reason);
    const data = await liveSite();
    const base = await serveBy(server, data);
    const expected = [
      ['/live/head.json', cacheControl.polled, 'application/json', '{"seq":1}'],
      ['/live/vehicles.json', cacheControl.polled, 'application/json', long],
      ['/live/areas/ward-1.fr.txt', cacheControl.polled, 'text/plain; charset=utf-8', 'État des rues'],
      ['/live/status/29470200.json', cacheControl.hashed, 'application/json', long],
      ['/live/streets.a1b2c3.json', cacheControl.hashed, 'application/json', long],
    ] as const;
    for (const [path, cache, type, text] of expected) {
      for (const encoding of ['br', 'identity']) {
        const answer = await ask(base, path, { 'Accept-Encoding': encoding });
        expect([path, answer.status, answer.headers['cache-control'], answer.text]).toEqual([path, 200, cache, text]);
        expect(answer.headers['content-type']?.toLowerCase()).toBe(type);
        expect(answer.headers['access-control-allow-origin']).toBe('*');
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
        const isPacked = encoding === 'br' && path !== '/live/head.json';
        expect([path, answer.headers['content-encoding']]).toEqual([path, isPacked ? 'br' : undefined]);
      }
    }
    for (const path of [
      '/live/',
      '/live/none.json',
      '/live/../fixes/log/secret.txt',
      '/live/%2e%2e/fixes/log/secret.txt',
    ]) {
      const answer = await ask(base, path);
      expect([path, answer.status === 404 || answer.status === 403, answer.text.includes('secret')]).toEqual([
        path,
        true,
        false,
      ]);
    }
  },
);

test('by npm start: each answer is of one moment, and a file that has not changed is not sent again', async () => {
  const data = await liveSite();
  const base = await serveBy('npm start', data);
  const first = await ask(base, '/live/head.json');
  const again = await ask(base, '/live/head.json', { 'If-None-Match': String(first.headers['etag']) });
  expect(again.status).toBe(304);
  await writeWhole(join(data, 'live/head.json'), '{"seq":2}');
  const changed = await ask(base, '/live/head.json', { 'If-None-Match': String(first.headers['etag']) });
  expect([changed.status, changed.text]).toEqual([200, '{"seq":2}']);
  expect((await fetch(`${base}/live/head.json`, { method: 'HEAD' })).headers.get('content-length')).toBe('9');
});
