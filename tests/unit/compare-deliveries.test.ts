/** Two deliveries compared, of a source with ids and of one without: what a later one lacks. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countAbsent } from '../../scripts/warehouse/compare-deliveries.ts';
import { quoteText } from '../../scripts/warehouse/quote.ts';

let folder: string;
let connection: DuckDBConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deliveries-'));
  connection = await (await DuckDBInstance.create()).connect();
});
afterAll(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true, force: true });
});

async function page(name: string, ids: readonly (string | null)[]): Promise<string> {
  const file = join(folder, `${name}.parquet`);
  const list = ids.map((id) => (id === null ? 'null' : quoteText(id))).join(', ');
  await connection.run(`copy (select unnest([${list}])::varchar as id) to ${quoteText(file)} (format parquet)`);
  return file;
}

test('with ids, by id: a request that is replaced by another is missed', async () => {
  const [earlier, later] = [await page('a', ['1', '2', '3']), await page('b', ['2', '3', '4'])];
  expect(await countAbsent(connection, [earlier], [later], true)).toEqual({ before: 3, count: 1 });
});

test('without ids, by their number alone, and never fewer than none', async () => {
  const [earlier, later] = [await page('c', [null, null, null]), await page('d', [null])];
  expect(await countAbsent(connection, [earlier], [later], false)).toEqual({ before: 3, count: 2 });
  expect(await countAbsent(connection, [later], [earlier], false)).toEqual({ before: 1, count: 0 });
  expect(await countAbsent(connection, [earlier], [], false)).toEqual({ before: 3, count: 3 });
});
