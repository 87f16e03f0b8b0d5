/** Signs in to Salesforce for an access token, by client credentials or by a signed assertion. */

import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { z } from 'zod';
import type { SalesforceSource } from '../../../src/contract/sources.ts';
import type { HttpAnswer, HttpClient } from '../../support/http-client.ts';
import type { Environment } from '../../support/read-city/resolve-source-folder.ts';
import { clockOff, elsewhere, MAX_SKEW_SECONDS, signInRefused, sourceError, unreadable } from '../source-errors.ts';
import { secretUnreadable, sourceSecret } from '../source-secret.ts';
import { jsonOf } from './json-of.ts';

export interface Signed {
  readonly token: string;
  /** Which user of which organization it speaks for. */
  readonly identity: string;
  /** By how much Salesforce's clock is ahead of ours. */
  readonly skewSeconds: number;
}

const tokenAnswer = z.object({ access_token: z.string().min(1), instance_url: z.url(), id: z.string().optional() });

/** An assertion is used at once; Salesforce allows five minutes at most, and its clock may be behind ours. */
const ASSERTION_SECONDS = 180;

/** Throws SOURCE_SIGN_IN_REFUSED, SOURCE_CLOCK_OFF, SOURCE_REDIRECTED, SOURCE_SECRET_MISSING and those of any request. */
export async function signIn(
  settings: SalesforceSource,
  http: HttpClient,
  environment: Environment,
  now: Date,
): Promise<Signed> {
  const place = { source: settings.id, url: new URL('/services/oauth2/token', settings.url).href };
  const answer = await http
    .post({
      url: place.url,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: grantOf(settings, environment, now).toString(),
      isIdempotent: true,
      reads: [400, 401, 403],
      maxBytes: 1e6,
    })
    .catch((cause: unknown) => {
      throw sourceError(cause, place);
    });
  // Before all else: an assertion of the wrong hour is refused, and the refusal does not say why.
  const skewSeconds = answer.skewSeconds ?? 0;
  if (Math.abs(skewSeconds) > MAX_SKEW_SECONDS) throw clockOff(place, skewSeconds);
  if (answer.status >= 400) throw signInRefused(place, oauthError(answer));
  const read = tokenAnswer.safeParse(jsonOf(answer, place));
  if (!read.success) throw unreadable(place, 'access_token and instance_url', 'an answer without them');
  const { access_token: token, instance_url: instance, id = '' } = read.data;
  // The token opens the city's records: it goes to the one address that a person wrote down, and not wherever an
  // answer says, not even below salesforce.com, where anybody may have a host.
  if (new URL(instance).host !== new URL(settings.url).host) throw elsewhere(place, presentAddress(instance));
  return { token, identity: identityOf(id), skewSeconds };
}

function grantOf({ id, sign_in }: SalesforceSource, environment: Environment, now: Date): URLSearchParams {
  const read = (reference: string) => sourceSecret(id, reference, environment);
  if (sign_in.flow === 'client_credentials') {
    return new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: read(sign_in.client_id),
      client_secret: read(sign_in.client_secret),
    });
  }
  const assertion = signAssertion({
    key: privateKey(read(sign_in.private_key), id, sign_in.private_key),
    issuer: read(sign_in.client_id),
    subject: read(sign_in.username),
    audience: sign_in.audience ?? 'https://login.salesforce.com',
    expires: Math.floor(now.getTime() / 1000) + ASSERTION_SECONDS,
  });
  return new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
}

interface Assertion {
  readonly key: KeyObject;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** In seconds since 1970. */
  readonly expires: number;
}

/** A JWT signed with RS256 (RFC 7515 and 7523). */
function signAssertion({ key, issuer, subject, audience, expires }: Assertion): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = `${part({ alg: 'RS256' })}.${part({ iss: issuer, sub: subject, aud: audience, exp: expires })}`;
  return `${claims}.${sign('RSA-SHA256', Buffer.from(claims), key).toString('base64url')}`;
}

function privateKey(pem: string, source: string, reference: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // Whatever OpenSSL says of it, the operator is told the same.
  }
  throw secretUnreadable(source, reference, 'a private RSA key as PEM, without a passphrase');
}

/** The code of RFC 6749, 5.2; the description beside it may repeat what was sent. */
function oauthError({ body, status }: HttpAnswer): string {
  const code = /"error"\s*:\s*"([a-z_]{1,60})"/.exec(body.toString('utf8'))?.[1];
  return code ?? `${status}`;
}

function presentAddress(instance: string): string {
  const { hostname, origin } = new URL(instance);
  return /\.(salesforce|force)\.com$/.test(hostname) ? origin : 'another address';
}

/** Of `https://login.salesforce.com/id/00D…/005…`: asking for more of the account would need another permission. */
function identityOf(id: string): string {
  const [organization, user] = id.split('/').slice(-2);
  return /^00D\w+$/.test(organization ?? '') ? `user ${user} of organization ${organization}` : 'a user';
}
