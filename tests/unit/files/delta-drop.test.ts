/** A drop of changes: each file is read once, by what is in it and not by its name. */

import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { City } from '../../../src/contract/city.ts';
import { sourceSettings, type FilesSource } from '../../../src/contract/sources.ts';
import { filesSource } from '../../../scripts/sources/files/files-source.ts';
import { processEffects } from '../../../scripts/sources/open-sources.ts';
import { nothingKnown, type RawFile } from '../../../scripts/sources/source.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
});
afterAll(() => connection.closeSync());

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plainview-delta-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const deliver = (name: string, ...ids: string[]) =>
  writeFile(join(folder, name), ['id,opened,type', ...ids.map((id) => `${id},2026-01-02,Tree`), ''].join('\n'));

/** A night: the ids that it read, and then the names of all pages that were ever handled. */
async function night(handled: ReadonlySet<string>, delivery: FilesSource['delivery'] = 'delta') {
  const settings = sourceSettings.parse({
    ...{ id: 'crm', kind: 'files', folder, pattern: '*.csv', delivery },
    fields: { id: 'id', requested_at: 'opened', service: 'type' },
  }) as FilesSource;
  const source = filesSource(settings, { folder } as City, connection, { ...processEffects(), stillMs: 0 });
  const ids: string[] = [];
  const names = new Set(handled);
  const window = { since: null, until: new Date('2026-02-01') };
  for await (const { name, records } of source.changes(window, { ...nothingKnown, pageNames: handled })) {
    const rows = await connection.runAndReadAll((records as RawFile).query);
    ids.push(...rows.getRowObjectsJson().map((row) => String(row['id'])));
    if (name !== undefined) names.add(name);
  }
  return { ids, names };
}

test('a file is read once, also when it is given another name or delivered twice', async () => {
  await deliver('monday.csv', 'a', 'b');
  const first = await night(new Set());
  expect(first.ids).toEqual(['a', 'b']);
  await deliver('tuesday.csv', 'c');
  await deliver('tuesday-again.csv', 'c');
  await rename(join(folder, 'monday.csv'), join(folder, 'archived.csv'));
  const second = await night(first.names);
  expect(second.ids).toEqual(['c']);
  expect(second.names.size).toBe(2);
});

test('a file of the same name is a new one when anything in it has changed', async () => {
  await deliver('changes.csv', 'a');
  const first = await night(new Set());
  await deliver('changes.csv', 'b');
  expect((await night(first.names)).ids).toEqual(['b']);
});

test('a name is the SHA-256 of the content', async () => {
  await writeFile(join(folder, 'empty.csv'), 'id,opened,type\n');
  const { names } = await night(new Set());
  expect([...names]).toEqual(['0f0ea918cdd5695a9948dd817fd28ca7781d75d9e56549109d4dabf36480961b']);
});

test('a night without a new file is a quiet one, also when the city has deleted the old ones', async () => {
  await deliver('monday.csv', 'a');
  const { names } = await night(new Set());
  expect((await night(names)).ids).toEqual([]);
  await rm(join(folder, 'monday.csv'));
  expect((await night(names)).ids).toEqual([]);
});

test('a folder that has never held a file, or is gone, is a fault', async () => {
  await expect(night(new Set())).rejects.toMatchObject({ code: 'SOURCE_FILE_MISSING' });
  await rm(folder, { recursive: true });
  await expect(night(new Set(['a-known-page']))).rejects.toMatchObject({ code: 'SOURCE_FILE_MISSING' });
});

test('where everything is delivered each time, each night reads everything', async () => {
  await deliver('all.csv', 'a');
  const { names } = await night(new Set(), 'full');
  expect(names.size).toBe(0);
  expect((await night(names, 'full')).ids).toEqual(['a']);
  await rm(join(folder, 'all.csv'));
  await expect(night(new Set(), 'full')).rejects.toMatchObject({ code: 'SOURCE_FILE_MISSING' });
});
