/** Step 3, measure: every figure, from the records as they will be published. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { findModels, runModels } from '../warehouse/models.ts';
import { countRows } from '../warehouse/copy-table.ts';

const folders = ['measures', 'exports'].map((name) => path.join(import.meta.dirname, '..', name));

/** Runs the public tables too: the measures of tiers A and B are made from the published records themselves. */
export async function measure(
  connection: DuckDBConnection,
  onModel: (name: string) => void,
): Promise<{ readonly figureCount: number }> {
  const models = await findModels(connection, folders);
  const names = models.map((model) => model.name);
  await runModels(connection, models, names, new Set(), onModel);
  return { figureCount: await countRows(connection, 'published_measures') };
}
