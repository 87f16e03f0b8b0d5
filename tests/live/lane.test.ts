/** The relay as a whole, in a small town: feeds that fail, supervisors alone, events that come and go, what lies on the disk. */

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { LiveHead, LiveStatus, LiveStreets } from '../../src/contract/live.ts';
import { FeedFailure, type Feed } from '../../scripts/live/feeds/feed.ts';
import { openLog, readLog } from '../../scripts/live/log/fix-log.ts';
import { momentsOf } from '../support/status-files.ts';
import { makeTemporaryFolder } from '../publish/temporary-folder.ts';
import { event, feedOf, minute, runTown, stormStart, townStorm, townStreets, writeTown } from './small-town.ts';

const storm = townStorm(30 * 60);
const read = (data: string, name: string) => readFileSync(join(data, 'live', name), 'utf8');
const headOf = (data: string): LiveHead => JSON.parse(read(data, 'head.json'));
const statusOf = (data: string): LiveStatus => JSON.parse(read(data, `status/${headOf(data).status}.json`));

test('a feed that fails, and one with a fault of ours, are told in words once, and stop no other', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const said: string[] = [];
  let looks = 0;
  const failing: Feed = {
    id: 'failing',
    read: async () => {
      if (++looks > 30) return { fixes: [], cursor: null };
      throw new FeedFailure('https://avl.example.ca answered 503');
    },
  };
  const broken: Feed = { id: 'broken', read: async () => (undefined as never as { x: { y: never } }).x.y };
  await runTown(data, {
    ...{ feeds: [failing, broken, feedOf(storm)], until: stormStart + 20 * minute },
    say: (line) => said.push(line),
  });
  expect(said.filter((line) => line.startsWith('failing'))).toEqual([
    'failing   FAILS: https://avl.example.ca answered 503',
    'failing   is well again',
  ]);
  expect(said.filter((line) => line.startsWith('broken'))).toEqual([expect.stringContaining('FAILS: BUG TypeError')]);
  expect(statusOf(data).age.length).toBeGreaterThan(10);
});

test('an empty list means that nobody is out; the rest of the files still say so', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data, {}, { 'live/event.json': JSON.stringify(event('later', stormStart + 60 * minute)) });
  await runTown(data, { feeds: [feedOf([])], until: stormStart + 5 * minute });
  expect(headOf(data)).toMatchObject({ mode: 'standby', on: 0, of: 8, fix: null, next: 60 });
  expect(JSON.parse(read(data, 'vehicles.json')).label).toEqual([]);
  expect(statusOf(data)).toMatchObject({ since: null, state: '', others: {} });
});

test('out of season a page asks less often', async () => {
  const data = await makeTemporaryFolder();
  const july = Date.parse('2027-07-01T12:00:00Z');
  await writeTown(data, {}, { 'live/event.json': JSON.stringify(event('old', stormStart, stormStart + minute)) });
  await runTown(data, { feeds: [], from: july, until: july + minute });
  expect(headOf(data)).toMatchObject({ mode: 'off_season', next: 300 });
});

test('a supervisor’s list works without any vehicle, after the delay, and in plain text too', async () => {
  const data = await makeTemporaryFolder();
  const list =
    'place,service,state,at,role\nStreet 3,plow,done,2027-01-12 03:20,supervisor\nAvenue 4,plow,blocked,2027-01-12 03:30,supervisor\n';
  await writeTown(data, {}, { 'live/overrides.csv': list });
  const counts = new Map<number, number>();
  await runTown(data, {
    ...{ feeds: [], until: stormStart + 40 * minute },
    onMoment: (now) => {
      if (now % minute === 0) counts.set((now - stormStart) / minute, statusOf(data).age.length);
    },
  });
  expect([counts.get(24), counts.get(25), counts.get(35)]).toEqual([0, 9, 18]);
  const text = read(data, 'areas/west.en.txt');
  expect(text).toContain('Street status: The west');
  expect(text).toContain('Street 3\n  Plow: done 03:20\n');
  expect(text).toContain('Avenue 4\n  Plow: blocked 03:30\n');
  expect(text).toContain('Street 2\n  Plow: not since the storm began\n');
  expect(text).toContain('everything is shown 5 minutes late');
});

test('a new event begins with nothing, and the one before leaves its passes', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const second = stormStart + 20 * minute;
  await runTown(data, {
    ...{ feeds: [feedOf(storm)], until: second + 10 * minute },
    onMoment: (now) => {
      if (now !== second) return;
      expect(statusOf(data).age.length).toBeGreaterThan(10);
      writeFileSync(join(data, 'city/live/event.json'), JSON.stringify(event('second', second)));
    },
  });
  const status = statusOf(data);
  expect(status.since).toBe(second / 1000);
  expect(Math.min(...momentsOf(status))).toBeGreaterThanOrEqual(second);
  expect(readdirSync(join(data, 'live/passes')).filter((name) => name.endsWith('.csv'))).toEqual([
    'second.csv',
    'storm.csv',
  ]);
});

