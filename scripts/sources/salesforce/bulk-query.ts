/** Rows of a query in bulk (Bulk API 2.0): a job that the server runs in its own time, then its results in pages. */

import { z } from 'zod';
import type { HttpAnswer } from '../../support/http-client.ts';
import { OperatorError } from '../../support/operator-error.ts';
import { type AskedPlace, busy, unreadable } from '../source-errors.ts';
import { type Delimiter, delimiters, readBulkCsv } from './bulk-csv.ts';
import { jsonOf } from './json-of.ts';
import { Refused } from './refused.ts';
import type { Session } from './session.ts';
import type { Row, Soql } from './soql.ts';

export interface BulkOptions {
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Rows in one page: some 4 MB of text, of which memory holds several copies on its way. */
  readonly pageRows?: number;
}

const job = z.object({
  id: z.string().regex(/^\w{15,18}$/),
  state: z.enum(['UploadComplete', 'InProgress', 'JobComplete', 'Aborted', 'Failed']),
  columnDelimiter: z.enum(Object.keys(delimiters) as Delimiter[]).default('COMMA'),
});
type Job = z.infer<typeof job>;

const FIRST_POLL_MS = 1_000;
const LAST_POLL_MS = 60_000;
/** Ten million rows take Salesforce about an hour; a job that waits longer than this is asked for again another night. */
const LONGEST_MS = 4 * 3_600_000;

/** The job is removed at its end, however that comes. Throws as Session does. */
export async function* bulkPages(
  session: Session,
  operation: 'query' | 'queryAll',
  { fields, text }: Soql,
  { wait, pageRows = 20_000 }: BulkOptions,
): AsyncGenerator<readonly Row[]> {
  const jobs = session.versioned('jobs/query');
  const place = session.place(jobs);
  const asked = { operation, query: text, contentType: 'CSV', columnDelimiter: 'COMMA', lineEnding: 'LF' };
  const { id } = jobOf(await session.post(jobs, asked), place);
  let isDone = false;
  try {
    const { columnDelimiter } = await untilDone(session, `${jobs}/${id}`, place, wait);
    isDone = true;
    let locator: string | undefined = '';
    while (locator !== undefined) {
      const from: string = locator === '' ? '' : `&locator=${encodeURIComponent(locator)}`;
      const answer = await session.get(`${jobs}/${id}/results?maxRecords=${pageRows}${from}`);
      const rows = readBulkCsv(answer.body.toString('utf8'), delimiters[columnDelimiter], fields, place);
      compareCount(answer, rows.length, place);
      yield rows;
      locator = nextLocator(answer, place);
    }
  } finally {
    await remove(session, `${jobs}/${id}`, isDone);
  }
}

function jobOf(answer: HttpAnswer, place: AskedPlace): Job {
  const read = job.safeParse(jsonOf(answer, place));
  if (!read.success) throw unreadable(place, 'id and state of a job', 'an answer without them');
  return read.data;
}

async function untilDone(session: Session, path: string, place: AskedPlace, wait: BulkOptions['wait']): Promise<Job> {
  let [pause, waited] = [FIRST_POLL_MS, 0];
  while (waited < LONGEST_MS) {
    const now = jobOf(await session.get(path), place);
    if (now.state === 'JobComplete') return now;
    // Its errorMessage may quote the query and records.
    if (now.state === 'Failed' || now.state === 'Aborted') throw unreadable(place, 'a job that completes', now.state);
    await wait(pause);
    waited += pause;
    pause = Math.min(pause * 2, LAST_POLL_MS);
  }
  throw busy(place, `a job that was not done after ${LONGEST_MS / 3_600_000} hours`);
}

/** A page that was cut off between two rows looks whole. */
function compareCount({ headers }: HttpAnswer, counted: number, place: AskedPlace): void {
  const declared = headers.get('sforce-numberofrecords');
  if (declared !== `${counted}`) throw unreadable(place, `${declared ?? 'a number of'} rows`, `${counted} rows`);
}

/** The last page says so with the word null. */
function nextLocator({ headers }: HttpAnswer, place: AskedPlace): string | undefined {
  const locator = headers.get('sforce-locator');
  if (!locator) throw unreadable(place, 'Sforce-Locator', 'results that name neither a next page nor an end');
  return locator === 'null' ? undefined : locator;
}

/** What is still there goes by itself after seven days, so that this never is what a night fails of. */
async function remove(session: Session, path: string, isDone: boolean): Promise<void> {
  const once = { tries: 1 };
  const removing = isDone ? session.delete(path, once) : session.patch(path, { state: 'Aborted' }, once);
  await removing.catch((error: unknown) => {
    if (!(error instanceof OperatorError || error instanceof Refused)) throw error;
  });
}
