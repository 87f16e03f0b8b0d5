/** Step 4, check: each query returns the offending rows; one row stops the night. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { type Fault, OperatorError } from '../support/operator-error.ts';
import { findModels, type Model } from '../warehouse/models.ts';
import { readRows } from '../warehouse/read-rows.ts';

/** Offending rows shown for each check; the rest is counted. */
const SHOWN = 3;

/** The checks that an operator may let pass, for one night: what they find can be the truth. */
export const acceptableChecks = ['requests_keep_coming'] as const;

/**
 * Throws CHECK_FAILED with every check that failed, but for the accepted ones. The rows of a check hold codes and counts,
 * never a CRM's values.
 */
export async function check(
  connection: DuckDBConnection,
  accepted: ReadonlySet<string> = new Set(),
): Promise<{ readonly checkCount: number }> {
  const all = await findModels(connection, [import.meta.dirname]);
  const isAcceptable = (name: string) => acceptableChecks.some((one) => one === name);
  const checks = all.filter(({ name }) => !(accepted.has(name) && isAcceptable(name)));
  const faults: Fault[] = [];
  for (const one of checks) faults.push(...(await runCheck(connection, one)));
  if (faults.length === 0) return { checkCount: checks.length };
  throw new OperatorError('CHECK_FAILED', {
    exit: 'check',
    message: `${faults.length === 1 ? 'A check' : `${faults.length} checks`} refused to publish.`,
    faults,
    remedy: 'Read the header of each file named above: it says why the check is there and what it found.',
  });
}

async function runCheck(connection: DuckDBConnection, { name, sql }: Model): Promise<Fault[]> {
  const rows = await readRows(connection, sql);
  if (rows.length === 0) return [];
  const shown = rows.slice(0, SHOWN).map((row) =>
    Object.entries(row)
      .map(([column, value]) => `${column} ${value instanceof Date ? value.toISOString().slice(0, 10) : String(value)}`)
      .join(', '),
  );
  const more = rows.length > SHOWN ? [`and ${rows.length - SHOWN} more`] : [];
  return [{ where: `scripts/checks/${name}.sql`, found: [...shown, ...more].join('; '), expected: 'no row' }];
}
