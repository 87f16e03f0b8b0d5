/** A Salesforce organization on loopback, written from the vendor's documents: sign-in, describe, query, bulk jobs. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BulkJobs, refused } from './bulk-jobs.ts';
import { type Answer, type Fault, type PlannedFault, sendSpoilt, takeFault } from './faults.ts';
import { Organization, type OrganizationOptions } from './organization.ts';
import { type FakeQuery, isRefusal, parseQuery } from './soql.ts';
import { type FakeApp, refuseGrant } from './token-endpoint.ts';
import { asJson } from './write-rows.ts';

export interface FakeSalesforceOptions extends OrganizationOptions {
  readonly now: Date;
  readonly app: FakeApp;
  /** Rows of one answer to a query; the real one gives 2,000. */
  readonly pageRows?: number;
}

const json = { 'Content-Type': 'application/json;charset=UTF-8' };

export class FakeSalesforce {
  readonly organization: Organization;
  readonly bulk: BulkJobs;
  readonly app: FakeApp;
  /** `GET /services/…` with its query, decoded, in the order they came. */
  readonly requests: string[] = [];
  /** How the token's answer names this host; unset means as it is. */
  instanceUrl: string | undefined;
  readonly #pageRows: number;
  readonly #faults: PlannedFault[] = [];
  readonly #tokens = new Set<string>();
  readonly #queries: FakeQuery[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor({ now, app, pageRows = 2000, ...options }: FakeSalesforceOptions) {
    this.organization = new Organization(options, now);
    this.bulk = new BulkJobs(this.organization);
    this.app = app;
    this.#pageRows = pageRows;
  }

  async listen(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next requests of that kind go wrong. */
  fail(on: RegExp, fault: Fault, times = 1): void {
    this.#faults.push({ on, fault, times });
  }

  /** Every token is worth nothing from now on. */
  endSessions(): void {
    this.#tokens.clear();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { organization } = this;
    const url = new URL(request.url ?? '/', this.url);
    const asked = `${request.method} ${decodeURIComponent(request.url ?? '')}`;
    this.requests.push(asked);
    const answer = await this.#answer(request, url, Buffer.concat(chunks).toString('utf8'));
    organization.usedRequests += 1;
    const headers = {
      ...answer.headers,
      Date: new Date(organization.now.getTime() + organization.clockOffsetMs).toUTCString(),
      'Sforce-Limit-Info': `api-usage=${organization.usedRequests}/${organization.requestLimit}; per-app-api-usage=1/250(appName=plainview)`,
    };
    const fault = takeFault(this.#faults, asked);
    if (fault) await sendSpoilt(response, { ...answer, headers }, fault);
    else response.writeHead(answer.status, headers).end(answer.body);
  }

  async #answer(request: IncomingMessage, url: URL, body: string): Promise<Answer> {
    if (url.pathname === '/services/oauth2/token') return await this.#token(new URLSearchParams(body));
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!this.#tokens.has(token)) return refused(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    const [, version = '', path = ''] = /^\/services\/data\/v(\d\d\.0)\/(.*)$/.exec(url.pathname) ?? [];
    const [, object] = /^sobjects\/(\w+)\/describe$/.exec(path) ?? [];
    if (object !== undefined) return this.#describe(object);
    if (path === 'query' || path === 'queryAll') return this.#query(url.searchParams.get('q') ?? '', path, version);
    const [, query, from] = /^query\/01gal(\d+)-(\d+)$/.exec(path) ?? [];
    if (from !== undefined) return this.#page(Number(query), Number(from), version);
    if (path === 'jobs/query' && request.method === 'POST') return this.bulk.create(version, body);
    const [, id, rest = ''] = /^jobs\/query\/(\w{18})(\/results)?$/.exec(path) ?? [];
    if (id) return this.bulk.handle(request.method ?? '', version, id, rest, url.searchParams, body);
    return refused(404, 'NOT_FOUND', 'The requested resource does not exist');
  }

  async #token(form: URLSearchParams): Promise<Answer> {
    const { organization } = this;
    const now = new Date(organization.now.getTime() + organization.clockOffsetMs);
    const error = await refuseGrant(form, this.app, now);
    if (error) {
      const description = `client ${form.get('client_id')} with secret ${form.get('client_secret')}`;
      return { status: 400, headers: json, body: JSON.stringify({ error, error_description: description }) };
    }
    const token = `00Dal!${crypto.randomUUID()}`;
    this.#tokens.add(token);
    const id = 'https://login.salesforce.com/id/00Dal0000000001AAA/005al0000000001AAA';
    const answer = { access_token: token, instance_url: this.instanceUrl ?? this.url, id, token_type: 'Bearer' };
    return { status: 200, headers: json, body: JSON.stringify({ ...answer, issued_at: String(now.getTime()) }) };
  }

  #describe(object: string): Answer {
    const table = this.organization.table(object);
    if (table === undefined) return refused(404, 'NOT_FOUND', 'The requested resource does not exist');
    const fields = this.organization.fields(object);
    const recordTypeInfos = [
      { name: 'Service request', master: false },
      { name: 'Master', master: true },
    ];
    return { status: 200, headers: json, body: JSON.stringify({ name: object, fields, recordTypeInfos }) };
  }

  #query(text: string, resource: string, version: string): Answer {
    const query = parseQuery(this.organization, text, { isAll: resource === 'queryAll' });
    if (isRefusal(query)) return refused(query.status, query.errorCode, query.message);
    const rows = query.isOrdered ? [...query.rows()] : undefined;
    this.#queries.push(
      rows === undefined ? query : { ...query, total: () => rows.length, rows: (from = 0) => rows.slice(from) },
    );
    return this.#page(this.#queries.length - 1, 0, version);
  }

  /** Of an ordered query `from` is a place in it, of another a reference to a row. */
  #page(number: number, from: number, version: string): Answer {
    const query = this.#queries[number];
    if (query === undefined) return refused(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    const records: object[] = [];
    let next: number | undefined;
    for (const row of query.rows(from)) {
      if (records.length === this.#pageRows) {
        next = query.isOrdered ? from + this.#pageRows : row.ref;
        break;
      }
      records.push(asJson(row, query.object, query.fields, version));
    }
    const more =
      next === undefined ? {} : { nextRecordsUrl: `/services/data/v${version}/query/01gal${number}-${next}` };
    return {
      status: 200,
      headers: json,
      body: JSON.stringify({ totalSize: query.total(), done: next === undefined, ...more, records }),
    };
  }
}
