/** The fake's bulk jobs: made, polled, read by locator, removed. */

import { delimiters } from '../../../scripts/sources/salesforce/bulk-query.ts';
import { type Answer, errorBody } from './faults.ts';
import type { Organization } from './organization.ts';
import { type FakeQuery, isRefusal, parseQuery } from './soql.ts';
import { asCsvLine } from './write-rows.ts';

interface FakeJob {
  readonly id: string;
  readonly version: string;
  readonly query: FakeQuery;
  state: 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';
  polls: number;
}

export interface BulkSettings {
  /** How often a job is asked after before it is done. */
  pollsUntilDone: number;
  /** Jobs fail instead of completing. */
  fails: boolean;
  delimiter: keyof typeof delimiters;
}

export class BulkJobs {
  readonly settings: BulkSettings = { pollsUntilDone: 2, fails: false, delimiter: 'COMMA' };
  /** The bodies that asked for a job. */
  readonly asked: string[] = [];
  /** Those that are there now. */
  readonly jobs = new Map<string, FakeJob>();
  /** As they went: `deleted` or `aborted`. */
  readonly ended: string[] = [];
  readonly #organization: Organization;
  #made = 0;

  constructor(organization: Organization) {
    this.#organization = organization;
  }

  create(version: string, body: string): Answer {
    this.asked.push(body);
    const { operation, query: text, contentType } = JSON.parse(body) as Record<string, string>;
    const query = parseQuery(this.#organization, text ?? '', { isAll: operation === 'queryAll' });
    if (contentType !== 'CSV') return refused(400, 'INVALIDJOB', 'contentType');
    if (isRefusal(query)) return refused(query.status, query.errorCode, query.message);
    if (this.#organization.notInBulk.has(query.object)) {
      return refused(400, 'INVALIDENTITY', `Entity '${query.object}' is not supported by the Bulk API.`);
    }
    this.#made += 1;
    const id = `750al${String(this.#made).padStart(10, '0')}AAA`;
    const job: FakeJob = { id, version, query, state: 'UploadComplete', polls: 0 };
    this.jobs.set(id, job);
    return this.#info(job);
  }

  /** `rest` is what follows the id in the path. */
  handle(method: string, version: string, id: string, rest: string, search: URLSearchParams, body: string): Answer {
    const job = this.jobs.get(id);
    if (job === undefined || job.version !== version)
      return refused(404, 'NOT_FOUND', 'The requested resource does not exist');
    if (rest === '/results') return this.#results(job, search);
    if (method === 'DELETE') return this.#delete(job);
    if (method === 'PATCH') return this.#abort(job, body);
    job.polls += 1;
    if (job.state === 'UploadComplete') job.state = 'InProgress';
    if (job.state === 'InProgress' && job.polls > this.settings.pollsUntilDone) {
      job.state = this.settings.fails ? 'Failed' : 'JobComplete';
    }
    return this.#info(job);
  }

  #info({ id, state, query, version }: FakeJob): Answer {
    const { delimiter } = this.settings;
    const operation = 'queryAll';
    const info = {
      id,
      operation,
      object: query.object,
      state,
      contentType: 'CSV',
      columnDelimiter: delimiter,
      lineEnding: 'LF',
    };
    const failure = state === 'Failed' ? { errorMessage: 'InternalServerError: row of Luc Brackenrow' } : {};
    return { status: 200, headers: json, body: JSON.stringify({ ...info, apiVersion: Number(version), ...failure }) };
  }

  #results(job: FakeJob, search: URLSearchParams): Answer {
    if (job.state !== 'JobComplete') return refused(400, 'INVALIDJOBSTATE', 'Job is not complete');
    const delimiter = delimiters[this.settings.delimiter];
    const most = Number(search.get('maxRecords') ?? 100_000);
    const from = Number(Buffer.from(search.get('locator') ?? '', 'base64url').toString() || 0);
    const lines = [asCsvLine(job.query.fields, delimiter)];
    let next = 'null';
    for (const row of job.query.rows(from)) {
      if (lines.length > most) {
        next = Buffer.from(`${row.ref}`).toString('base64url');
        break;
      }
      lines.push(
        asCsvLine(
          job.query.fields.map((field) => row.value(field)),
          delimiter,
        ),
      );
    }
    const counted = { 'Sforce-NumberOfRecords': String(lines.length - 1), 'Sforce-Locator': next };
    return { status: 200, headers: { 'Content-Type': 'text/csv', ...counted }, body: lines.join('') };
  }

  #delete(job: FakeJob): Answer {
    if (job.state === 'UploadComplete' || job.state === 'InProgress') {
      return refused(400, 'API_ERROR', 'Error encountered when deleting the job because the job is not terminated');
    }
    this.jobs.delete(job.id);
    this.ended.push('deleted');
    return { status: 204, headers: {}, body: '' };
  }

  #abort(job: FakeJob, body: string): Answer {
    if (job.state === 'JobComplete' || body !== '{"state":"Aborted"}') return refused(400, 'INVALIDJOBSTATE', 'no');
    job.state = 'Aborted';
    this.ended.push('aborted');
    return this.#info(job);
  }
}

const json = { 'Content-Type': 'application/json;charset=UTF-8' };

export function refused(status: number, errorCode: string, message: string): Answer {
  return { status, headers: json, body: errorBody(errorCode, message) };
}
