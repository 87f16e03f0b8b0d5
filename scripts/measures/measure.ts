/** Step 3, measure: every figure, from the records as they will be published. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { findModels, type Model, runModels } from '../warehouse/models.ts';
import { countRows } from '../warehouse/copy-table.ts';

const folders = ['measures', 'exports'].map((name) => path.join(import.meta.dirname, '..', name));

/** What later steps read: the public tables, what the checks compare them with, and what the operator is told. */
const keeps = ({ name, folder }: Model) => folder === folders[1] || ['slices', 'quality_counts'].includes(name);

/** Runs the public tables too: the measures of tiers A and B are made from the published records themselves. */
export async function measure(
  connection: DuckDBConnection,
  onModel: (name: string) => void,
): Promise<{ readonly figureCount: number }> {
  const models = await findModels(connection, folders);
  const names = models.map((model) => model.name);
  await runModels(connection, models, names, new Set(), { onModel, keeps });
  return { figureCount: await countRows(connection, 'published_measures') };
}
