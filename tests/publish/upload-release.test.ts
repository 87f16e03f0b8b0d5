/** The publish hook: run without a shell, again after a failure, and stopped when it takes too long. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { uploadRelease } from '../../scripts/publish/upload-release.ts';
import { OperatorError } from '../../scripts/support/operator-error.ts';
import { isRunning } from '../../scripts/support/process-identity.ts';
import { publishSmallRelease } from './publish-small-release.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const environment = {
  PATH: process.env['PATH'],
  BUCKET: 'bucket-of-the-city',
  PLAINVIEW_SECRET: 'the key of the public ids of records',
  PLAINVIEW_SECRET_FILE: '/nowhere',
};

/** `script` stands in the city folder as `publish.sh`. */
async function prepare(script: string, words: readonly string[] = [], settings: { attempts?: number } = {}) {
  const dataFolder = await makeTemporaryFolder();
  const cityFolder = join(dataFolder, 'city');
  await mkdir(cityFolder);
  await writeFile(join(cityFolder, 'publish.sh'), `#!/bin/sh\n${script}\n`);
  await chmod(join(cityFolder, 'publish.sh'), 0o755);
  const publish = { command: ['./publish.sh', ...words], attempts: 1, timeout_seconds: 20, ...settings };
  const waits: number[] = [];
  const notes: string[] = [];
  const run = (timeout_seconds = 20) =>
    uploadRelease(
      {
        publish: { ...publish, timeout_seconds },
        cityFolder,
        dataFolder,
        releaseFolder: join(dataFolder, 'releases/R7'),
      },
      { environment, note: (line) => notes.push(line), wait: async (milliseconds) => void waits.push(milliseconds) },
    );
  const failure = async (timeout_seconds?: number) => {
    const error = await run(timeout_seconds).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof OperatorError)) throw error ?? new Error('it did not fail');
    return error;
  };
  const read = (name: string) => readFile(join(cityFolder, name), 'utf8');
  return { dataFolder, cityFolder, run, failure, read, waits, notes };
}

test('gets the release in its environment and its words as they are, and not the key of the ids', async () => {
  const hostile = 'a b; touch harmed $(touch harmed) `touch harmed` "';
  const { dataFolder, cityFolder, run, read } = await prepare('printf "%s\\n" "$@" > words; env > seen', [
    '$PLAINVIEW_SITE/',
    's3://$BUCKET/en',
    hostile,
  ]);
  expect(await run()).toBe(1);
  expect((await read('words')).split('\n')).toEqual([
    `${dataFolder}/releases/R7/`,
    's3://bucket-of-the-city/en',
    hostile,
    '',
  ]);
  expect(existsSync(join(cityFolder, 'harmed'))).toBe(false);
  const seen = await read('seen');
  expect(seen).toContain(`PLAINVIEW_SITE=${dataFolder}/releases/R7\n`);
  expect(seen).toContain('PLAINVIEW_RELEASE=R7\n');
  expect(seen).toContain(`PLAINVIEW_DATA=${dataFolder}\n`);
  expect(seen).not.toContain('PLAINVIEW_SECRET');
});

test('is run again after a failure, each time after twice the pause', async () => {
  const script = 'echo x >> tries; test "$(wc -l < tries)" -ge 3';
  const { run, waits, notes } = await prepare(script, [], { attempts: 4 });
  expect(await run()).toBe(3);
  expect(waits).toEqual([10_000, 20_000]);
  expect(notes[0]).toBe('upload    attempt 1 of 4: exit code 1; again in 10 s');
});

test('after the last attempt the night fails with exit 5, what the command said last, and what the public sees', async () => {
  const { failure, waits } = await prepare('seq 1 9; echo "no room on the host" >&2; exit 12', ['to'], { attempts: 2 });
  const error = await failure();
  expect([error.code, error.exitCode, waits.length]).toEqual(['PUBLISH_HOOK_FAILED', 5, 1]);
  expect(error.faults[0]).toEqual({
    where: 'city.json, publish.command: ./publish.sh to',
    found: 'exit code 12, after 2 attempts',
    expected: 'exit code 0',
  });
  expect(error.faults.length).toBe(6);
  expect(error.faults.at(-1)?.where).toBe('it said: no room on the host');
  expect(error.publicNow).toMatch(/^The site on this machine is the new one/);
});

test('what came from the environment is shown by its name, and no password in an address is shown', async () => {
  const { failure } = await prepare('echo "cannot reach $1"; echo "https://me:hunter2@host/x"; exit 1', ['$BUCKET']);
  const said = JSON.stringify((await failure()).faults);
  expect(said).toContain('cannot reach $BUCKET');
  expect(said).toContain('https://…@host/x');
  expect(said).not.toMatch(/bucket-of|hunter2/);
});

test('one that does not end is stopped, with all that it started', async () => {
  const { failure, read } = await prepare('sleep 60 & echo $! > child; wait');
  const error = await failure(1);
  expect(error.faults[0]?.found).toBe('not done after 1 s, and stopped, after one attempt');
  const child = Number(await read('child'));
  await expect.poll(() => isRunning(child), { timeout: 5_000 }).toBe(false);
});

test('a program that is not there is a failure of the hook, not of ours', async () => {
  const { dataFolder, cityFolder } = await prepare('');
  const upload = {
    publish: { command: ['no-such-program'], attempts: 1, timeout_seconds: 5 },
    ...{ cityFolder, dataFolder, releaseFolder: dataFolder },
  };
  await expect(uploadRelease(upload, { environment })).rejects.toMatchObject({
    code: 'PUBLISH_HOOK_FAILED',
    faults: [{ found: expect.stringContaining('ENOENT') }],
  });
});

test('a command that is stopped by hand takes the hook with it', async () => {
  const { dataFolder, cityFolder, read } = await prepare('sleep 60 & echo $! > child; wait');
  await publishSmallRelease(dataFolder, 'R1');
  await writeFile(join(cityFolder, 'city.json'), JSON.stringify({ publish: { command: ['./publish.sh'] } }));
  const upload = spawn(process.execPath, ['scripts/upload.ts', '--data', dataFolder], { stdio: 'ignore' });
  const ended = once(upload, 'close');
  await expect.poll(() => existsSync(join(cityFolder, 'child')), { timeout: 10_000 }).toBe(true);
  await expect.poll(() => read('child'), { timeout: 5_000 }).toMatch(/\d+\n/);
  upload.kill('SIGTERM');
  expect(await ended).toEqual([null, 'SIGTERM']);
  const child = Number(await read('child'));
  await expect.poll(() => isRunning(child), { timeout: 5_000 }).toBe(false);
});
