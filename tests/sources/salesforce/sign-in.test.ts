/** Signing in to Salesforce: both flows, what is refused, and where a token is never taken. */

import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { failure, keys, now, openTown, read, said, secrets, signIns } from './town.ts';

const tokens = (requests: readonly string[]) =>
  requests.filter((request) => request.startsWith('POST /services/oauth2'));

test('client credentials let us in, and one token serves the whole reading', async () => {
  const { fake, source } = await openTown();
  expect((await source.discover()).identity).toBe('user 005al0000000001AAA of organization 00Dal0000000001AAA');
  await read(source);
  expect(tokens(fake.requests)).toHaveLength(1);
  expect(fake.requests.join('\n')).not.toContain(secrets.SALESFORCE_SECRET);
});

test('an assertion made by our JWT code is accepted by an independent JWT library', async () => {
  const { fake, source } = await openTown({ settings: { sign_in: signIns.jwt_bearer } });
  expect((await read(source)).records.length).toBeGreaterThan(200);
  expect(tokens(fake.requests)).toHaveLength(1);
});

const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const app = {
  clientId: secrets.SALESFORCE_ID,
  clientSecret: secrets.SALESFORCE_SECRET,
  username: secrets.SALESFORCE_USER,
};

test.each([
  ['another key', { app: { ...app, publicKey: other.publicKey, audience: 'https://login.salesforce.com' } }],
  ['another audience', { app: { ...app, publicKey: keys.publicKey, audience: 'https://test.salesforce.com' } }],
  [
    'another user',
    { app: { ...app, username: 'x', publicKey: keys.publicKey, audience: 'https://login.salesforce.com' } },
  ],
])('an assertion is refused by it for %s, so that it is one that can be refused', async (_, options) => {
  const { source } = await openTown({ settings: { sign_in: signIns.jwt_bearer }, ...options });
  const error = await failure(read(source));
  expect(error).toMatchObject({ code: 'SOURCE_SIGN_IN_REFUSED', exitCode: 3 });
  expect(said(error)).toContain('invalid_grant');
});

test('a sandbox has an audience of its own', async () => {
  const audience = 'https://test.salesforce.com';
  const settings = { sign_in: { ...signIns.jwt_bearer, audience } };
  const { source } = await openTown({ settings, app: { ...app, publicKey: keys.publicKey, audience } });
  expect((await source.discover()).fields).toContain('Status');
});

test('an assertion is taken by a server whose clock is two minutes behind ours: none may be good for over five', async () => {
  const { fake, source } = await openTown({ settings: { sign_in: signIns.jwt_bearer } });
  fake.organization.clockOffsetMs = -120_000;
  expect((await source.discover()).fields).toContain('Status');
});

test('a wrong secret is told by its code, and nothing of it is repeated', async () => {
  const { source } = await openTown({ environment: { ...secrets, SALESFORCE_SECRET: 'not0the0secret' } });
  const error = await failure(source.discover());
  expect(error.code).toBe('SOURCE_SIGN_IN_REFUSED');
  expect(said(error)).toContain('invalid_client');
  expect(said(error)).not.toMatch(/not0the0secret|3MVG9/);
});

test('a secret that is not set, and a key that is none, are told before anything is asked', async () => {
  const { fake, source } = await openTown({ environment: {} });
  expect(await failure(source.discover())).toMatchObject({ code: 'SOURCE_SECRET_MISSING', exitCode: 2 });
  const town = await openTown({
    settings: { sign_in: signIns.jwt_bearer },
    environment: { ...secrets, SALESFORCE_KEY: 'MIIEvQ half of a key' },
  });
  const error = await failure(town.source.discover());
  expect(error).toMatchObject({ code: 'SOURCE_SECRET_MISSING', exitCode: 2 });
  expect(said(error)).toContain('SALESFORCE_KEY');
  expect(said(error)).not.toContain('MIIEvQ');
  expect([...fake.requests, ...town.fake.requests]).toEqual([]);
});

test.each([
  ['below salesforce.com', 'https://elsewhere.my.salesforce.com', 'https://elsewhere.my.salesforce.com'],
  ['anywhere', 'https://salesforce.com.example.org', 'another address'],
])('a token is not taken to another host %s', async (_, instanceUrl, told) => {
  const { fake, source } = await openTown();
  fake.instanceUrl = instanceUrl;
  const error = await failure(read(source));
  expect(error.code).toBe('SOURCE_REDIRECTED');
  expect(error.faults[0]?.found).toBe(told);
  expect(fake.requests).toHaveLength(1);
});

test('a session that ends is begun anew once for a request, and the reading goes on', async () => {
  const { fake, source } = await openTown();
  fake.fail(/GET .*\/query\//, { kind: 'session-ended' });
  const whole = await read((await openTown()).source, { since: new Date('2026-01-20T00:00:00Z'), until: now });
  const again = await read(source, { since: new Date('2026-01-20T00:00:00Z'), until: now });
  expect(again).toEqual(whole);
  expect(tokens(fake.requests)).toHaveLength(2);
});

test('a session that ends again at once is the end', async () => {
  const { fake, source } = await openTown();
  fake.fail(/CaseHistory2\/describe/, { kind: 'session-ended' }, 9);
  const error = await failure(read(source));
  expect(error.code).toBe('SOURCE_SIGN_IN_REFUSED');
  expect(said(error)).toContain('INVALID_SESSION_ID');
  expect(tokens(fake.requests)).toHaveLength(2);
});

test.each(['client_credentials', 'jwt_bearer'] as const)(
  'with %s a clock three hours off is what is told, and not that the sign-in was refused',
  async (flow) => {
    const { fake, source } = await openTown({ settings: { sign_in: signIns[flow] } });
    fake.organization.clockOffsetMs = 3 * 3_600_000;
    const error = await failure(source.completeUntil(now));
    expect(error.code).toBe('SOURCE_CLOCK_OFF');
    expect(said(error)).toContain('180 minutes ahead of ours');
  },
);

test('what is complete is told by the clock of Salesforce, less five minutes', async () => {
  const { fake, source } = await openTown();
  fake.organization.clockOffsetMs = -120_000;
  expect(await source.completeUntil(new Date(now.getTime() + 400))).toEqual(new Date('2026-02-01T04:53:00Z'));
});
