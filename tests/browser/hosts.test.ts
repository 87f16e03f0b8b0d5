/** Two cities side by side under nginx and Caddy, by the recipes: headers, packed files, second visits, no complaint. */

import { globSync, readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cacheControl, contentSecurityPolicy, contentTypeOf } from '../../scripts/publish/site-headers.ts';
import { makeDataFolder, runNight } from '../pipeline/run-night.ts';
import { writeSmallCity } from '../pipeline/small-city.ts';
import { launchChromium } from '../support/chromium.ts';
import { findWebServer, startWebServer, webServers, type RunningServer } from '../support/web-servers.ts';
import { whyNoBrowser } from './served-site.ts';

const cities = [
  { name: 'one', base: '/performance/' },
  { name: 'two', base: '/second/performance/' },
] as const;
let folder: string;
let remove: () => Promise<void>;
let browser: Browser | undefined;

beforeAll(async () => {
  ({ folder, remove } = await makeDataFolder());
  for (const { name, base } of cities) {
    const data = join(folder, name);
    await writeSmallCity(data, { url: `https://smallville.example.org${base}` });
    const night = await runNight(['--data', data, '--as-of', '2025-03-01T05:00:00Z']);
    if (night.exitCode !== 0) throw new Error(night.output);
  }
  if (whyNoBrowser() === null) browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await remove?.();
});

const siteOf = (name: string) => join(folder, name, 'site');

describe.each(webServers)('%s', (server) => {
  const program = findWebServer(server);
  let running: RunningServer;

  beforeAll(async () => {
    const [first, second] = cities.map(({ name }) => join(folder, name)) as [string, string];
    if (program.found) running = await startWebServer(server, [first, second], join(folder, server));
  });
  afterAll(() => running?.close());
  beforeEach((context) => {
    if (!program.found) context.skip(program.reason);
  });

  async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
    const { promise, resolve, reject } = Promise.withResolvers<{
      status: number | undefined;
      headers: IncomingHttpHeaders;
      body: Buffer;
    }>();
    const { port } = new URL(running.url);
    httpRequest({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
      resolve({ status: response.statusCode, headers: response.headers, body: await buffer(response) });
    })
      .on('error', reject)
      .end();
    return promise;
  }

  describe.each(cities)('city $name at $base', ({ name, base }) => {
    const fileOf = (path: string) => readFileSync(join(siteOf(name), path));

    test('a page comes packed as the night packed it, else with gzip, else as it is', async () => {
      const page = `${base}en/services/`;
      const plain = fileOf('en/services/index.html');
      const packed = await get(page, { 'Accept-Encoding': 'gzip, br' });
      expect([packed.status, packed.headers['content-encoding']]).toEqual([200, 'br']);
      expect(packed.body).toEqual(fileOf('en/services/index.html.br'));
      expect(brotliDecompressSync(packed.body)).toEqual(plain);
      expect(packed.headers.vary).toMatch(/accept-encoding/i);
      const zipped = await get(page, { 'Accept-Encoding': 'gzip' });
      expect(zipped.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(zipped.body)).toEqual(plain);
      expect((await get(page)).body).toEqual(plain);
    });

    test('each answer has the policy; only what is named after its content is kept for ever', async () => {
      const hashed = globSync('_astro/*.{js,css}', { cwd: siteOf(name) });
      expect(hashed.length).toBeGreaterThan(2);
      for (const path of ['en/', 'nothing/here/', 'data/v1/manifest.json', ...hashed]) {
        const { headers } = await get(base + path);
        expect(headers['content-security-policy'], path).toBe(contentSecurityPolicy);
        expect(headers['x-content-type-options'], path).toBe('nosniff');
        expect(headers['cache-control'], path).toBe(hashed.includes(path) ? cacheControl.hashed : cacheControl.other);
        expect(headers['access-control-allow-origin'], path).toBe(path.startsWith('data/') ? '*' : undefined);
      }
    });

    test('each kind of file has its type, packed or not', async () => {
      const all = globSync('**/*.*', { cwd: siteOf(name) }).filter((path) => !path.endsWith('.br'));
      const one = new Map(all.map((path) => [/\.[a-z]+$/.exec(path)?.[0], path]));
      for (const path of [...one.values(), 'data/v1/SHA256SUMS']) {
        for (const encoding of ['identity', 'br']) {
          const { status, headers } = await get(base + path, { 'Accept-Encoding': encoding });
          expect([path, status, headers['content-type']]).toEqual([path, 200, contentTypeOf(`/${path}`)]);
        }
      }
      expect(one.size).toBeGreaterThan(8);
    });

    test('a second visit is answered with 304, by tag and by date, until the file is another', async () => {
      for (const path of [`${base}en/`, `${base}data/v1/latest/requests.csv`]) {
        const { headers } = await get(path, { 'Accept-Encoding': 'br' });
        const again = await get(path, { 'Accept-Encoding': 'br', 'If-None-Match': String(headers.etag) });
        expect([again.status, again.body.length]).toEqual([304, 0]);
        const since = await get(path, {
          'Accept-Encoding': 'br',
          'If-Modified-Since': String(headers['last-modified']),
        });
        expect(since.status).toBe(304);
        expect((await get(path, { 'If-None-Match': '"another"' })).status).toBe(200);
      }
    });

    test('what is not there is the site’s own page with 404; an address without its stroke leads to the page', async () => {
      for (const path of ['nothing/', 'en/nothing', 'data/v1/nothing.csv']) {
        const lost = await get(base + path);
        expect([path, lost.status, lost.body]).toEqual([path, 404, fileOf('404.html')]);
      }
      for (const path of ['../city/city.json', '../../city/city.json', 'en/..%2f..%2fcity/city.json']) {
        expect(String((await get(base + path)).body), path).not.toContain('sources');
      }
      for (const path of [base.slice(0, -1), `${base}en`]) {
        const led = await get(path);
        expect([path, led.status]).toEqual([path, expect.toBeOneOf([301, 302, 307, 308])]);
        expect(new URL(String(led.headers.location), `${running.url}${path}`).pathname).toBe(`${path}/`);
      }
      expect((await get(`${base}en/`, {}, 'POST')).status).toBe(405);
    });

    test('Chromium has nothing to complain of on a page of each kind, and asks nobody else', async (context) => {
      if (browser === undefined) return context.skip(whyNoBrowser() ?? '');
      const page = await browser.newPage();
      const complaints: string[] = [];
      let path = '';
      page.on('console', (message) => complaints.push(`${path}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(running.url + base)) complaints.push(`${path} asks ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${path}: ${response.status()} ${response.url()}`);
      });
      const paths = globSync('en/**/index.html', { cwd: siteOf(name) }).map((file) => file.replace('index.html', ''));
      // Those of one folder differ in their figures, and all are sent with the same headers.
      const kindOf = (one: string) => (one.split('/').length > 3 ? join(one, '..') : one);
      const kinds = new Map(paths.map((one) => [kindOf(one), one]));
      for (path of kinds.values()) await page.goto(running.url + base + path, { waitUntil: 'load' });
      await page.close();
      expect(kinds.size).toBeGreaterThan(9);
      expect(complaints).toEqual([]);
    }, 120_000);
  });
});
