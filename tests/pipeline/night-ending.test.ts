/** How a night ends for those who are not there: the hook, the mail, the webhook, the ping, and the way back. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toolEnvironment } from '../support/run-step.ts';
import { makeDataFolder } from './run-night.ts';
import { writeSmallCity } from './small-city.ts';

const requests: { method: string | undefined; body: string }[] = [];
const server = createServer(async (request, response) => {
  requests.push({ method: request.method, body: await text(request) });
  response.end();
});
let folder: string;
let remove: () => Promise<void>;
let monitor: string;

beforeAll(async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  monitor = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}/`;
  ({ folder, remove } = await makeDataFolder());
  await writeSmallCity(folder);
});
afterAll(async () => {
  server.close();
  await remove();
});

/** Both streams apart, as cron's mail and a log file get them. */
async function run(script: string, ...args: string[]) {
  const child = spawn(process.execPath, [script, '--data', folder, ...args], {
    env: toolEnvironment({ MONITOR: monitor }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once('close', resolve);
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), promise]);
  return { stdout, stderr, exitCode };
}

async function configure(settings: object): Promise<void> {
  const file = join(folder, 'city', 'city.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...settings }));
}

const alerts = { failure_webhook: '$MONITOR', health_ping: '$MONITOR' };
/** The web server's folder, on this machine: what was there before goes. */
const copy = { command: ['sh', '-c', 'rm -rf ../www && cp -r "$PLAINVIEW_SITE" ../www'], attempts: 1 };
const nightOf = async (site: string) => JSON.parse(await readFile(join(folder, site, 'data/v1/night.json'), 'utf8'));

describe('one night after the other', () => {
  test('a good night is copied to where the web server reads it, and the ping is asked', async () => {
    await configure({ publish: copy, alerts });
    const { exitCode, stdout, stderr } = await run('scripts/nightly.ts', '--as-of', '2025-02-01T05:00:00Z');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^publish .*\nupload +\d{8}T\d{6}Z {2}\d+\.\d s$/m);
    expect((await nightOf('www')).as_of).toMatch(/^2025-02-01/);
    expect(requests.splice(0)).toEqual([{ method: 'GET', body: '' }]);
  }, 120_000);

  test('a hook that fails ends the night with 5: new here, old there, a mail that says so, and a webhook', async () => {
    await configure({ publish: { command: ['sh', '-c', 'echo the host is full >&2; exit 3'], attempts: 1 } });
    const { exitCode, stdout, stderr } = await run('scripts/nightly.ts', '--as-of', '2025-03-01T05:00:00Z');
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/^PUBLISH_HOOK_FAILED {2}The new site is on this machine/);
    expect(stderr).toContain('it said: the host is full');
    expect(stderr).toMatch(/^ {2}public {3}The site on this machine is the new one/m);
    expect(stderr).toMatch(/^ {2}do .*npm run upload -- --data /m);
    expect(stdout).not.toContain('PUBLISH_HOOK_FAILED');
    expect((await nightOf('site')).as_of).toMatch(/^2025-03-01/);
    expect((await nightOf('www')).as_of).toMatch(/^2025-02-01/);
    const [told] = requests.splice(0);
    expect(JSON.parse(told?.body ?? '')).toMatchObject({ state: 'failed', code: 'PUBLISH_HOOK_FAILED', exit_code: 5 });
  }, 120_000);

  test('once the cause is gone, the upload alone brings it there', async () => {
    await configure({ publish: copy });
    expect(await run('scripts/upload.ts')).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await nightOf('www')).as_of).toMatch(/^2025-03-01/);
  });

  test('a check that refuses ends the night with 4, and the public sees the night before', async () => {
    const { exitCode, stderr } = await run('scripts/nightly.ts', '--as-of', '2023-06-01T00:00:00Z');
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/^CHECK_FAILED /);
    expect(stderr).toMatch(/^ {2}public {3}Nothing was published\. The site still shows the data as of 2025-03-01/m);
    expect((await nightOf('site')).as_of).toMatch(/^2025-03-01/);
    expect(JSON.parse(requests.splice(0).at(-1)?.body ?? '')).toMatchObject({ code: 'CHECK_FAILED', exit_code: 4 });
  }, 60_000);

  test('the rollback is one command, here and there, even where the city folder is at fault elsewhere', async () => {
    await configure({ expected_by: 'early' });
    const { exitCode, stdout } = await run('scripts/rollback.ts');
    expect(exitCode, stdout).toBe(0);
    expect((await nightOf('site')).as_of).toMatch(/^2025-02-01/);
    expect((await nightOf('www')).as_of).toMatch(/^2025-02-01/);
    expect(await readlink(join(folder, 'site'))).toBe(join('releases', (await nightOf('www')).release_id));
  });

  test('a fault in city.json is told to the webhook too, with a webhook that is down changing nothing', async () => {
    requests.splice(0);
    const { exitCode, stderr } = await run('scripts/nightly.ts');
    expect(exitCode).toBe(2);
    expect(JSON.parse(requests.splice(0)[0]?.body ?? '')).toMatchObject({ code: 'CITY_FOLDER_INVALID', exit_code: 2 });
    expect(stderr).toMatch(/^CITY_FOLDER_INVALID /);
    await configure({ alerts: { failure_webhook: 'http://127.0.0.1:10/' } });
    const down = await run('scripts/nightly.ts');
    expect(down.exitCode).toBe(2);
    expect(down.stderr.startsWith(stderr)).toBe(true);
    expect(down.stderr.slice(stderr.length)).toMatch(/^alert {5}alerts\.failure_webhook .*\n$/);
  }, 60_000);

  test('nothing printed to a mail or a log holds a control sequence', async () => {
    const { stdout, stderr } = await run('scripts/nightly.ts');
    expect(stderr).not.toBe('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    const [subject = '', ...lines] = stderr.trimEnd().split('\n');
    expect(subject.length).toBeLessThan(160);
    for (const line of lines.filter((one) => !one.startsWith('alert'))) expect(line).toMatch(/^ {2}\S+ +\S/);
  }, 60_000);

  test('no lock is left by any of them', () => {
    expect(existsSync(join(folder, '.lock'))).toBe(false);
  });
});

test('a rollback while a night runs is refused with exit 5', async () => {
  await writeFile(
    join(folder, '.lock'),
    JSON.stringify({
      ...{ nonce: crypto.randomUUID(), pid: process.pid, process_started: null },
      started_at: new Date().toISOString(),
    }),
  );
  const before = await readlink(join(folder, 'site'));
  for (const script of ['scripts/rollback.ts', 'scripts/upload.ts']) {
    const { exitCode, stderr } = await run(script);
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(new RegExp(`^NIGHT_ALREADY_RUNNING .*process ${process.pid},`));
  }
  expect(await readlink(join(folder, 'site'))).toBe(before);
}, 60_000);

test('the privacy assessment is written beside the city, and never over one that is there', async () => {
  await configure({ expected_by: '06:00', alerts: {} });
  const first = await run('scripts/privacy-assessment.ts');
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  const file = first.stdout.trim();
  expect(file).toMatch(/privacy-assessment-\d{4}-\d\d-\d\d\.en\.md$/);
  await writeFile(file, 'filled in by the officer');
  expect((await run('scripts/privacy-assessment.ts')).stdout.trim()).toBe(file.replace('.en.md', '.en-2.md'));
  expect(await readFile(file, 'utf8')).toBe('filled in by the officer');
}, 60_000);
