/** `npm run check-config` on a city with no fault: a preview of the night, and nothing that stops it. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataFolder, startNight } from './run-night.ts';
import { smallCityRows, writeSmallCity } from './small-city.ts';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
beforeAll(async () => {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
});
afterAll(() => data.remove());

test('an area that is withheld is told apart from one that is missing', async () => {
  const file = join(data.folder, 'city/crm/requests.csv');
  const before = await readFile(file, 'utf8');
  // Of 105 trees three are in a third ward, and of two more nobody knows where.
  let tree = 0;
  const ward = (row: string) => row.replace(/[^,]*$/, ++tree <= 3 ? 'west' : '');
  const rows = before.split('\r\n').map((row) => (row.includes(',Tree,') && tree < 5 ? ward(row) : row));
  await writeFile(file, rows.join('\r\n'));
  const areas = join(data.folder, 'city/areas.geojson');
  const west = '{"type":"Feature","geometry":null,"properties":{"area_id":"west","name_en":"West"}},';
  const known = await readFile(areas, 'utf8');
  await writeFile(areas, known.replace('"features":[', `"features":[${west}`));
  const { output } = await startNight(['--data', data.folder], {}, 'scripts/check-config.ts').ended;
  expect(output).toMatch(/^ {2}tier B .*; area missing: 1\.9 %, withheld: 2\.9 %$/m);
  await writeFile(file, before);
  await writeFile(areas, known);
});

test('it tells what would be published of each tier, and ends well', async () => {
  const { exitCode, output } = await startNight(['--data', data.folder], {}, 'scripts/check-config.ts').ended;
  expect(output).toMatch(new RegExp(`^ +${smallCityRows}  delivered$`, 'm'));
  for (const tier of ['A', 'B', 'C']) expect(output).toMatch(new RegExp(`^  tier ${tier}  1 services?, `, 'm'));
  expect(output).toMatch(/^ {2}tier B .*; area missing: 0\.0 %$/m);
  expect(output).toMatch(/^Nothing stops a night\.$/m);
  expect(exitCode).toBe(0);
});

test('a target in business days without holidays is told, and stops nothing', async () => {
  const targets = join(data.folder, 'city/targets.csv');
  const before = await readFile(targets, 'utf8');
  await writeFile(targets, before.replace(',days,', ',business_days,'));
  const { exitCode, output } = await startNight(['--data', data.folder], {}, 'scripts/check-config.ts').ended;
  await writeFile(targets, before);
  expect(output).toMatch(
    /^1 service has a target in business days, and \S+holidays\.csv lists no day of \d{4} or \d{4}/m,
  );
  expect(output).toMatch(/^Nothing stops a night\.$/m);
  expect(exitCode).toBe(0);
});
