/** Killed at any moment and started again, the relay ends with the same files as one that was never killed. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../publish/temporary-folder.ts';
import { minute, stormStart, townStorm, writeTown } from './small-town.ts';

const program = fileURLToPath(new URL('./run-lane.ts', import.meta.url));
/** An hour, half an hour for what comes late, and the delay: by then the first hour is settled, and a checkpoint is written. */
const until = stormStart + 105 * minute;
const recorded = 'recorded.jsonl';

/** A log such as the relay writes, for the feed `replay`. */
async function writeStorm(data: string): Promise<void> {
  const looks = Map.groupBy(townStorm(95 * 60), ({ receivedAt }) => Math.ceil(receivedAt / 10_000) * 10_000);
  const lines = [...looks].map(([at, fixes]) =>
    JSON.stringify({ at, feed: 'avl', cursor: null, fixes, failure: null }),
  );
  await writeFile(join(data, recorded), `${lines.join('\n')}\n`);
  await writeTown(data, { feeds: [{ id: 'avl', kind: 'replay', log: `../${recorded}` }] });
}

function start(data: string) {
  const child = spawn(process.execPath, [program, data, String(until)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, output })) };
}

async function filesOf(data: string): Promise<Map<string, string>> {
  const names = await readdir(join(data, 'live'), { recursive: true, withFileTypes: true });
  const files = names.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = files.map(
    async (file) => [file.slice(data.length), (await readFile(file)).toString('base64')] as const,
  );
  return new Map((await Promise.all(texts)).sort());
}

/** Bytes in the log: how far a run is. */
async function logged(data: string): Promise<number> {
  const folder = join(data, 'fixes', 'log');
  if (!existsSync(folder)) return 0;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
  const sizes = names.map((name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test(
  'killed with -9 again and again, it publishes the same in the end, to the byte',
  { timeout: 120_000 },
  async () => {
    const root = await makeTemporaryFolder();
    const [whole, killed] = [join(root, 'whole'), join(root, 'killed')];
    await mkdir(whole);
    await writeStorm(whole);
    await cp(whole, killed, { recursive: true });
    expect(await start(whole).ended).toMatchObject({ code: 0 });

    let kills = 0;
    for (const milliseconds of [0, 260, 1, 610, 33, 400]) {
      const before = await logged(killed);
      const { child, ended } = start(killed);
      let hasEnded = false;
      void ended.then(() => (hasEnded = true));
      while (!hasEnded && (await logged(killed)) === before) await pause(2);
      await pause(milliseconds);
      child.kill('SIGKILL');
      if ((await ended).code === null) kills += 1;
    }
    const last = await start(killed).ended;
    expect(last).toMatchObject({ code: 0 });

    expect(kills).toBeGreaterThan(3);
    const [expected, found] = [await filesOf(whole), await filesOf(killed)];
    expect([...found.keys()]).toEqual([...expected.keys()]);
    expect([...found].filter(([name, text]) => expected.get(name) !== text).map(([name]) => name)).toEqual([]);
    expect([...expected.keys()].some((name) => name.startsWith('/live/passes/'))).toBe(true);
  },
);

test('a checkpoint that was damaged or lost takes longer, and changes nothing', { timeout: 60_000 }, async () => {
  const data = await makeTemporaryFolder();
  await writeStorm(data);
  expect(await start(data).ended).toMatchObject({ code: 0 });
  const checkpoint = join(data, 'fixes', 'checkpoint.json');
  expect(JSON.parse(await readFile(checkpoint, 'utf8')).passes.length).toBeGreaterThan(100);
  const before = await filesOf(data);
  await writeFile(checkpoint, (await readFile(checkpoint, 'utf8')).slice(0, 5000));
  expect(await start(data).ended).toMatchObject({ code: 0 });
  expect([...(await filesOf(data))].filter(([name, text]) => before.get(name) !== text)).toEqual([]);
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
