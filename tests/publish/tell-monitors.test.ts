/** Webhook and health ping: told once, tried twice, never followed elsewhere, and never the reason that a night fails. */

import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { tellMonitors } from '../../scripts/support/tell-monitors.ts';

const failure = {
  code: 'DISK_FULL',
  exitCode: 5,
  message: 'The disk is full.',
  publicNow: 'Nothing was published. The site still shows the data as of 2026-11-01T04:00:00Z.',
};

interface Request {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly body: string;
}

/** A server that answers with one status after the other, the last for ever. */
async function listen(statuses: readonly number[], location?: string) {
  const requests: Request[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    requests.push({ method: request.method, path: request.url, body: await text(request) });
    const status = statuses[Math.min(requests.length, statuses.length) - 1] ?? 200;
    response.writeHead(status, location === undefined ? {} : { Location: location }).end();
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => void server.close());
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return { requests, url: `http://127.0.0.1:${port}/told?key=s3cret`, close };
}

const waits: number[] = [];
const effects = {
  environment: {},
  now: () => new Date('2026-11-02T06:00:00Z'),
  wait: async (milliseconds: number) => void waits.push(milliseconds),
};

test('a failure is posted with its code, its sentence and what the public sees', async () => {
  const { requests, url } = await listen([200]);
  const alerts = { failure_webhook: url, health_ping: `${url}&ping` };
  expect(await tellMonitors({ alerts }, '/srv/plainview', failure, effects)).toBeUndefined();
  expect(requests.map(({ method, path }) => [method, path])).toEqual([['POST', '/told?key=s3cret']]);
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    text: `Plainview, plainview: DISK_FULL  The disk is full.  ${failure.publicNow}`,
    state: 'failed',
    code: 'DISK_FULL',
    exit_code: 5,
    message: 'The disk is full.',
    public: failure.publicNow,
    at: '2026-11-02T06:00:00.000Z',
  });
});

test('a good night is a ping, at an address from the environment', async () => {
  const { requests, url } = await listen([204]);
  const alerts = { failure_webhook: 'http://127.0.0.1:1/', health_ping: '$PING' };
  expect(await tellMonitors({ alerts }, 'data', undefined, { ...effects, environment: { PING: url } })).toBeUndefined();
  expect(requests).toEqual([{ method: 'GET', path: '/told?key=s3cret', body: '' }]);
});

test('it is asked a second time, and then said in a line that does not hold the address', async () => {
  const passing = await listen([503, 200]);
  expect(await tellMonitors({ alerts: { health_ping: passing.url } }, 'data', undefined, effects)).toBeUndefined();
  expect(passing.requests.length).toBe(2);
  const down = await listen([500]);
  const line = await tellMonitors({ alerts: { failure_webhook: down.url } }, 'data', failure, effects);
  expect(line).toBe('alert     alerts.failure_webhook in city.json could not be told: it answered 500');
  expect(down.requests.length).toBe(2);
});

test('one that nobody listens at, and one that leads elsewhere, are lines too', async () => {
  const gone = await listen([200]);
  await gone.close();
  const nobody = { alerts: { failure_webhook: gone.url } };
  expect(await tellMonitors(nobody, 'data', failure, effects)).toMatch(
    /could not be told: no connection \(ECONNREFUSED\)$/,
  );
  const elsewhere = await listen([200]);
  const leading = await listen([307], elsewhere.url);
  const line = await tellMonitors({ alerts: { failure_webhook: leading.url } }, 'data', failure, effects);
  expect(line).toMatch(/leads to another address/);
  expect(elsewhere.requests).toEqual([]);
});

test('a city without alerts tells nobody', async () => {
  const fetch = () => Promise.reject(new Error('asked'));
  expect(await tellMonitors({}, 'data', failure, { ...effects, fetch })).toBeUndefined();
});
