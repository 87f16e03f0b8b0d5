/** The columns by which a file is sorted tell each of its rows from every other, so that its order is no accident. */

import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, inject, test } from 'vitest';
import { datasets } from '../../src/contract/datasets.ts';

const exportsFolder = join(inject('demoNight').dataFolder, 'exports');

test.each(datasets.map(({ id, sortedBy, arrowSortedBy }) => ({ id, sortedBy, arrowSortedBy })))(
  '$id',
  async ({ id, sortedBy, arrowSortedBy }) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const file = join(exportsFolder, `${id}.parquet`);
    for (const columns of [sortedBy, arrowSortedBy]) {
      const distinct = `(select distinct ${columns.join(', ')} from '${file}')`;
      const rows = await connection.runAndReadAll(
        `select (select count(*) from '${file}') - (select count(*) from ${distinct})`,
      );
      expect(rows.getRows()).toEqual([[0n]]);
    }
    connection.closeSync();
  },
);
