/** The tripwire for a delivery in which too many requests are gone: more likely a fault than the truth. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { OperatorError } from '../support/operator-error.ts';
import { countAbsent } from '../warehouse/compare-deliveries.ts';
import type { LandedRun } from './runs.ts';

/** Of the requests there were before, more than this share gone stops the night. */
const MAX_SHARE = 0.05;

/** What `--accept` calls it. */
export const requestsVanish = 'requests_vanish';

export interface Vanished {
  /** Requests of before. */
  readonly before: number;
  /** Those of them that are no longer there. */
  readonly count: number;
}

/** Null for a first delivery, and for a night that asks for an earlier moment than the one before. */
export async function vanishedSince(
  connection: DuckDBConnection,
  before: LandedRun | undefined,
  pages: readonly string[],
  until: Date,
  hasIds: boolean,
): Promise<Vanished | null> {
  if (before === undefined || before.pages.length === 0) return null;
  const isEarlier = before.until !== null && Date.parse(before.until) > until.getTime();
  if (isEarlier) return null;
  return await countAbsent(connection, before.pages, pages, hasIds && before.fields.includes('id'));
}

/** Throws SOURCE_REQUESTS_VANISH, unless it is accepted for this night. */
export function refuseVanished(source: string, { before, count }: Vanished, accepted: ReadonlySet<string>): void {
  if (count <= before * MAX_SHARE || accepted.has(requestsVanish)) return;
  const share = ((100 * count) / before).toFixed(count === before ? 0 : 1);
  throw new OperatorError('SOURCE_REQUESTS_VANISH', {
    exit: 'check',
    message: 'Too many requests are gone from what the CRM delivers.',
    faults: [
      {
        where: `source ${source}`,
        found: `${count.toLocaleString('en-CA')} of ${before.toLocaleString('en-CA')} requests are gone (${share} %)`,
        expected: `at most ${MAX_SHARE * 100} % from one night to the next`,
      },
    ],
    remedy: `Ask whoever keeps the CRM: was the export cut short, or the account's view made narrower? If they are truly gone: npm run nightly -- --accept ${requestsVanish}`,
  });
}
