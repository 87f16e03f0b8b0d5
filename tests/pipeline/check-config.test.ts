/** `npm run check-config` on a city with no fault: a preview of the night, and nothing that stops it. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataFolder, startNight } from './run-night.ts';
import { smallCityRows, writeSmallCity } from './small-city.ts';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
beforeAll(async () => {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
});
afterAll(() => data.remove());

test('it tells what would be published of each tier, and ends well', async () => {
  const { exitCode, output } = await startNight(['--data', data.folder], {}, 'scripts/check-config.ts').ended;
  expect(output).toMatch(new RegExp(`^ +${smallCityRows}  delivered$`, 'm'));
  for (const tier of ['A', 'B', 'C']) expect(output).toMatch(new RegExp(`^  tier ${tier}  1 services?, `, 'm'));
  expect(output).toMatch(/^Nothing stops a night\.$/m);
  expect(exitCode).toBe(0);
});
