/** The runs that have landed, merged into the store of records: after a pull, and where a night ended before it could. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { mergeRuns } from '../warehouse/record-store.ts';
import { findRuns, type LandedRun } from './runs.ts';

/** Of one source that delivers changes. The store must be open. Returns its runs, oldest first. */
export async function mergeLanded(connection: DuckDBConnection, raw: string, source: string): Promise<LandedRun[]> {
  const runs = await findRuns(raw, source);
  const files = runs.map((run) => ({ ...run, name: path.basename(run.folder) }));
  await mergeRuns(connection, source, files);
  return runs;
}

/** Whether nothing came before them, to compare with. */
export function isFirst(runs: readonly LandedRun[]): boolean {
  return (runs.at(-1)?.ordinal ?? 0) < 2;
}

/** Whether the runs of a source must be merged to be read; else the newest alone says all. */
export function isMerged(runs: readonly LandedRun[]): boolean {
  return runs.at(-1)?.delivery === 'delta';
}