test('status files are kept for an hour, and each is written once', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const texts = new Map<string, string>();
  await runTown(data, {
    ...{ feeds: [feedOf(townStorm(90 * 60))], until: stormStart + 90 * minute },
    onMoment: () => {
      const head = headOf(data);
      const [name, text] = [`status/${head.status}.json`, read(data, `status/${head.status}.json`)];
      expect(texts.get(name) ?? text).toBe(text);
      texts.set(name, text);
    },
  });
  const numbers = readdirSync(join(data, 'live/status'))
    .filter((name) => /^\d+\.json$/.test(name))
    .map((name) => Number.parseInt(name, 10));
  expect(texts.size).toBeGreaterThan(numbers.length);
  const oldest = (stormStart + 30 * minute) / minute;
  expect(numbers.filter((number) => number < oldest)).toEqual([]);
  expect(numbers).toContain(headOf(data).status);
});

test('each packed copy is of the file beside it, and the streets are the city’s own', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  await runTown(data, { feeds: [feedOf(storm)], until: stormStart + 20 * minute });
  const packed = readdirSync(join(data, 'live'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.br'));
  expect(packed.length).toBeGreaterThan(10);
  for (const name of packed) {
    expect(String(brotliDecompressSync(readFileSync(join(data, 'live', name))))).toBe(read(data, name.slice(0, -3)));
  }
  const { segment, street, streets, origin, points }: LiveStreets = JSON.parse(
    read(data, `streets.${headOf(data).streets}.json`),
  );
  const expected = townStreets().features.map(
    ({ properties, geometry }) => [properties, geometry.coordinates] as const,
  );
  points.forEach((steps, i) => {
    let [x, y] = origin.map((degrees) => Math.round(degrees * 1e5)) as [number, number];
    const line = Array.from({ length: steps.length / 2 }, (_, j) => {
      [x, y] = [x + steps[2 * j]!, y + steps[2 * j + 1]!];
      return [x / 1e5, y / 1e5];
    });
    const [properties, coordinates] = expected[i]!;
    expect(properties).toMatchObject({ segment_id: segment[i], street_id: streets[street[i]!]!.id });
    const places = coordinates.flat();
    expect(line.flat().map((degrees, j) => Math.abs(degrees - places[j]!) < 6e-6)).not.toContain(false);
  });
});

test('nothing of an unfinished write is left, and nothing is rewritten that says the same but the head', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const times = new Map<string, number>();
  await runTown(data, {
    ...{ feeds: [feedOf(storm)], until: stormStart + 59 * minute },
    onMoment: (now) => {
      // The storm's vehicles are silent by then, and no street's state can change any more.
      if (now < stormStart + 51 * minute) return;
      for (const name of readdirSync(join(data, 'live'), { recursive: true }).map(String)) {
        if (/(^|\/)(head\.json|areas\/.*)$/.test(name) || statSync(join(data, 'live', name)).isDirectory()) continue;
        const { mtimeMs } = statSync(join(data, 'live', name));
        expect([name, times.get(name) ?? mtimeMs]).toEqual([name, mtimeMs]);
        times.set(name, mtimeMs);
      }
    },
  });
  expect(times.size).toBeGreaterThan(5);
  expect([...times.keys()].filter((name) => name.includes('draft'))).toEqual([]);
});

test('the log is for its owner alone, packed by the hour, and gone after the city’s days', async () => {
  const folder = join(await makeTemporaryFolder(), 'log');
  const log = await openLog(folder, 1);
  const line = (at: number) => ({ at, feed: 'a', cursor: null, fixes: [], failure: null });
  for (const hours of [0, 0.5, 1, 2]) log.append(line(stormStart + hours * 60 * minute));
  await log.tidy(stormStart + 120 * minute);
  expect(readdirSync(folder)).toEqual(['2027-01-12T08.jsonl.gz', '2027-01-12T09.jsonl.gz', '2027-01-12T10.jsonl']);
  expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(await Array.fromAsync(readLog(folder, '2027-01-12T08'))).toHaveLength(4);
  await log.tidy(stormStart + 26 * 60 * minute);
  expect(readdirSync(folder)).toEqual(['2027-01-12T10.jsonl']);
  log.close();
});

test('half a line at the end of the log is cut off, and the next one is whole', async () => {
  const folder = join(await makeTemporaryFolder(), 'log');
  const line = { at: stormStart, feed: 'a', cursor: null, fixes: [], failure: null };
  const first = await openLog(folder, 1);
  first.append(line);
  first.close();
  await appendFile(join(folder, '2027-01-12T08.jsonl'), '{"at":180');
  const second = await openLog(folder, 1);
  second.append({ ...line, at: stormStart + minute });
  second.close();
  expect((await Array.fromAsync(readLog(folder, ''))).map(({ at }) => at)).toEqual([stormStart, stormStart + minute]);
  expect(existsSync(join(folder, '2027-01-12T08.jsonl'))).toBe(true);
});
