/** Rows of a query in bulk (Bulk API 2.0): a job that the server runs in its own time, then its results in pages. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { HttpAnswer } from '../../support/http-client.ts';
import { OperatorError } from '../../support/operator-error.ts';
import { type BulkPage, countRows } from '../../warehouse/bulk-page.ts';
import { type AskedPlace, busy, unreadable } from '../source-errors.ts';
import { jsonOf } from './json-of.ts';
import { Refused } from './refused.ts';
import type { Session } from './session.ts';
import type { Soql } from './soql.ts';

export interface BulkOptions {
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Rows in one page: some 10 MB of text. */
  readonly pageRows?: number;
}

/** By the names that a job has for them. */
export const delimiters = {
  COMMA: ',',
  BACKQUOTE: '`',
  CARET: '^',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
} as const;
type Delimiter = keyof typeof delimiters;

const job = z.object({
  id: z.string().regex(/^\w{15,18}$/),
  state: z.enum(['UploadComplete', 'InProgress', 'JobComplete', 'Aborted', 'Failed']),
  columnDelimiter: z.enum(Object.keys(delimiters) as Delimiter[]).default('COMMA'),
});
type Job = z.infer<typeof job>;

const FIRST_POLL_MS = 1_000;
const LAST_POLL_MS = 60_000;
/** A job that is not done by then is asked for again another night. */
const LONGEST_MS = 4 * 3_600_000;

/**
 * Each page is a file, whole and counted, that is there until the next is asked for. The job and all files are removed
 * at the end, however that comes. Throws as Session does.
 */
export async function* bulkPages(
  session: Session,
  operation: 'query' | 'queryAll',
  { fields, text }: Soql,
  connection: DuckDBConnection,
  { wait, pageRows = 50_000 }: BulkOptions,
): AsyncGenerator<BulkPage> {
  const jobs = session.versioned('jobs/query');
  const place = session.place(jobs);
  const asked = { operation, query: text, contentType: 'CSV', columnDelimiter: 'COMMA', lineEnding: 'LF' };
  const { id } = jobOf(await session.post(jobs, asked), place);
  let isRunning = true;
  try {
    const { state, columnDelimiter } = await untilEnded(session, `${jobs}/${id}`, place, wait);
    isRunning = false;
    // Its errorMessage may quote the query and records.
    if (state !== 'JobComplete') throw unreadable(place, 'a job that completes', state);
    const results = `${jobs}/${id}/results?maxRecords=${pageRows}`;
    yield* resultPages(session, results, { delimiter: delimiters[columnDelimiter], header: fields }, connection, place);
  } finally {
    await remove(session, `${jobs}/${id}`, isRunning);
  }
}

async function* resultPages(
  session: Session,
  results: string,
  format: Omit<BulkPage, 'path'>,
  connection: DuckDBConnection,
  place: AskedPlace,
): AsyncGenerator<BulkPage> {
  // For the owner alone (mode 700).
  const folder = await mkdtemp(path.join(tmpdir(), 'plainview-bulk-'));
  const page = { ...format, path: path.join(folder, 'page.csv') };
  try {
    let locator: string | undefined = '';
    while (locator !== undefined) {
      const answer = await session.get(locator === '' ? results : `${results}&locator=${encodeURIComponent(locator)}`);
      await writePage(answer, page, place);
      await compareCount(answer, page, connection, place);
      yield page;
      locator = nextLocator(answer, place);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function jobOf(answer: HttpAnswer, place: AskedPlace): Job {
  const read = job.safeParse(jsonOf(answer, place));
  if (!read.success) throw unreadable(place, 'id and state of a job', 'an answer without them');
  return read.data;
}

async function untilEnded(session: Session, path: string, place: AskedPlace, wait: BulkOptions['wait']): Promise<Job> {
  let [pause, waited] = [FIRST_POLL_MS, 0];
  while (waited < LONGEST_MS) {
    const now = jobOf(await session.get(path), place);
    if (now.state !== 'UploadComplete' && now.state !== 'InProgress') return now;
    await wait(pause);
    waited += pause;
    pause = Math.min(pause * 2, LAST_POLL_MS);
  }
  throw busy(place, `a job that was not done after ${LONGEST_MS / 3_600_000} hours`);
}

/** Each page repeats the header; an answer without a row may lack even that. */
async function writePage({ body }: HttpAnswer, { path: file, delimiter, header }: BulkPage, place: AskedPlace) {
  const asked = header.join(delimiter);
  const end = body.indexOf('\n');
  const first = body.subarray(0, end < 0 ? body.length : end).toString('utf8');
  const isAsked = first.replaceAll(/["\r]/g, '').toLowerCase() === asked.toLowerCase();
  if (body.length > 0 && !isAsked) throw unreadable(place, `the ${header.length} columns asked for`, 'others');
  await writeFile(file, body.length > 0 ? body : `${asked}\n`, { mode: 0o600 });
}

/** A page that was cut off between two rows looks whole. */
async function compareCount({ headers }: HttpAnswer, page: BulkPage, connection: DuckDBConnection, place: AskedPlace) {
  const declared = headers.get('sforce-numberofrecords');
  const counted = await countRows(connection, page).catch((cause: unknown) => {
    // The database quotes the row that it could not read; not even as a cause does that leave here.
    throw cause instanceof Error && /CSV Error/i.test(cause.message) ? cutOff(page, place) : cause;
  });
  if (declared !== `${counted}`) throw unreadable(place, `${declared ?? 'a number of'} rows`, `${counted} rows`);
}

function cutOff({ header }: BulkPage, place: AskedPlace): OperatorError {
  return unreadable(
    place,
    `${header.length} cells in each row`,
    'a row with more or fewer, or a quote without its end',
  );
}

/** The last page says so with the word null. */
function nextLocator({ headers }: HttpAnswer, place: AskedPlace): string | undefined {
  const locator = headers.get('sforce-locator');
  if (!locator) throw unreadable(place, 'Sforce-Locator', 'results that name neither a next page nor an end');
  return locator === 'null' ? undefined : locator;
}

/** What is still there goes by itself after seven days, so that this never is what a night fails of. */
async function remove(session: Session, path: string, isRunning: boolean): Promise<void> {
  const once = { tries: 1 };
  const removing = isRunning ? session.patch(path, { state: 'Aborted' }, once) : session.delete(path, once);
  await removing.catch((error: unknown) => {
    if (!(error instanceof OperatorError || error instanceof Refused)) throw error;
  });
}
