/** A night that is killed with -9 while it publishes changes nothing that the public sees; `npm run soak` kills at twelve moments. */

import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRelease } from '../soak/check-release.ts';
import { killNights, type Kill } from '../soak/kill-nine.ts';
import { makeDataFolder } from './run-night.ts';

let folder: string;
let remove: () => Promise<void>;
let kills: readonly Kill[];
beforeAll(async () => {
  ({ folder, remove } = await makeDataFolder());
  ({ kills } = await killNights(folder, [{ after: 'build', share: 0.5 }]));
}, 600_000);
afterAll(() => remove());

test('killed while it publishes, it leaves the old release whole, and the next night succeeds', () => {
  expect(kills[0]).toMatchObject({ wasKilled: true, seen: 'old', faults: [] });
});

test.each([
  { what: 'a table cut short', path: 'data/v1/latest/requests.csv' },
  { what: 'a page of another night', path: 'en/index.html' },
  { what: 'a page not there', path: 'en/methods/index.html' },
])('the check of a release would see $what', async ({ path }) => {
  const copy = join(folder, 'copy');
  await rm(copy, { recursive: true, force: true });
  for (const name of ['releases', 'site', 'exports']) {
    await cp(join(folder, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  }
  expect(await checkRelease(copy)).toEqual([]);
  const file = join(copy, 'site', path);
  if (path.endsWith('methods/index.html')) await rm(file);
  else {
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      path.endsWith('.csv') ? text.slice(0, -100) : text.replaceAll(/T\d\d:\d\d:\d\d\.\d{3}Z/g, 'T00:00:00.000Z'),
    );
  }
  expect(await checkRelease(copy)).not.toEqual([]);
});
