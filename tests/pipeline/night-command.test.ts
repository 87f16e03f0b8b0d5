/** The command of the night: its parts, its refusals and their exit codes. */

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { nightSchema } from '../../src/contract/manifest.ts';
import { makeDataFolder, runNight, startNight } from './run-night.ts';
import { writeSmallCity } from './small-city.ts';

const asOf = '2025-03-01T05:00:00Z';
const secret = { PLAINVIEW_SECRET: 'a secret of forty characters, for a test' };

async function makeSmallCity(options: { demo?: boolean } = {}): Promise<string> {
  const { folder, remove } = await makeDataFolder();
  onTestFinished(remove);
  await writeSmallCity(folder, options);
  return folder;
}

describe('a night in parts', () => {
  let folder: string;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ folder, remove } = await makeDataFolder());
    await writeSmallCity(folder);
  });
  afterAll(() => remove());
  const steps = (output: string) => [...output.matchAll(/^([a-z]+) +.* \d+\.\d s$/gm)].map(([, step]) => step);

  test('stops where it is told to, and publishes nothing', async () => {
    const night = await runNight(['--data', folder, '--as-of', asOf, '--until', 'export']);
    expect(night).toMatchObject({ exitCode: 0 });
    expect(steps(night.output)).toEqual(['pull', 'stage', 'measure', 'check', 'export']);
    expect(existsSync(join(folder, 'site'))).toBe(false);
  });

  test('goes on from what the step before left, and publishes it', async () => {
    const night = await runNight(['--data', folder, '--from', 'build']);
    expect(night).toMatchObject({ exitCode: 0 });
    expect(steps(night.output)).toEqual(['build', 'publish']);
    const said = nightSchema.parse(JSON.parse(readFileSync(join(folder, 'site', 'data', 'v1', 'night.json'), 'utf8')));
    expect(Date.parse(said.as_of)).toBe(Date.parse(asOf));
  }, 120_000);

  test('stages again from what was pulled, at an earlier moment', async () => {
    const earlier = '2024-11-01T04:00:00Z';
    const night = await runNight(['--data', folder, '--as-of', earlier, '--from', 'stage', '--until', 'check']);
    expect(steps(night.output)).toEqual(['stage', 'measure', 'check']);
    expect(night.output).toContain('as of 2024-11-01T04:00:00.000Z');
  });

  test('is refused where nothing was pulled', async () => {
    const unpulled = await makeSmallCity();
    const night = await runNight(['--data', unpulled, '--from', 'stage']);
    expect(night).toMatchObject({ exitCode: 2, output: expect.stringMatching(/^RAW_MISSING /m) });
  });
});

test('--help names every option and exits 0', async () => {
  const night = await runNight(['--help']);
  expect(night.exitCode).toBe(0);
  for (const option of ['--data DIR', '--as-of MOMENT', '--from STEP', '--until STEP', '--help']) {
    expect(night.output).toContain(option);
  }
});

describe('refused with exit 2, and nothing is touched', () => {
  let folder: string;
  let remove: () => Promise<void>;
  let before: string[];
  beforeAll(async () => {
    ({ folder, remove } = await makeDataFolder());
    await writeSmallCity(folder);
    before = await readdir(folder);
  });
  afterAll(() => remove());

  test.each([
    {
      what: 'steps in the wrong order',
      args: ['--from', 'export', '--until', 'stage'],
      says: '--from stage --until export',
    },
    { what: 'a step that is none', args: ['--from', 'mesure'], says: 'nearest: measure' },
    { what: 'an option that is none', args: ['--as-off', asOf], says: 'expected --as-of' },
    { what: 'a moment to come', args: ['--as-of', '2999-01-01T00:00:00Z'], says: 'AS_OF_IN_FUTURE' },
    {
      what: 'a moment without its offset',
      args: ['--as-of', '2025-03-01T05:00:00'],
      says: 'an instant with its offset',
    },
    { what: 'a day that is none', args: ['--as-of', '2025-02-30T05:00:00Z'], says: 'an instant with its offset' },
  ])('$what', async ({ args, says }) => {
    const night = await runNight(['--data', folder, ...args]);
    expect(night.output).toContain(says);
    expect(night.output).toContain('Nothing was published');
    expect(night.exitCode).toBe(2);
    expect(await readdir(folder)).toEqual(before);
  });
});

