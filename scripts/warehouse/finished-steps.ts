/** Which steps the warehouse holds whole: a night that begins in the middle goes on from nothing half made. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { stepUnfinished } from '../support/step-unfinished.ts';
import { readTable } from './read-rows.ts';

const steps = ['stage', 'measure', 'check', 'export'] as const;
export type WarehouseStep = (typeof steps)[number];

/**
 * Runs `work`, if the step before it is whole; else throws `STEP_UNFINISHED` (exit 2). Until it ends well, neither this
 * step nor any after it counts as whole.
 */
export async function finishing<Result>(
  connection: DuckDBConnection,
  file: string,
  step: WarehouseStep,
  work: () => Promise<Result>,
): Promise<Result> {
  await connection.run('create table if not exists finished_steps (step varchar)');
  const finished = new Set((await readTable(connection, 'finished_steps')).map((row) => String(row['step'])));
  const before = steps[steps.indexOf(step) - 1];
  if (before !== undefined && !finished.has(before)) throw stepUnfinished(before, file);
  for (const later of steps.slice(steps.indexOf(step))) {
    await connection.run('delete from finished_steps where step = $step', { step: later });
  }
  const result = await work();
  await connection.run('insert into finished_steps values ($step)', { step });
  return result;
}
