/** The server of the published site, over real sockets on loopback. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readlink, realpath, rm } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { startSiteServer } from '../../scripts/publish/site-server.ts';
import { publishSmallRelease } from './publish-small-release.ts';
import { writeWhole, type SmallReleaseOptions } from './small-release.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const longPage = (text: string) => `<p>${text}</p>`.repeat(200);
const pages = {
  'index.html': longPage('start'),
  'en/index.html': longPage('overview'),
  'en/services/potholes/index.html': longPage('potholes'),
  'en/404/index.html': 'no such page',
  'fr/404/index.html': 'page introuvable',
  '_astro/charts.a1b2c3.css': 'p{}',
  'robots.txt': 'User-agent: *',
};

async function serve(options: SmallReleaseOptions = {}) {
  const data = await makeTemporaryFolder();
  await publishSmallRelease(data, 'R1', { pages, ...options });
  const server = await startSiteServer({ dataFolder: data, port: 0 });
  onTestFinished(() => server.close());
  return {
    data,
    url: server.url,
    get: (path: string, headers?: Record<string, string>) => get(server.url, path, { headers }),
  };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends the path as it is written, which `fetch` would not. */
async function get(
  url: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> | undefined } = {},
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { port } = new URL(url);
  httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
    );
  })
    .on('error', reject)
    .end();
  return promise;
}

test.each([
  ['/en/', 'text/html;charset=utf-8'],
  ['/data/v1/latest/requests.csv', 'text/csv; charset=utf-8'],
  ['/data/v1/latest/requests.arrow', 'application/vnd.apache.arrow.file'],
  ['/data/v1/latest/requests.parquet', 'application/vnd.apache.parquet'],
  ['/data/v1/latest/areas.geojson', 'application/geo+json'],
  ['/data/v1/manifest.json', 'application/json'],
  ['/data/v1/SHA256SUMS', 'text/plain; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/_astro/charts.a1b2c3.css', 'text/css; charset=utf-8'],
])('%s is %s, compressed or not', async (path, type) => {
  const { get } = await serve();
  expect((await get(path)).headers['content-type']).toBe(type);
  expect((await get(path, { 'accept-encoding': 'br' })).headers['content-type']).toBe(type);
});

test('the compressed copy goes to those who take it, and to nobody else', async () => {
  const { get } = await serve();
  for (const path of ['/en/', '/data/v1/latest/requests.csv']) {
    const plain = await get(path);
    const small = await get(path, { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.headers.vary).toBe('Accept-Encoding');
    expect(small.body.length).toBeLessThan(plain.body.length / 2);
    expect(brotliDecompressSync(small.body).equals(plain.body)).toBe(true);
  }
});

test('only files named after their content are kept for ever', async () => {
  const { get } = await serve();
  expect((await get('/_astro/charts.a1b2c3.css')).headers['cache-control']).toContain('immutable');
  expect((await get('/en/')).headers['cache-control']).toBe('public, max-age=60, must-revalidate');
  expect((await get('/data/v1/manifest.json')).headers['cache-control']).toBe('public, max-age=60, must-revalidate');
});

test('every answer forbids other hosts, scripts and styles inside a page, and guessing of types; open data may be read from anywhere', async () => {
  const { get } = await serve();
  for (const path of ['/en/', '/nowhere', '/data/v1/manifest.json']) {
    const { headers } = await get(path);
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
  expect((await get('/data/v1/manifest.json')).headers['access-control-allow-origin']).toBe('*');
  expect((await get('/en/')).headers['access-control-allow-origin']).toBeUndefined();
});

test('what is not there is said in the language of its path, else in the city’s first', async () => {
  const { get } = await serve();
  for (const [path, text] of [
    ['/fr/services/rien/', 'page introuvable'],
    ['/en/nothing/', 'no such page'],
    ['/nothing', 'no such page'],
  ] as const) {
    const { status, body, headers } = await get(path);
    expect([status, String(body), headers['content-type']]).toEqual([404, text, 'text/html; charset=utf-8']);
  }
});

test.each([
  '/../secret.txt',
  '/en/../../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/en/..%5c..%5csecret.txt',
  '//secret.txt',
  '/.lock',
  '/%',
])('%s leads nowhere', async (path) => {
  const { data, get } = await serve();
  for (const folder of ['releases', '.', 'releases/R1/..'])
    await writeWhole(join(data, folder, 'secret.txt'), 'secret');
  await writeWhole(join(data, 'releases/R1/.lock'), 'secret');
  const { status, body } = await get(path);
  expect([status, String(body)]).toEqual([404, 'no such page']);
});

test('a folder is found without its final stroke, and its query stays', async () => {
  const { get } = await serve();
  const { status, headers } = await get('/en/services/potholes?area=ward-1');
  expect([status, headers.location]).toEqual([302, '/en/services/potholes/?area=ward-1']);
  expect((await get('/en/services/potholes/?area=ward-1')).status).toBe(200);
});

test('a city whose site has a base path is served below it', async () => {
  const { url, get } = await serve({ url: 'https://city.example/performance' });
  expect(new URL(url).pathname).toBe('/performance/');
  for (const path of ['/', '/performance']) {
    expect(await get(path)).toMatchObject({ status: 302, headers: { location: '/performance/' } });
  }
  expect(String((await get('/performance/en/')).body)).toBe(pages['en/index.html']);
  expect((await get('/performance/en/services/potholes')).headers.location).toBe('/performance/en/services/potholes/');
  expect(String((await get('/performance/fr/rien')).body)).toBe('page introuvable');
  expect((await get('/en/')).status).toBe(404);
});

test('a site without a page at its root begins with the city’s first language', async () => {
  const { get } = await serve({ pages: { 'en/index.html': 'overview' } });
  expect((await get('/')).headers.location).toBe('/en/');
});

test('a part of a file can be asked for; a part counted from its end gives the whole', async () => {
  const { get } = await serve();
  const path = '/data/v1/latest/requests.parquet';
  const part = await get(path, { range: 'bytes=2-5' });
  expect([part.status, String(part.body), part.headers['content-range']]).toEqual([206, 'rque', 'bytes 2-5/13']);
  for (const range of ['bytes=-5', 'bytes=5-2', 'lines=1-2']) {
    const whole = await get(path, { range });
    expect([whole.status, String(whole.body)]).toEqual([200, 'parquet of R1']);
  }
  expect((await get(path, { range: 'bytes=2-5', 'if-range': '"another release"' })).status).toBe(200);
});

test('a page that has not changed is not sent again', async () => {
  const { get } = await serve();
  const { headers } = await get('/en/');
  expect((await get('/en/', { 'if-none-match': String(headers.etag) })).status).toBe(304);
});

test('HEAD has the headers alone, and anything that would change a site is refused', async () => {
  const { url } = await serve();
  const head = await get(url, '/en/', { method: 'HEAD' });
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
    200,
    String(pages['en/index.html'].length),
    0,
  ]);
  const post = await get(url, '/en/', { method: 'POST' });
  expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
});

