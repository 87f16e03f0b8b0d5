/** A night of a city folder of `tests/cities/` over its real records, with its warehouse to look into. */

import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from '../../scripts/warehouse/quote.ts';
import { makeDataFolder, runNight, type EndedNight } from '../pipeline/run-night.ts';

export interface CityNight {
  readonly night: EndedNight;
  readonly exports: string;
  /** Rows as JavaScript values; the warehouse's tables by name, a published one as `csv('requests')`. */
  rows(query: string): Promise<unknown[][]>;
  csv(dataset: string): string;
  remove(): Promise<void>;
}

/** The night ends with the exports or, where `build` is set, with the site: packing and publishing it is no city’s own. */
export async function runCity(
  name: string,
  { args = [], build = false }: { readonly args?: readonly string[]; readonly build?: boolean } = {},
): Promise<CityNight> {
  const { folder, remove } = await makeDataFolder();
  await cp(join('tests/cities', name, 'city'), join(folder, 'city'), { recursive: true });
  const night = await runNight(['--data', folder, ...args, '--until', build ? 'build' : 'export'], {
    PLAINVIEW_SECRET: 'forty characters that are kept by nobody',
  });
  const exports = join(folder, 'releases/next/exports');
  let connection: DuckDBConnection | undefined;
  return {
    night,
    exports,
    async rows(query) {
      if (!connection) {
        connection = await (await DuckDBInstance.create()).connect();
        await connection.run(`attach ${quoteText(join(folder, 'warehouse/plainview.duckdb'))} as w (read_only); use w`);
      }
      return (await connection.runAndReadAll(query)).getRowsJS() as unknown[][];
    },
    csv: (dataset) => `read_csv(${quoteText(join(exports, `${dataset}.csv`))}, header = true)`,
    async remove() {
      connection?.closeSync();
      await remove();
    },
  };
}
