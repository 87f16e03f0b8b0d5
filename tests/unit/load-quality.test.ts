/** The history of quality as the night reads it: every night kept, or an error that names each file at fault. */

import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { describeError, type OperatorError } from '../../scripts/support/operator-error.ts';
import { loadQuality } from '../../scripts/warehouse/load-quality.ts';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { readRows } from '../../scripts/warehouse/read-rows.ts';

const header = 'night_on,reason,request_count\r\n';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-quality-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

async function load(folder: string): Promise<string[]> {
  const { connection, close } = await openWarehouse({ file: ':memory:' });
  onTestFinished(close);
  await loadQuality(connection, folder);
  const rows = await readRows(
    connection,
    `select concat_ws(' ', night_on, reason, request_count) as line from earlier_quality`,
  );
  return rows.map(({ line }) => String(line));
}

test('there is none before the first night', async () => {
  expect(await load(join(tmpdir(), 'plainview-no-such-folder'))).toEqual([]);
});

test('each night gives its rows, and what was never finished or put aside gives none', async () => {
  const folder = await folderWith({
    '2026-10-30.csv': `${header}2026-10-30,superseded,3\r\n2026-10-30,unknown_area,4\r\n`,
    '2026-10-31.csv': header,
    '2026-11-01.csv.partial': `${header}2026-11-01,superseded,9\r\n`,
    '2026-10-29.csv.old': 'broken',
  });
  expect(await load(folder)).toEqual(['2026-10-30 superseded 3', '2026-10-30 unknown_area 4']);
});

test('all that cannot be read is named at once, with its line and what to do, and not repeated', async () => {
  const folder = await folderWith({
    '2026-10-27.csv': `${header}2026-10-28,superseded,3\r\n`,
    '2026-10-28.csv': `${header}2026-10-28,superseded,3\r\n2026-10-28,Jane Roe,1\r\n`,
    '2026-10-29.csv': `${header}2026-10-29,superse`,
    '2026-10-30.csv': 'reason,request_count\r\nsuperseded,3\r\n',
    '2026-10-31.csv': '',
    '2026-02-30.csv': `${header}2026-02-30,superseded,3\r\n`,
    'notes.csv': `${header}notes,superseded,3\r\n`,
  });
  await mkdir(join(folder, '2026-11-01.csv'));
  const error = await load(folder).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'VINTAGE_UNREADABLE', exitCode: 5 });
  const told = describeError(error as OperatorError, 'Nothing was published.');
  const nights = ['10-27', '10-28', '10-29', '10-30', '10-31', '11-01', '02-30'];
  for (const name of [...nights.map((day) => `2026-${day}.csv`), 'notes.csv']) {
    expect(told).toContain(`where    ${join(folder, name)}\n`);
  }
  expect(told).toContain('line 3');
  expect(told).toContain(`mv ${join(folder, '2026-10-29.csv')} ${join(folder, '2026-10-29.csv')}.old`);
  expect(told).not.toContain('Jane');
});