test('a file that vanished ends its own request and nothing else', async () => {
  const { data, get } = await serve();
  await rm(join(data, 'site/robots.txt'));
  await expect(get('/robots.txt')).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect((await get('/en/')).status).toBe(200);
});

test.runIf(process.platform === 'linux')('a reader who goes away leaves no file open', async () => {
  const { data, url } = await serve({ pages: { 'film.png': 'x'.repeat(50_000_000) } });
  const film = await realpath(join(data, 'site/film.png'));
  const openCount = async () => {
    const targets = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => 'closed'));
    return (await Promise.all(targets)).filter((target) => target === film).length;
  };
  const download = httpRequest(`${url}film.png`, (response) => response.pause()).on('error', () => {});
  download.end();
  await once(download, 'response');
  await expect.poll(openCount).toBe(1);
  download.destroy();
  await expect.poll(openCount).toBe(0);
});

test('a switch is followed without a restart', async () => {
  const { data, get } = await serve();
  const before = await get('/data/v1/night.json');
  await publishSmallRelease(data, 'R2', { pages: { 'en/new/index.html': 'only in the new one' } });
  const after = await get('/data/v1/night.json');
  expect(JSON.parse(String(before.body)).release_id).toBe('R1');
  expect(JSON.parse(String(after.body)).release_id).toBe('R2');
  expect(after.headers.etag).not.toBe(before.headers.etag);
  expect(String((await get('/en/new/')).body)).toBe('only in the new one');
  expect((await get('/en/services/potholes/')).status).toBe(404);
});

test('a port in use is named, and another offered', async () => {
  const { data, url } = await serve();
  const port = Number(new URL(url).port);
  await expect(startSiteServer({ dataFolder: data, port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    exitCode: 5,
    message: expect.stringContaining(String(port)),
    remedy: `npm start -- --port ${port + 1}`,
  });
});

const serveProgram = fileURLToPath(new URL('../../scripts/serve.ts', import.meta.url));

test('npm start says where it serves, answers, and ends cleanly on Ctrl-C though a browser is still connected', async () => {
  const data = await makeTemporaryFolder();
  await publishSmallRelease(data, 'R1', { pages });
  const child = spawn(process.execPath, [serveProgram, '--data', data, '--port', '0']);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface(child.stdout), 'line');
  const url = /http:\/\/localhost:\d+\//.exec(String(line))?.[0] ?? '';
  expect((await fetch(`${url}en/`)).status).toBe(200);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('npm start before the first night ends with 2 and says what to run', async () => {
  const data = await makeTemporaryFolder();
  const child = spawn(process.execPath, [serveProgram, '--data', data]);
  const errors: string[] = [];
  createInterface(child.stderr).on('line', (line) => errors.push(line));
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(errors[0]).toMatch(/^NO_SITE_YET /);
  expect(errors.at(-1)).toMatch(/npm run nightly -- --data \S+$/);
});
