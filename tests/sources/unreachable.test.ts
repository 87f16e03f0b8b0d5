/** A request system that cannot be reached at all: which of name, port, certificate and protocol it was is told. */

import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import { open311Source } from '../../scripts/sources/open311/open311-source.ts';
import { salesforceSource } from '../../scripts/sources/salesforce/salesforce-source.ts';
import type { Source } from '../../scripts/sources/source.ts';
import { HttpClient } from '../../scripts/support/http-client.ts';
import { OperatorError } from '../../scripts/support/operator-error.ts';
import { settings as open311Settings } from '../fakes/open311/read-source.ts';
import { makeTemporaryFolder } from '../publish/temporary-folder.ts';
import { secrets, settingsOf } from './salesforce/town.ts';

const kinds = ['salesforce', 'open311'] as const;

async function openAt(kind: (typeof kinds)[number], url: string): Promise<Source> {
  const http = new HttpClient({ wait: async () => {}, connectMs: 2000, readMs: 2000 });
  const effects = { http, environment: secrets, now: () => new Date(), wait: async () => {} };
  if (kind === 'open311') return open311Source(open311Settings({ url }), city, effects);
  const instance = await DuckDBInstance.create(':memory:');
  return salesforceSource(settingsOf(url), await instance.connect(), effects);
}

const city = { settings: { time_zone: 'America/Toronto' } };

async function listen(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** Trusted by nobody; undefined where the machine has no program to make one. */
async function untrustedServer(): Promise<Server | undefined> {
  const folder = await makeTemporaryFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    ...subject,
  ]);
  if (made.status !== 0) return undefined;
  return createSecureServer({ key: await readFile(key), cert: await readFile(cert) }, (_, response) =>
    response.end('{}'),
  );
}

async function told(kind: (typeof kinds)[number], url: string): Promise<string> {
  const source = await openAt(kind, url);
  const error = await source.completeUntil(new Date()).catch((cause: unknown) => cause);
  if (!(error instanceof OperatorError)) throw error;
  expect(error).toMatchObject({ code: 'SOURCE_UNREACHABLE', exitCode: 3 });
  return JSON.stringify(error.faults);
}

test.each(kinds)('%s: a name that no server has', async (kind) => {
  expect(await told(kind, 'https://crm.no-such-city.invalid')).toMatch(/ENOTFOUND|EAI_AGAIN/);
});

test.each(kinds)('%s: a port where nobody listens', async (kind) => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((closed) => server.close(closed));
  expect(await told(kind, `http://127.0.0.1:${port}`)).toContain('ECONNREFUSED');
});

test.each(kinds)('%s: a server that does not speak TLS', async (kind) => {
  const port = await listen(createServer((_, response) => response.end('{}')));
  expect(await told(kind, `https://127.0.0.1:${port}`)).toMatch(/SSL|EPROTO/);
});

test.for(kinds)('%s: a certificate that nobody vouches for', async (kind, context) => {
  const server = await untrustedServer();
  if (server === undefined) return context.skip('no openssl on this machine to make a certificate with');
  expect(await told(kind, `https://127.0.0.1:${await listen(server)}`)).toMatch(/SELF_SIGNED|CERT/);
});
