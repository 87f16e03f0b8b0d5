/** `npm run live` and `npm start` as an operator types them. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { publishSmallRelease } from '../publish/publish-small-release.ts';
import { makeTemporaryFolder } from '../publish/temporary-folder.ts';
import { feedOf, minute, runTown, stormStart, townStorm, writeTown } from './small-town.ts';

const scripts = join(import.meta.dirname, '..', '..', 'scripts');
const demoFeed = { feeds: [{ id: 'storm', kind: 'demo-storm' }] };

function start(script: string, args: readonly string[]) {
  const child = spawn(process.execPath, [join(scripts, script), ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return { child, ended, said: () => output };
}
const run = (...args: string[]) => start('live.ts', args).ended;

test('a storm of the past runs through in seconds, and may be replayed from its own log', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data, demoFeed);
  const clock = ['--from', '2027-01-12T08:00:00Z', '--until', '2027-01-12T08:30:00Z'];
  expect(await run('--data', data, ...clock)).toMatchObject({ code: 0 });
  const head = readFileSync(join(data, 'live/head.json'), 'utf8');
  expect(JSON.parse(head)).toMatchObject({ at: Date.parse('2027-01-12T08:30:00Z') / 1000, mode: 'event' });
  expect(statSync(join(data, 'fixes')).mode & 0o777).toBe(0o700);

  const again = await makeTemporaryFolder();
  await writeTown(again);
  expect(await run('--data', again, ...clock, '--replay', join(data, 'fixes/log'))).toMatchObject({ code: 0 });
  const passes = (of: string) => readFileSync(join(of, 'live/passes/storm.csv'), 'utf8');
  expect(passes(again).split('\n').length).toBeGreaterThan(10);
  expect(passes(again)).toBe(passes(data));
});

test('an event is begun and ended by command; a second beginning is refused', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  expect((await run('--data', data, '--start-event', 'Snow')).output).toMatch(/^LIVE_EVENT_UNDER_WAY /);
  expect(await run('--data', data, '--end-event')).toMatchObject({ code: 0 });
  expect(await run('--data', data, '--start-event', 'Snow')).toMatchObject({ code: 0 });
  const { name, ended_at } = JSON.parse(readFileSync(join(data, 'city/live/event.json'), 'utf8'));
  expect([name, ended_at]).toEqual([{ en: 'Snow' }, null]);
});

test.each([
  ['--from without an end', ['--from', '2027-01-12T08:00:00Z'], 'COMMAND_LINE_INVALID'],
  ['a day for an instant', ['--from', '2027-01-12', '--until', '2027-01-13'], 'COMMAND_LINE_INVALID'],
])('%s is refused with 2', async (_, args, code) => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const { code: exit, output } = await run('--data', data, ...args);
  expect([exit, output.split(' ')[0]]).toEqual([2, code]);
});

test('a second relay is refused with the first one’s pid, and the first ends cleanly when it is told to', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const first = start('live.ts', ['--data', data]);
  await expect.poll(() => existsSync(join(data, 'fixes/.lock')), { timeout: 10_000 }).toBe(true);
  const second = await run('--data', data);
  expect([second.code, second.output]).toEqual([5, expect.stringMatching(/^LIVE_ALREADY_RUNNING /)]);
  expect(second.output).toContain(`process ${first.child.pid}`);
  first.child.kill('SIGTERM');
  expect(await first.ended).toMatchObject({ code: 0 });
  expect(existsSync(join(data, 'fixes/.lock'))).toBe(false);
});

test(
  'npm start shows a demonstration with its storm, three hours old, and ends both at once',
  { timeout: 60_000 },
  async () => {
    const data = await makeTemporaryFolder();
    await writeTown(data, demoFeed);
    await publishSmallRelease(data, 'R1', { pages: { 'en/index.html': 'overview' } });
    const site = start('serve.ts', ['--data', data, '--port', '0']);
    await expect.poll(site.said, { timeout: 10_000 }).toMatch(/http:\/\/localhost:\d+\//);
    const url = /http:\/\/localhost:\d+\//.exec(site.said())![0];
    const head = () => fetch(`${url}live/head.json`).then((answer) => (answer.ok ? answer.json() : undefined));
    await expect
      .poll(head, { timeout: 40_000, interval: 500 })
      .toMatchObject({ mode: 'event', status: expect.any(Number) });
    const { at, status } = (await head()) as { at: number; status: number };
    expect(Math.abs(at - Date.now() / 1000)).toBeLessThan(60);
    const { since } = (await (await fetch(`${url}live/status/${status}.json`)).json()) as { since: number };
    expect(at - since).toBeGreaterThanOrEqual(3 * 3600);
    site.child.kill('SIGINT');
    expect(await site.ended).toMatchObject({ code: 0 });
  },
);

test('npm start with --no-live starts no storm, and shows what the relay wrote', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data, demoFeed);
  await publishSmallRelease(data, 'R1', { pages: { 'en/index.html': 'overview' } });
  await runTown(data, { feeds: [feedOf(townStorm(300))], until: stormStart + minute });
  const before = readFileSync(join(data, 'live/head.json'), 'utf8');
  const site = start('serve.ts', ['--data', data, '--port', '0', '--no-live']);
  await expect.poll(site.said, { timeout: 10_000 }).toMatch(/http:\/\/localhost:\d+\//);
  const url = /http:\/\/localhost:\d+\//.exec(site.said())![0];
  expect(await (await fetch(`${url}live/head.json`)).text()).toBe(before);
  site.child.kill('SIGINT');
  expect(await site.ended).toMatchObject({ code: 0 });
  expect(readFileSync(join(data, 'live/head.json'), 'utf8')).toBe(before);
});
