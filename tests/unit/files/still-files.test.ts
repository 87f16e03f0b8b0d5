/** A file is taken when nobody writes into it any more; a night waits for it, but not for ever. */

import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { stillFiles } from '../../../scripts/sources/files/still-files.ts';
import { findFiles } from '../../../scripts/sources/files/find-files.ts';

const start = Date.parse('2026-11-20T03:15:00Z');

let file: string;
let find: () => Promise<string[]>;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-drop-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  file = join(folder, 'requests.csv');
  find = () => findFiles({ folder, pattern: '*', order: [] }, { folder });
});

async function write(text: string, time: number, path = file): Promise<void> {
  await writeFile(path, text);
  await utimes(path, new Date(time), new Date(time));
}

/** A clock that only waiting moves; `during` is what happens at each wait. */
function clock(during: (waits: number, time: number) => Promise<void> = async () => {}) {
  let time = start;
  let waits = 0;
  const wait = async (milliseconds: number) => {
    time += milliseconds;
    waits += 1;
    await during(waits, time);
  };
  return { effects: { now: () => new Date(time), wait, stillMs: 60_000 }, waited: () => (time - start) / 1000 };
}

test('a file of yesterday is taken at once', async () => {
  await write('whole', start - 3_600_000);
  const { effects, waited } = clock();
  expect(await stillFiles(find, effects)).toEqual([file]);
  expect(waited()).toBe(0);
});

test('a file of ten seconds ago is taken when it has been still for a minute', async () => {
  await write('whole', start - 10_000);
  const { effects, waited } = clock();
  expect(await stillFiles(find, effects)).toEqual([file]);
  expect(waited()).toBe(50);
});

test('one that grows while the night waits is waited for anew', async () => {
  await write('half', start - 10_000);
  const { effects, waited } = clock(async (waits, time) => {
    if (waits === 3) await write('half and the other half', time);
  });
  expect(await stillFiles(find, effects)).toEqual([file]);
  expect(waited()).toBe(90);
});

test('one on a share whose clock is ahead of ours is taken when we have seen it still for a minute', async () => {
  await write('whole', start + 3_600_000);
  const { effects, waited } = clock();
  expect(await stillFiles(find, effects)).toEqual([file]);
  expect(waited()).toBe(60);
});

test('a mark beside it says that it is whole, and is no delivery itself', async () => {
  await write('whole', start - 1000);
  await write('', start, `${file}.done`);
  const { effects, waited } = clock();
  expect(await stillFiles(find, effects)).toEqual([file]);
  expect(waited()).toBe(0);
});

test('the mark of the delivery before says nothing of a file that is written again', async () => {
  await write('', start - 86_400_000, `${file}.done`);
  await write('half', start - 1000);
  const { effects, waited } = clock();
  await stillFiles(find, effects);
  expect(waited()).toBe(60);
});

test('one that is renamed into its place meanwhile is taken under its new name', async () => {
  await write('whole', start - 10_000, `${file}.part`);
  const { effects } = clock(async (waits) => {
    if (waits === 1) await rename(`${file}.part`, file);
  });
  expect(await stillFiles(find, effects)).toEqual([file]);
});

test('one that never rests ends the night after five minutes, by name', async () => {
  await write('', start);
  const { effects, waited } = clock(async (waits, time) => write('x'.repeat(waits), time));
  await expect(stillFiles(find, effects)).rejects.toMatchObject({
    code: 'SOURCE_FILE_UNFINISHED',
    exitCode: 3,
    faults: [{ where: file }],
  });
  expect(waited()).toBe(300);
});

test('what Excel lays beside a workbook that somebody has open is no delivery', async () => {
  await write('whole', start - 3_600_000);
  await write('owner', start, file.replace('requests.csv', '~$requests.csv'));
  const { effects, waited } = clock();
  expect(await stillFiles(find, effects)).toEqual([file]);
  expect(waited()).toBe(0);
});
