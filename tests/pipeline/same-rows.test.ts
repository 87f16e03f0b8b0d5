/** Every published data set: its CSV, Arrow and Parquet files hold the rows of its model, whoever reads them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { datasets } from '../../src/contract/datasets.ts';
import type { Dataset } from '../../src/contract/datasets/dataset.ts';
import { manifestSchema } from '../../src/contract/manifest.ts';
import { quoteText } from '../../scripts/warehouse/quote.ts';
import { isSoak } from '../support/is-soak.ts';
import { readings } from './read-back/readings.ts';
import { arrowTypes, differences, remembering, type ReadTable } from './read-back/read-table.ts';
import { readStrictCsv } from './read-back/strict-csv.ts';
import { arrowMessages, arrowTypesOf } from './read-back/with-apache-arrow.ts';
import { readModel } from './read-back/with-duckdb.ts';

const { dataFolder } = inject('demoNight');
const exportsFolder = join(dataFolder, 'exports');
const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(exportsFolder, 'manifest.json'), 'utf8')));
const manifestRows = (path: string) => manifest.files.find((file) => file.path === path)?.rows;

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
  await connection.run("set TimeZone = 'UTC'");
  const file = join(dataFolder, 'warehouse', 'plainview.duckdb');
  await connection.run(`attach ${quoteText(file)} as warehouse (read_only)`);
});
afterAll(() => connection.closeSync());

const cases: readonly (Dataset & { readonly manyRows: number })[] = datasets.map((dataset) => ({
  ...dataset,
  manyRows: { requests: 200_000, measures: 50_000 }[dataset.id as string] ?? 1,
}));

/** Of the large tables one reader of each format, which has no code of ours or of the writer’s in it; in `npm run soak` all. */
const readingsOf = (id: string) =>
  !isSoak && (id === 'measures' || id === 'requests')
    ? readings.filter(({ format, reader }) => reader === (format === 'arrow' ? 'flechette' : 'Polars'))
    : readings;

describe.each(cases)('$id', ({ id, model, columns, sortedBy, arrowSortedBy, manyRows }) => {
  const made = new Map<string, Promise<ReadTable>>();
  const madeInOrder = (order: readonly string[]) => {
    const known =
      made.get(order.join()) ?? readModel(connection, `warehouse.${model}`, columns, order).then(remembering);
    made.set(order.join(), known);
    return known;
  };
  afterAll(() => made.clear());

  test.each(readingsOf(id))(
    'the $format file read by $reader holds every row and value of the model, in the catalogue’s order',
    async ({ format, read }) => {
      const file = join(exportsFolder, `${id}.${format}`);
      const order = format === 'arrow' ? arrowSortedBy : sortedBy;
      const readBack = await read(file, columns, connection);
      expect(await differences(columns, await madeInOrder(order), readBack)).toEqual([]);
      expect(readBack.rowCount).toBe(manifestRows(`${id}.${format}`));
      expect(readBack.rowCount).toBeGreaterThanOrEqual(manyRows);
    },
    120_000,
  );

  test('its order is the only one that its sort columns allow', async () => {
    const key = sortedBy.join(', ');
    const twice = await connection.runAndReadAll(
      `select ${key} from warehouse.${model} group by all having count(*) > 1 limit 1`,
    );
    expect(twice.getRows()).toEqual([]);
  });

  test('the CSV file is RFC 4180, and its instants are ISO 8601 in UTC', () => {
    const odd: string[] = [];
    const instants = new Set(columns.flatMap(({ type }, index) => (type === 'timestamp' ? [index] : [])));
    const { header, rowCount } = readStrictCsv(readFileSync(join(exportsFolder, `${id}.csv`)), (column, text) => {
      if (instants.has(column) && !/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)?$/.test(text)) odd.push(text);
    });
    expect(odd).toEqual([]);
    expect(header).toEqual(columns.map(({ name }) => name));
    expect(rowCount).toBe(manifestRows(`${id}.csv`));
  });

  test('the Arrow file is not compressed, and its types are those of the catalogue', () => {
    const bytes = readFileSync(join(exportsFolder, `${id}.arrow`));
    const messages = arrowMessages(bytes);
    expect(messages).toMatchObject({
      compressedCount: 0,
      dictionaryCount: columns.filter(({ type }) => type === 'code').length,
    });
    expect(messages.batchCount).toBeGreaterThan(0);
    const types = arrowTypesOf(bytes);
    for (const { name, type } of columns) expect(types.get(name), name).toMatch(arrowTypes[type]);
  });
});
