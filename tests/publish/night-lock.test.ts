/** The lock of the night: one holder, however the others die. */

import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { acquireLock } from '../../scripts/support/night-lock.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const nonce = (digit: number) => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
const deadPid = () => spawnSync('true').pid;

const writeHolder = (path: string, pid: number, digit = 1, process_started: string | null = 'another boot:1') =>
  writeFile(path, JSON.stringify({ nonce: nonce(digit), pid, process_started, started_at: '2026-11-01T05:00:00Z' }));

async function startHolder(
  folder: string,
): Promise<{ process: ChildProcessWithoutNullStreams; says: () => Promise<string> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('hold-lock.ts', import.meta.url)), folder]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const says = async () => String((await lines.next()).value);
  expect(await says()).toBe('ready');
  return { process: child, says };
}

test('a second night is refused with the pid of the one that runs, and succeeds once that one was killed', async () => {
  const folder = await makeTemporaryFolder();
  const holder = await startHolder(folder);
  holder.process.stdin.write('go');
  expect(await holder.says()).toBe('won');

  await expect(acquireLock(folder)).rejects.toMatchObject({
    code: 'NIGHT_ALREADY_RUNNING',
    exitCode: 5,
    message: expect.stringContaining(`process ${holder.process.pid},`),
  });

  holder.process.kill('SIGKILL');
  await once(holder.process, 'exit');
  const notes: string[] = [];
  await acquireLock(folder, { note: (text) => notes.push(text) });
  expect(notes).toEqual([expect.stringContaining(`process ${holder.process.pid},`)]);
});

test('a released lock leaves nothing behind and can be taken again', async () => {
  const folder = await makeTemporaryFolder();
  const lock = await acquireLock(folder);
  expect(await readdir(folder)).toEqual(['.lock']);
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
  await acquireLock(folder);
});

test('a process that was given a dead holder’s pid does not hold its lock', async () => {
  const folder = await makeTemporaryFolder();
  await writeHolder(join(folder, '.lock'), process.pid);
  await acquireLock(folder, { note: () => {} });
  expect(await readdir(folder)).toEqual(['.lock']);
});

test('a holder whose start is not known is believed while its pid lives', async () => {
  const folder = await makeTemporaryFolder();
  await writeHolder(join(folder, '.lock'), process.pid, 1, null);
  await expect(acquireLock(folder)).rejects.toMatchObject({ code: 'NIGHT_ALREADY_RUNNING' });
});

test.runIf(process.platform === 'linux')('a dead holder that its parent never noticed is dead', async () => {
  const folder = await makeTemporaryFolder();
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60']);
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [line] = await once(createInterface(parent.stdout), 'line');
  const zombie = Number(line);
  await expect.poll(() => readFile(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z ');
  await writeHolder(join(folder, '.lock'), zombie, 1, null);
  const stat = await readFile(`/proc/${zombie}/stat`, 'utf8');
  const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  const started = `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  await writeHolder(join(folder, '.lock'), zombie, 1, started);
  await acquireLock(folder, { note: () => {} });
});

test('a night that was killed while it took over a dead lock does not bar the next', async () => {
  const folder = await makeTemporaryFolder();
  await writeHolder(join(folder, '.lock'), deadPid(), 1);
  await writeHolder(join(folder, `.lock.${nonce(1)}`), deadPid(), 2);
  await acquireLock(folder, { note: () => {} });
  expect(await readdir(folder)).toEqual(['.lock']);
});

test('a file that is no lock of ours is left alone', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, '.lock'), 'mine');
  await expect(acquireLock(folder)).rejects.toMatchObject({ code: 'NIGHT_LOCK_UNREADABLE', exitCode: 5 });
  expect(await readFile(join(folder, '.lock'), 'utf8')).toBe('mine');
});

test('of twenty that find one dead holder at once, one wins', async () => {
  for (let round = 0; round < 40; round++) {
    const folder = await makeTemporaryFolder();
    await writeHolder(join(folder, '.lock'), deadPid());
    const attempts = Array.from({ length: 20 }, () => acquireLock(folder, { note: () => {} }));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});

test('of four processes that find one dead holder at once, one wins and the others name it', async () => {
  const folder = await makeTemporaryFolder();
  await writeHolder(join(folder, '.lock'), deadPid());
  const holders = await Promise.all(Array.from({ length: 4 }, () => startHolder(folder)));
  for (const holder of holders) holder.process.stdin.write('go');
  const said = await Promise.all(holders.map((holder) => holder.says()));
  const winner = holders[said.indexOf('won')];
  expect(said.filter((text) => text === 'won')).toHaveLength(1);
  const refusal = expect.stringMatching(`^NIGHT_ALREADY_RUNNING .* process ${winner?.process.pid},`);
  expect(said.filter((text) => text !== 'won')).toEqual([refusal, refusal, refusal]);
});

test('what a process killed while it took the lock left behind is swept away, and a live one’s is not', async () => {
  const data = await makeTemporaryFolder();
  const id = '0d4f6c1e-8f5b-4a63-9c57-2f1f0a7c9e11';
  const dead = `.lock.4194304999-${id}.draft`;
  const alive = `.lock.${process.pid}-${id}.draft`;
  for (const name of [dead, alive]) await writeFile(join(data, name), '{');
  const lock = await acquireLock(data);
  expect(await readdir(data)).toContain(alive);
  expect(await readdir(data)).not.toContain(dead);
  await lock.release();
});
