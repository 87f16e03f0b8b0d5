/** A town whose requests are cases of the fake organization, and the adapter that reads them. */

import { generateKeyPairSync } from 'node:crypto';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import type { SourceEffects } from '../../../scripts/sources/open-sources.ts';
import { salesforceSource } from '../../../scripts/sources/salesforce/salesforce-source.ts';
import type { Page, RawFile, RawRecord, Source, Window } from '../../../scripts/sources/source.ts';
import { nothingKnown } from '../../../scripts/sources/source.ts';
import { HttpClient, type HttpEffects } from '../../../scripts/support/http-client.ts';
import { OperatorError } from '../../../scripts/support/operator-error.ts';
import { type SalesforceSource, sourceSettings } from '../../../src/contract/sources.ts';
import { FakeSalesforce, type FakeSalesforceOptions } from '../../fakes/salesforce/salesforce-server.ts';

/** One key for all tests: making one takes a tenth of a second. */
export const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const pem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

export const secrets = {
  SALESFORCE_ID: '3MVG9clientidof0plainview',
  SALESFORCE_SECRET: 'A1B2C3D4very0secret',
  SALESFORCE_USER: 'plainview@example.ca.integration',
  SALESFORCE_KEY: pem,
};

export const signIns = {
  client_credentials: { flow: 'client_credentials', client_id: '$SALESFORCE_ID', client_secret: '$SALESFORCE_SECRET' },
  jwt_bearer: {
    flow: 'jwt_bearer',
    client_id: '$SALESFORCE_ID',
    username: '$SALESFORCE_USER',
    private_key: '$SALESFORCE_KEY',
  },
} as const;

export const start = new Date('2026-01-01T06:00:00Z');
export const now = new Date('2026-02-01T05:00:00Z');

export interface TownOptions extends Partial<FakeSalesforceOptions> {
  readonly settings?: Record<string, unknown>;
  readonly environment?: Record<string, string>;
  readonly http?: Partial<HttpEffects>;
  /** Rows of one page in bulk. */
  readonly bulkRows?: number;
}

export interface Town {
  readonly fake: FakeSalesforce;
  readonly source: Source;
  readonly settings: SalesforceSource;
  readonly effects: SourceEffects;
  /** In milliseconds, in the order waited. */
  readonly waits: number[];
}

/** Cases of January 2026, one every two hours; ever more come as its clock goes on. */
export async function openTown(options: TownOptions = {}): Promise<Town> {
  const { settings: spec, environment = secrets, http = {}, bulkRows, ...fakeOptions } = options;
  const app = {
    ...{ clientId: secrets.SALESFORCE_ID, clientSecret: secrets.SALESFORCE_SECRET, username: secrets.SALESFORCE_USER },
    ...{ publicKey: keys.publicKey, audience: 'https://login.salesforce.com' },
  };
  const fake = new FakeSalesforce({ size: 1000, start, secondsApart: 7200, now, app, pageRows: 40, ...fakeOptions });
  await fake.listen();
  onTestFinished(() => fake.close());
  const settings = settingsOf(fake.url, spec);
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const client = new HttpClient({
    ...{ now: () => fake.organization.now.getTime(), wait, random: () => 0, connectMs: 2000, readMs: 2000 },
    ...http,
  });
  const effects = { http: client, environment, now: () => fake.organization.now, wait, stillMs: 0 };
  const source = salesforceSource(settings, await connection(), effects, {
    wait,
    ...(bulkRows ? { pageRows: bulkRows } : {}),
  });
  return { fake, source, settings, effects, waits };
}

export function settingsOf(url: string, spec: Record<string, unknown> = {}): SalesforceSource {
  const base = { id: 'crm', kind: 'salesforce', url, sign_in: signIns.client_credentials };
  return sourceSettings.parse({ ...base, ...spec }) as SalesforceSource;
}

export interface Read {
  readonly pages: readonly Page[];
  readonly records: readonly RawRecord[];
  readonly deletions: readonly { readonly id: string; readonly at: string }[];
  readonly statusChanges: readonly { readonly id: string; readonly at: string; readonly status: string }[];
}

let opened: Promise<DuckDBConnection> | undefined;

/** One database for all tests of a file: nothing is kept in it. */
export function connection(): Promise<DuckDBConnection> {
  opened ??= DuckDBInstance.create(':memory:').then((instance) => instance.connect());
  return opened;
}

/** A file is read while it is there, as the night does it; fields that the source does not give are left out. */
export async function read(source: Source, window: Window = { since: null, until: now }): Promise<Read> {
  const pages: Page[] = [];
  for await (const page of source.changes(window, nothingKnown)) {
    pages.push(isFile(page.records) ? { ...page, records: await recordsOf(page.records, source) } : page);
  }
  return {
    pages,
    records: pages.flatMap(({ records }) => records as readonly RawRecord[]),
    deletions: pages.flatMap(({ deletions }) => deletions ?? []),
    statusChanges: pages.flatMap(({ statusChanges }) => statusChanges ?? []),
  };
}

function isFile(records: Page['records']): records is RawFile {
  return !Array.isArray(records);
}

async function recordsOf({ query }: RawFile, { fields }: Source): Promise<RawRecord[]> {
  const reader = await (await connection()).runAndReadAll(query);
  const rows = reader.getRowObjectsJS() as RawRecord[];
  return rows.map((row) => Object.fromEntries([...fields].map((field) => [field, row[field]])));
}

export async function failure(running: Promise<unknown>): Promise<OperatorError> {
  const error = await running.then(
    () => new Error('it did not fail'),
    (cause: unknown) => cause,
  );
  if (error instanceof OperatorError) return error;
  throw error;
}

/** All that the operator will see of it. */
export function said({ code, message, faults, remedy }: OperatorError): string {
  return JSON.stringify({ code, message, faults, remedy });
}
