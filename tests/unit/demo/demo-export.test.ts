/** The demo CRM's export, read by the `files` source, gives what the demo source delivers. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TZDate } from '@date-fns/tz';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { citySettings } from '../../../src/contract/city.ts';
import { rawFields, type FilesSource } from '../../../src/contract/sources.ts';
import { exportLines, exportSource } from '../../../scripts/sources/demo/crm-export.ts';
import { makeCrm } from '../../../scripts/sources/demo/crm.ts';
import { processEffects } from '../../../scripts/sources/open-sources.ts';
import { filesSource } from '../../../scripts/sources/files/files-source.ts';
import { nothingKnown, type RawFile, type RawRecord } from '../../../scripts/sources/source.ts';
import { deliver, readDemo } from './demo-deliveries.ts';

const until = '2020-03-10T04:00:00Z';
const times = ['requested_at', 'closed_at', 'first_closed_at', 'first_reopened_at', 'due_at', 'updated_at'] as const;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plainview-export-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the same records, its local times without zone meaning the same instants, and nothing beside them', async () => {
  const { city, settings } = await readDemo();
  const file = createWriteStream(join(folder, 'crm.csv'));
  for (const line of exportLines(makeCrm(settings.seed, city, new Date(until)), city.settings.time_zone)) {
    file.write(`${line}\r\n`);
  }
  await once(file.end(), 'finish');

  const sources = citySettings.parse({ ...city.settings, sources: [exportSource(folder, 'crm.csv')] }).sources;
  const connection = await (await DuckDBInstance.create()).connect();
  const effects = { ...processEffects(), stillMs: 0 };
  const read: RawRecord[] = [];
  for await (const { records } of filesSource(sources[0] as FilesSource, city, connection, effects).changes(
    { since: null, until: new Date(until) },
    nothingKnown,
  )) {
    read.push(...((await connection.runAndReadAll((records as RawFile).query)).getRowObjectsJson() as RawRecord[]));
  }

  const instant = (local: string) => {
    const [year, month, day, hours, minutes, seconds] = local.match(/\d+/g)!.map(Number);
    const time = new TZDate(year!, month! - 1, day!, hours!, minutes!, seconds!, city.settings.time_zone);
    return `${new Date(time.getTime()).toISOString().slice(0, 19)}Z`;
  };
  const asDelivered = read.map((record) => ({
    ...Object.fromEntries(rawFields.map((field) => [field, record[field] || null])),
    ...Object.fromEntries(times.map((field) => [field, record[field] ? instant(record[field]) : null])),
  }));
  const isUsual = ({ closed_at }: RawRecord) => !closed_at?.startsWith('1900') && !closed_at?.startsWith('1899');
  expect(read.length).toBeGreaterThan(5000);
  expect(asDelivered.filter(isUsual)).toEqual((await deliver(until)).filter(isUsual));
  expect(new Set(Object.keys(read[0]!))).toEqual(new Set(rawFields));
});
