/** The fake's token endpoint: client credentials, or an assertion that an independent library verifies. */

import type { KeyObject } from 'node:crypto';
import { errors, jwtVerify } from 'jose';

export interface FakeApp {
  readonly clientId: string;
  clientSecret: string;
  readonly username: string;
  readonly publicKey: KeyObject;
  readonly audience: string;
}

/** As RFC 6749 and Salesforce name them. */
export type TokenRefusal = 'invalid_client_id' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type';

/** Undefined where the grant is good. */
export async function refuseGrant(form: URLSearchParams, app: FakeApp, now: Date): Promise<TokenRefusal | undefined> {
  const grant = form.get('grant_type');
  if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
    return await refuseAssertion(form.get('assertion') ?? '', app, now);
  }
  if (grant !== 'client_credentials') return 'unsupported_grant_type';
  if (form.get('client_id') !== app.clientId) return 'invalid_client_id';
  return form.get('client_secret') === app.clientSecret ? undefined : 'invalid_client';
}

async function refuseAssertion(assertion: string, app: FakeApp, now: Date): Promise<TokenRefusal | undefined> {
  try {
    const { payload } = await jwtVerify(assertion, app.publicKey, {
      algorithms: ['RS256'],
      issuer: app.clientId,
      subject: app.username,
      audience: app.audience,
      requiredClaims: ['exp'],
      currentDate: now,
    });
    // Salesforce takes none that is good for longer than five minutes.
    return (payload.exp ?? 0) > now.getTime() / 1000 + 300 ? 'invalid_grant' : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return 'invalid_grant';
    throw error;
  }
}
