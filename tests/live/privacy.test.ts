/** The people who drive: a whole storm, looked at after every publish, as anybody on the web could. */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Fix, LiveHead, LiveVehicles, StatusColumns } from '../../src/contract/live.ts';
import { labelOf } from '../../scripts/live/publishing/labels.ts';
import { momentsOf, readStatusFiles } from '../support/status-files.ts';
import { makeTemporaryFolder } from '../publish/temporary-folder.ts';
import { at, event, feedOf, minute, runTown, stormStart, townKey, townStorm, writeTown } from './small-town.ts';

const DELAY_SECONDS = 300;
const METRES_A_DEGREE = 111_300;
const HOURS = 2;

interface Seen {
  readonly now: number;
  readonly head: LiveHead;
  readonly vehicles: LiveVehicles;
  /** All files of the street status. */
  readonly status: readonly StatusColumns[];
}

async function look(data: string, now: number): Promise<Seen> {
  const read = async (name: string) => JSON.parse(await readFile(join(data, 'live', name), 'utf8'));
  const head: LiveHead = await read('head.json');
  return { now, head, vehicles: await read('vehicles.json'), status: await readStatusFiles(data, head) };
}

/** Goes to and fro along Street 3, but for 20 minutes at one house. */
const stop = { from: stormStart + 60 * minute, until: stormStart + 80 * minute };
function visitor(): Fix[] {
  return Array.from({ length: HOURS * 360 }, (_, index) => {
    const time = stormStart + index * 10_000;
    const driven = time < stop.from ? index : time > stop.until ? index - 120 : 360;
    // Ten blocks in 200 s, and back.
    const [lon, lat] = at(Math.abs(((driven / 20) % 2) - 1) * 9, 3);
    return {
      vehicle: 'VISITOR',
      at: time,
      receivedAt: time + 2000,
      lon,
      lat,
      speed: 8,
      work: { blade: true },
      kind: 'plow',
      source: '',
    };
  });
}

function metres([lon, lat]: readonly [number, number], fix: Pick<Fix, 'lon' | 'lat'>): number {
  const east = (lon - fix.lon) * Math.cos((45 * Math.PI) / 180);
  return Math.hypot(east, lat - fix.lat) * METRES_A_DEGREE;
}

const fixes = [...townStorm(HOURS * 3600), ...visitor()].sort((a, b) => a.receivedAt - b.receivedAt);
const byLabel = Map.groupBy(fixes, ({ vehicle }) => labelOf(townKey.toString('base64'), 'town', vehicle));
const visitorLabel = labelOf(townKey.toString('base64'), 'town', 'VISITOR');

async function liveThrough() {
  // Of all tests of this file, so it goes with the last.
  const data = await mkdtemp(join(tmpdir(), 'plainview-'));
  await writeTown(data, { publish_delay_seconds: DELAY_SECONDS });
  const seen: Seen[] = [];
  const until = stormStart + HOURS * 60 * minute;
  await runTown(data, {
    ...{ feeds: [feedOf(fixes)], until },
    onMoment: async (now) => {
      if (now % 15_000 === 0) seen.push(await look(data, now));
    },
  });
  return { data, seen };
}

let lived: ReturnType<typeof liveThrough> | undefined;
const storm = () => (lived ??= liveThrough());
afterAll(async () => lived && rm((await lived).data, { recursive: true }));

test('no position is younger than the delay, whatever a device’s clock says, and none is further than a street from where it was', async () => {
  const { seen } = await storm();
  let positions = 0;
  for (const { now, vehicles } of seen) {
    expect(vehicles.age.every((age) => age >= DELAY_SECONDS)).toBe(true);
    vehicles.label.forEach((label, i) => {
      positions += 1;
      const known = byLabel.get(label)!.filter(({ receivedAt }) => receivedAt <= now - DELAY_SECONDS * 1000);
      const place = [vehicles.lon[i]!, vehicles.lat[i]!] as const;
      expect(Math.min(...known.slice(-40).map((fix) => metres(place, fix)))).toBeLessThan(45);
    });
  }
  expect(positions).toBeGreaterThan(500);
});

test('no street was served later than the delay ago, and none before the event', async () => {
  const { seen } = await storm();
  let served = 0;
  for (const { now, status } of seen) {
    for (const columns of status) {
      const moments = momentsOf(columns);
      served += moments.length;
      for (const moment of moments) {
        expect(moment % (5 * minute)).toBe(0);
        expect(moment).toBeLessThanOrEqual(now - DELAY_SECONDS * 1000);
        expect(moment).toBeGreaterThanOrEqual(stormStart);
      }
    }
  }
  expect(served).toBeGreaterThan(2000);
});

test('a vehicle that stops is not shown from the moment it stops, and is shown again when it goes on', async () => {
  const { seen } = await storm();
  const isShown = (from: number, until: number) =>
    seen
      .filter(({ now }) => now - DELAY_SECONDS * 1000 >= from && now - DELAY_SECONDS * 1000 <= until)
      .map(({ vehicles }) => vehicles.label.includes(visitorLabel));
  expect(isShown(stop.from + 10_000, stop.until - 10_000)).not.toContain(true);
  expect(isShown(stop.from - 20 * minute, stop.from - 2 * minute)).not.toContain(false);
  expect(isShown(stop.until + 2 * minute, stop.until + 20 * minute)).not.toContain(false);
});

