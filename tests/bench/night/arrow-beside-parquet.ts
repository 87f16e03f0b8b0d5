/** The published requests of a warehouse as Arrow and as Parquet, one after the other in one process, twice each. */

import { join } from 'node:path';
import { writeArrow } from '../../../scripts/exports/write-arrow.ts';
import { copyToParquet } from '../../../scripts/warehouse/copy-table.ts';
import { openWarehouse } from '../../../scripts/warehouse/open-warehouse.ts';
import { datasets } from '../../../src/contract/datasets.ts';

const [, , folder = ''] = process.argv;
const requests = datasets.find(({ id }) => id === 'requests');
if (!requests) throw new Error('no data set of requests');
// The same order for both: sorting is not what is compared.
const options = { table: requests.model, columns: requests.columns, sortedBy: requests.sortedBy };

const { connection, close } = await openWarehouse({ file: join(folder, 'warehouse', 'plainview.duckdb') });
const writers = {
  parquet: () => copyToParquet(connection, { ...options, file: join(folder, 'beside.parquet') }),
  arrow: () => writeArrow(connection, { ...options, file: join(folder, 'beside.arrow') }),
};
for (const name of ['parquet', 'arrow', 'parquet', 'arrow'] as const) {
  const startedAt = performance.now();
  await writers[name]();
  process.stdout.write(`${name} ${((performance.now() - startedAt) / 1000).toFixed(3)}\n`);
}
close();