test('a data folder without a city is refused with exit 2', async () => {
  const { folder, remove } = await makeDataFolder();
  onTestFinished(remove);
  const empty = join(folder, 'empty');
  await mkdir(empty);
  const night = await runNight(['--data', empty]);
  expect(night).toMatchObject({ exitCode: 2, output: expect.stringContaining(join(empty, 'city')) });
  expect(await readdir(empty)).toEqual([]);
});

test('a second night while one runs is refused with exit 5 and the pid of the first, which goes on', async () => {
  const folder = await makeSmallCity();
  const first = startNight(['--data', folder, '--as-of', asOf, '--until', 'export']);
  onTestFinished(() => void first.child.kill('SIGKILL'));
  await expect.poll(() => existsSync(join(folder, '.lock')), { timeout: 30_000 }).toBe(true);
  // It stands still as long as the other is refused, however slow this machine is.
  first.child.kill('SIGSTOP');
  const second = await runNight(['--data', folder, '--as-of', asOf]);
  first.child.kill('SIGCONT');
  expect(second).toMatchObject({
    exitCode: 5,
    output: expect.stringMatching(new RegExp(`^NIGHT_ALREADY_RUNNING .*process ${first.child.pid},`, 'm')),
  });
  const ended = await first.ended;
  expect(ended.exitCode, ended.output).toBe(0);
  expect(existsSync(join(folder, '.lock'))).toBe(false);
}, 180_000);

describe('a city that is no demonstration', () => {
  test('is refused with exit 2 without a secret, before anything is exported or published', async () => {
    const folder = await makeSmallCity({ demo: false });
    const night = await runNight(['--data', folder, '--as-of', asOf], {
      PLAINVIEW_SECRET: '',
      PLAINVIEW_SECRET_FILE: '/dev/null',
    });
    expect(night).toMatchObject({ exitCode: 2, output: expect.stringMatching(/^SECRET_MISSING /m) });
    expect(existsSync(join(folder, 'site'))).toBe(false);
    expect(await readdir(join(folder, 'releases', 'next'))).toEqual([]);
  });

  test('is refused with the secret of the demonstration, which is in the open', async () => {
    const folder = await makeSmallCity({ demo: false });
    const night = await runNight(['--data', folder, '--as-of', asOf], { PLAINVIEW_SECRET: 'plainview-demonstration' });
    expect(night).toMatchObject({ exitCode: 2, output: expect.stringMatching(/^SECRET_MISSING /m) });
    expect(night.output).not.toContain('plainview-demonstration');
  });

  test('has public ids made with its own secret, the same each night, which no file and no line holds', async () => {
    const folder = await makeSmallCity({ demo: false });
    const ids = async (environment: Record<string, string>, from: string) => {
      const args = ['--data', folder, '--as-of', asOf, '--from', from, '--until', 'export'];
      const night = await runNight(args, environment);
      expect(night.exitCode, night.output).toBe(0);
      expect(night.output).not.toContain(environment['PLAINVIEW_SECRET']);
      const csv = readFileSync(join(folder, 'releases', 'next', 'exports', 'requests.csv'), 'utf8');
      return csv
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.slice(0, 16))
        .sort();
    };
    const first = await ids(secret, 'pull');
    expect(first.length).toBeGreaterThan(200);
    for (const id of first) expect(id).toMatch(/^[a-z2-7]{16}$/);
    expect(await ids(secret, 'stage')).toEqual(first);
    await rm(join(folder, 'warehouse'), { recursive: true });
    const others = await ids({ PLAINVIEW_SECRET: 'another secret of forty characters, also' }, 'stage');
    expect(others.filter((id) => first.includes(id))).toEqual([]);
  }, 120_000);
});

test.each(['measure', 'export', 'build', 'publish'])(
  'a night from the step %s, where none before it left anything, says which step to start from',
  async (step) => {
    const folder = await makeSmallCity();
    const night = await runNight(['--data', folder, '--from', step]);
    expect(night).toMatchObject({ exitCode: 2, output: expect.stringMatching(/^STEP_UNFINISHED /m) });
    expect(night.output).toMatch(/do {7}npm run nightly -- --data \S+ --from stage$/m);
  },
);
