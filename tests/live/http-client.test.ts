/** The one client for upstreams: what it tries again and when, and what it never does. */

import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { HttpClient, HttpFailure } from '../../scripts/support/http-client.ts';

const now = Date.parse('2027-01-12T12:00:00Z');

/** Gives the answers one after the other; waits no time, and says how long it would have. */
function scripted(answers: readonly (Response | Error)[], random = (limit: number) => limit - 1) {
  const waits: number[] = [];
  let asked = 0;
  const client = new HttpClient({
    now: () => now,
    random,
    wait: async (milliseconds) => void waits.push(milliseconds),
    fetch: async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)]!;
      if (answer instanceof Error) throw answer;
      return answer.clone();
    },
  });
  return { client, waits, asked: () => asked };
}

const status = (code: number, headers: Record<string, string> = {}) => new Response(null, { status: code, headers });
const ok = new Response('fine', { headers: { Date: new Date(now + 90_000).toUTCString() } });
const url = 'https://avl.example.ca/feed?token=secret';

test('a busy, broken or missing server is asked again, with pauses that grow to a cap, six times in all', async () => {
  const { client, waits, asked } = scripted([status(503)]);
  await expect(client.get({ url })).rejects.toThrow('https://avl.example.ca answered 503');
  expect(asked()).toBe(6);
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000]);
});

test('pauses are anything from nothing up, so that many clients do not come back at once', async () => {
  const { client, waits } = scripted([status(503), ok], () => 0);
  await client.get({ url });
  expect(waits).toEqual([0]);
});

test.each([
  ['in seconds', '7', 7000],
  ['as a date', new Date(now + 9000).toUTCString(), 9000],
  ['of a week: after a minute', '604800', 60_000],
])('Retry-After %s is obeyed', async (_, value, expected) => {
  const { client, waits } = scripted([status(429, { 'Retry-After': value }), ok], () => 0);
  expect(String((await client.get({ url })).body)).toBe('fine');
  expect(waits).toEqual([expected]);
});

test.each([400, 401, 403, 404, 302])('%i is not asked again', async (code) => {
  const { client, asked } = scripted([status(code)]);
  await expect(client.get({ url })).rejects.toBeInstanceOf(HttpFailure);
  expect(asked()).toBe(1);
});

test('an answer that only says to come back is asked for again, whatever its status, and in the end is a failure', async () => {
  const busy = new Response('QUERY_TIMEOUT', { status: 400, headers: { 'Retry-After': '3' } });
  const saysBusy = ({ body }: { body: Buffer }) => String(body) === 'QUERY_TIMEOUT';
  const passing = scripted([busy, ok], () => 0);
  expect(String((await passing.client.get({ url, reads: [400], saysBusy })).body)).toBe('fine');
  expect(passing.waits).toEqual([3000]);
  const lasting = scripted([busy]);
  await expect(lasting.client.get({ url, reads: [400], saysBusy })).rejects.toMatchObject({ status: undefined });
  expect(lasting.asked()).toBe(6);
});

test('what leaves the same state however often it is asked for is asked again: a change, a removal', async () => {
  const { client, asked } = scripted([status(503), ok]);
  expect(String((await client.delete({ url })).body)).toBe('fine');
  expect(asked()).toBe(2);
  const changing = scripted([status(503), ok]);
  expect(String((await changing.client.patch({ url, body: '{}' })).body)).toBe('fine');
  expect(changing.asked()).toBe(2);
});

test('a connection that breaks is asked again, and no message holds what may be a key', async () => {
  const broken = new TypeError('fetch failed', { cause: Object.assign(new Error(url), { code: 'ECONNRESET' }) });
  const { client, asked } = scripted([broken, broken, ok]);
  expect((await client.get({ url })).skewSeconds).toBe(90);
  expect(asked()).toBe(3);
  const failure = await scripted([broken])
    .client.get({ url, tries: 1 })
    .catch((error: Error) => error);
  expect(failure).toMatchObject({ message: 'https://avl.example.ca could not be reached, or broke off (ECONNRESET)' });
});

test('two requests are under way at most; the others wait for them', async () => {
  let underWay = 0;
  let most = 0;
  const client = new HttpClient({
    fetch: async () => {
      most = Math.max(most, ++underWay);
      await new Promise((done) => setTimeout(done, 5));
      underWay -= 1;
      return ok.clone();
    },
  });
  await Promise.all(Array.from({ length: 7 }, () => client.get({ url })));
  expect(most).toBe(2);
});

/** Takes connections, says `words` to each, and then nothing more. */
async function silentServer(words: string): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (words !== '') socket.write(words);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  ['that takes a connection and says nothing', '', { connectMs: 50, readMs: 60_000 }, '0.05'],
  [
    'that stops in the middle of its answer',
    'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of',
    { connectMs: 60_000, readMs: 80 },
    '0.08',
  ],
])('a server %s is given up, and asked again', async (_, words, limits, seconds) => {
  const origin = await silentServer(words);
  let pauses = 0;
  const client = new HttpClient({ wait: async () => void pauses++, ...limits });
  const asked = client.get({ url: `${origin}/feed?token=secret`, tries: 3 });
  await expect(asked).rejects.toThrow(`${origin} gave no answer within ${seconds} s`);
  expect(pauses).toBe(2);
});