test('no vehicle is ever in the yard, nor one that stands there all along', async () => {
  const { seen } = await storm();
  const [west, south] = at(0.3, 0.3);
  const [east, north] = at(0.7, 0.7);
  const parked = new Set([...byLabel].filter(([, of]) => /-9\d$/.test(of[0]!.vehicle)).map(([label]) => label));
  expect(parked.size).toBe(2);
  for (const { vehicles } of seen) {
    expect(vehicles.label.filter((label) => parked.has(label))).toEqual([]);
    expect(
      vehicles.lon.filter((lon, i) => lon > west && lon < east && vehicles.lat[i]! > south && vehicles.lat[i]! < north),
    ).toEqual([]);
  }
});

test('positions have five decimals at most and lie on a street, headings are of eight, and nothing else is told', async () => {
  const { seen } = await storm();
  const columns = ['age', 'at', 'heading', 'kind', 'label', 'lat', 'lon'];
  for (const { vehicles } of seen) {
    expect(Object.keys(vehicles).sort()).toEqual(columns);
    expect(
      [...vehicles.lon, ...vehicles.lat].filter((degrees) => !/^-?\d+(\.\d{1,5})?$/.test(String(degrees))),
    ).toEqual([]);
    expect(vehicles.heading.filter((degrees) => degrees % 45 !== 0)).toEqual([]);
    const offStreet = vehicles.lon.map((lon, i) => {
      const [column, row] = [(lon + 75) / 0.00152, (vehicles.lat[i]! - 45) / 0.00108];
      return Math.min(Math.abs(column - Math.round(column)) * 120, Math.abs(row - Math.round(row)) * 120);
    });
    expect(Math.max(0, ...offStreet)).toBeLessThan(1.5);
  }
});

test('no file names a vehicle as its feed does, nor a speed, and the head stays under 200 bytes', async () => {
  const { data, seen } = await storm();
  const names = [...new Set(fixes.map(({ vehicle }) => vehicle))];
  for (const file of await readdir(join(data, 'live'), { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.name.endsWith('.br')) continue;
    const text = await readFile(join(file.parentPath, file.name), 'utf8');
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(text).not.toMatch(/speed/i);
  }
  expect(Math.max(...seen.map(({ head }) => JSON.stringify(head).length))).toBeLessThanOrEqual(200);
});

test('labels of one event are no labels of the next', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const labels: Set<string>[] = [];
  for (const [index, id] of ['first', 'second'].entries()) {
    const startedAt = stormStart + index * 60 * minute;
    await writeFile(join(data, 'city/live/event.json'), JSON.stringify(event(id, startedAt)));
    const seen = new Set<string>();
    await runTown(data, {
      ...{ feeds: [feedOf(fixes)], from: startedAt, until: startedAt + 40 * minute },
      drawKey: () => Buffer.alloc(32, index),
      onMoment: async (now) => {
        for (const label of (await look(data, now).catch(() => undefined))?.vehicles.label ?? []) seen.add(label);
      },
    });
    labels.push(seen);
  }
  const [first, second] = labels as [Set<string>, Set<string>];
  expect(first.size).toBeGreaterThan(1);
  expect(second.size).toBeGreaterThan(1);
  expect([...first].filter((label) => second.has(label))).toEqual([]);
});

test('a dispatcher hides a vehicle, an area or everything with the next publish, and what cannot be read hides everything', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const hide = (text: string) => writeFile(join(data, 'city/live/hide.json'), text);
  const orders: Readonly<Record<number, string>> = {
    40: '{"vehicles":["VISITOR"]}',
    45: '{"areas":["west"]}',
    50: '{"everything":true}',
    55: '{"everything":',
    60: '{}',
  };
  const seen = new Map<number, Seen>();
  await runTown(data, {
    ...{ feeds: [feedOf(fixes)], until: stormStart + 65 * minute },
    onMoment: async (now) => {
      const minutes = (now - stormStart) / minute;
      // A minute after the order: a street's state has gone out too.
      if (Number.isInteger(minutes) && minutes > 30) seen.set(minutes, await look(data, now));
      const order = orders[minutes];
      if (order !== undefined) await hide(order);
    },
  });
  const letters = (minutes: number) => seen.get(minutes)!.status[0]!.state;
  const labels = (minutes: number) => seen.get(minutes)!.vehicles.label;
  const middle = at(4.5, 0)[0];
  expect(labels(40)).toContain(visitorLabel);
  expect(labels(41)).not.toContain(visitorLabel);
  expect(labels(41).length).toBeGreaterThan(0);
  expect(seen.get(46)!.vehicles.lon.filter((lon) => lon < middle)).toEqual([]);
  expect(letters(46)).toMatch(/h/);
  expect(letters(46)).toMatch(/[defvwx]/);
  for (const minutes of [51, 56]) {
    expect(labels(minutes)).toEqual([]);
    expect(letters(minutes)).toMatch(/^h+$/);
  }
  expect(labels(61).length).toBeGreaterThan(0);
  expect(letters(61)).not.toMatch(/h/);
});
