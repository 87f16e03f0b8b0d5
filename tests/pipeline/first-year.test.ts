/** The pages of a city without twelve months in a row: the figures of its newest month, said plainly, and no table of dashes. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataFolder, runNight } from './run-night.ts';
import { writeSmallCity } from './small-city.ts';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
beforeAll(async () => {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
});
afterAll(() => data.remove());

const night = async (asOf: string, ...more: string[]) => {
  const { exitCode, output } = await runNight(['--data', data.folder, '--as-of', asOf, '--until', 'build', ...more]);
  expect(exitCode, output).toBe(0);
  return (page: string) => readFileSync(join(data.folder, 'releases/next/site/en', page, 'index.html'), 'utf8');
};

const tables = (html: string) => html.match(/<table[\s\S]*?<\/table>/g) ?? [];
const cells = (table: string) =>
  [...table.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '').trim());

test('with eight whole months no table is empty, and the figures are those of the month that the page names', async () => {
  const read = await night('2024-08-31');
  for (const page of ['areas', 'services', 'areas/north', 'services/pothole']) {
    const html = read(page);
    expect(tables(html).length, page).toBeGreaterThan(0);
    for (const table of tables(html)) expect(cells(table).join(''), page).toMatch(/[^–]/);
  }
  for (const page of ['areas', 'services']) expect(read(page)).toContain('these are the figures of one: August 2024');
  expect(tables(read('areas')).join('')).toMatch(/Areas in August 2024/);
}, 120_000);

test('twelve months of which no delivery holds some are not added up', async () => {
  const file = join(data.folder, 'city', 'crm', 'requests.csv');
  const before = readFileSync(file, 'utf8');
  const kept = before.split('\r\n').filter((row) => !/^C-\d+,2024-(?:0[6-9]|10)/.test(row));
  writeFileSync(file, kept.join('\r\n'));
  const read = await night('2025-02-28', '--accept', 'requests_vanish');
  writeFileSync(file, before);
  expect(read('areas')).toContain('twelve whole months in a row');
  expect(read('areas')).toContain('Areas in February 2025');
}, 120_000);

test('a city that tells no closing has no column for what it cannot tell', async () => {
  const settings = join(data.folder, 'city', 'city.json');
  const before = readFileSync(settings, 'utf8');
  writeFileSync(settings, before.replace('"closed_at":"closed_at",', ''));
  const read = await night('2025-03-01');
  writeFileSync(settings, before);
  for (const page of ['areas', 'services']) {
    const headings = [...read(page).matchAll(/<th scope="col"[^>]*>([\s\S]*?)<\/th>/g)].map(([, text]) => text?.trim());
    expect(new Set(headings), page).toEqual(
      new Set([...(page === 'areas' ? ['Area', 'Per 1,000 residents'] : ['Service', 'Tier']), 'Requests']),
    );
  }
}, 120_000);

test('before the first month is whole there is a sentence, and no table', async () => {
  const read = await night('2024-01-20');
  for (const page of ['areas', 'services']) {
    expect(read(page)).toContain('do not yet hold one whole month');
    expect(tables(read(page)), page).toEqual([]);
  }
}, 120_000);
