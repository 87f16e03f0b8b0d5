/** The counts of quality, night after night: published nights are kept and published again, and no others. */

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataFolder, runNight } from './run-night.ts';
import { writeSmallCity } from './small-city.ts';

const header = 'night_on,reason,request_count\r\n';
const own = ['2025-01-31,published_tier_a,184\r\n', '2025-01-31,published_tier_b,91\r\n'].join('');
const before = '2025-01-29,published_tier_a,180\r\n';
const asOf = ['--as-of', '2025-02-01T05:00:00Z'];
let data: Awaited<ReturnType<typeof makeDataFolder>>;

const at = (...names: string[]) => join(data.folder, ...names);
const night = (...args: string[]) => runNight(['--data', data.folder, ...args]);
const kept = () => readdir(at('vintages', 'quality'));
const unpublished = () => readFileSync(at('releases', 'next', 'exports', 'quality.csv'), 'utf8');

beforeAll(async () => {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
  await mkdir(at('vintages', 'quality'), { recursive: true });
  // Of a night of older software, with a reason that is published no more; and of a night to come.
  const old = `${header}2025-01-29,after_as_of,8\r\n${before}`;
  await writeFile(at('vintages', 'quality', '2025-01-29.csv'), old);
  await writeFile(at('vintages', 'quality', '2025-02-28.csv'), `${header}2025-02-28,published_tier_a,196\r\n`);
});
afterAll(() => data.remove());

test('a night knows the nights before it, and leaves nothing where it is not published', async () => {
  const { exitCode, output } = await night(...asOf, '--until', 'export');
  expect(exitCode, output).toBe(0);
  expect(unpublished()).toBe(`${header}${before}${own}`);
  expect(await kept()).toEqual(['2025-01-29.csv', '2025-02-28.csv']);
});

test('a published night is kept as it was published, without the warehouse too', async () => {
  await rm(at('warehouse'), { recursive: true });
  const { exitCode, output } = await night(...asOf);
  expect(exitCode, output).toBe(0);
  expect(output).toMatch(/^ {2}after_as_of +54$/m);
  expect(await kept()).toEqual(['2025-01-29.csv', '2025-01-31.csv', '2025-02-28.csv']);
  expect(readFileSync(at('vintages', 'quality', '2025-01-31.csv'), 'utf8')).toBe(`${header}${own}`);
  expect(readFileSync(at('exports', 'quality.csv'), 'utf8')).toBe(`${header}${before}${own}`);
}, 60_000);

test('the same night again takes its own place, and a day later it stands before', async () => {
  expect(await night(...asOf, '--until', 'export')).toMatchObject({ exitCode: 0 });
  expect(unpublished()).toBe(`${header}${before}${own}`);
  expect(await night('--as-of', '2025-02-02T05:00:00Z', '--until', 'export')).toMatchObject({ exitCode: 0 });
  expect(unpublished().startsWith(`${header}${before}${own}2025-02-01,published_tier_a,`)).toBe(true);
}, 60_000);

test('a kept night that is damaged stops the next with exit 5, and the file is named', async () => {
  const file = at('vintages', 'quality', '2025-01-29.csv');
  await writeFile(file, `${header}2025-01-29,published_ti`);
  const { exitCode, output } = await night('--from', 'stage');
  expect(exitCode).toBe(5);
  expect(output).toMatch(/^VINTAGE_UNREADABLE /m);
  expect(output).toContain(`  where    ${file}\n`);
  expect(output).toContain(`mv ${file} ${file}.old && npm run nightly -- --data ${data.folder} --from stage`);
  expect(existsSync(at('site', 'index.html'))).toBe(true);
});
