/** The watch of the soak sees what it is there to see: it finds nothing in a storm of the small town, and every fault that is planted. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LiveVehicles } from '../../src/contract/live.ts';
import { labelOf } from '../../scripts/live/publishing/labels.ts';
import { makeTemporaryFolder } from '../publish/temporary-folder.ts';
import { PrivacyWatch } from './check-privacy.ts';
import { at, feedOf, minute, runTown, stormStart, townKey, townStorm, writeTown } from './small-town.ts';

const [west, south] = at(0.3, 0.3);
const [east, north] = at(0.7, 0.7);
const fixes = townStorm(30 * 60);
const labelOfVehicle = (vehicle: string) => labelOf(townKey.toString('base64'), 'town', vehicle);

function watchOf(dataFolder: string): PrivacyWatch {
  return new PrivacyWatch({
    ...{ dataFolder, delaySeconds: 300, byLabel: Map.groupBy(fixes, ({ vehicle }) => labelOfVehicle(vehicle)) },
    names: [...new Set(fixes.map(({ vehicle }) => vehicle))],
    isInYard: (lon, lat) => lon > west && lon < east && lat > south && lat < north,
  });
}

test('nothing in a storm, and each fault that is planted', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const watch = watchOf(data);
  const faults: string[] = [];
  const until = stormStart + 30 * minute;
  await runTown(data, {
    ...{ feeds: [feedOf(fixes)], until },
    onMoment: async (now) => {
      if (now % 15_000 === 0) faults.push(...(await watch.look(now, stormStart)));
    },
  });
  expect(faults).toEqual([]);
  expect(watch.counts.positions).toBeGreaterThan(50);
  expect(watch.counts.times).toBeGreaterThan(500);
  expect(watch.lastingLabels()).toEqual([]);

  const vehicles: LiveVehicles = JSON.parse(await readFile(join(data, 'live/vehicles.json'), 'utf8'));
  const parked = fixes.find(({ vehicle }) => /-9\d$/.test(vehicle))!;
  const planted = {
    ...{ at: until / 1000, label: [labelOfVehicle(parked.vehicle)], lon: [parked.lon + 1e-9], lat: [parked.lat] },
    ...{ heading: [44], kind: ['plow'], age: [299], speed: [8] },
  };
  await writeFile(join(data, 'live/vehicles.json'), JSON.stringify(planted));
  await mkdir(join(data, 'live/passes'), { recursive: true });
  await writeFile(join(data, 'live/passes/storm.csv'), `vehicle\r\n${parked.vehicle}\r\n2027-01-12T08:27Z\r\n`);
  const found = (await watch.look(until, stormStart)).join('\n');
  expect(vehicles.label.length).toBeGreaterThan(0);
  for (const fault of [
    'columns',
    'a heading that is not of eight',
    'younger than the delay',
    'more than five decimals',
    'in a yard',
    'stopped',
    `passes/storm.csv: ${parked.vehicle}`,
    'vehicles.json: a speed',
    'passes/storm.csv: other columns',
    'passes/storm.csv: 2027-01-12T08:27:00.000Z',
  ]) {
    expect(found).toContain(fault);
  }
});

test('a label that comes again in another event', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const watch = watchOf(data);
  await runTown(data, { feeds: [feedOf(fixes)], until: stormStart + 15 * minute });
  for (const event of [1, 2]) await watch.look(stormStart + 15 * minute, event);
  expect(watch.lastingLabels().length).toBeGreaterThan(0);
});
