/** Each kind of feed against an upstream on loopback, or a folder, that does what real ones did. */

import { readdirSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import bindings from 'gtfs-realtime-bindings';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { arcgisFeed } from '../../scripts/live/feeds/arcgis.ts';
import { FeedFailure, type Feed } from '../../scripts/live/feeds/feed.ts';
import { folderFeed } from '../../scripts/live/feeds/folder.ts';
import { gtfsRealtimeFeed } from '../../scripts/live/feeds/gtfs-realtime.ts';
import { replayFeed } from '../../scripts/live/feeds/replay.ts';
import { HttpClient } from '../../scripts/support/http-client.ts';
import { makeTemporaryFolder } from '../publish/temporary-folder.ts';
import { findRealData } from '../support/real-data.ts';

const now = Date.parse('2027-01-12T12:00:00Z');
const look = (cursor: string | null = null, at = now) => ({
  ...{ now: at, cursor, eventStartedAt: null },
  signal: new AbortController().signal,
});
const client = () => new HttpClient({ wait: async () => {}, random: () => 0 });

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

async function serve(answer: Answer): Promise<string> {
  let count = 0;
  const server = createServer((request, response) => answer(request, response, ++count));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
}

const json = (response: ServerResponse, value: unknown) => response.end(JSON.stringify(value));

const table = {
  id: 'avl',
  fields: { vehicle: 'Unit', at: 'Time', longitude: 'X', latitude: 'Y', speed: 'Speed', blade: 'Plow', kind: 'Type' },
  kinds: { Trottoir: 'sidewalk_machine' },
  speed_unit: 'km/h',
  vehicle_kind: 'plow',
  timeZone: 'America/Toronto',
} as const;

test('a CSV file gives its rows once, in the city’s own time, and no column that is not mapped', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(
    join(folder, 'a.csv'),
    'Unit,Time,X,Y,Speed,Plow,Type,Driver\nP1,2027-01-12 06:59:50,-75.5,45.5,36,ON,TROTTOIR,A. Person\nP2,,-75.5,45.5,,0,,\n,,,,,,,\n',
  );
  const feed = folderFeed(table, folder);
  const { fixes, cursor, notes } = await feed.read(look());
  expect(fixes).toEqual([
    {
      ...{ vehicle: 'P1', at: Date.parse('2027-01-12T11:59:50Z'), receivedAt: now, lon: -75.5, lat: 45.5, speed: 10 },
      ...{ work: { blade: true }, kind: 'sidewalk_machine', source: 'avl' },
    },
    {
      vehicle: 'P2',
      at: null,
      receivedAt: now,
      lon: -75.5,
      lat: 45.5,
      work: { blade: false },
      kind: 'plow',
      source: 'avl',
    },
  ]);
  expect(notes).toEqual(['1 of 3 rows have no vehicle or no place']);
  expect((await feed.read(look(cursor))).fixes).toEqual([]);
});

test('a file half-written is left for the next look, then taken; one that will never be whole is taken as it is', async () => {
  const folder = await makeTemporaryFolder();
  const feed = folderFeed(table, folder);
  await writeFile(join(folder, 'a.csv'), 'Unit,Time,X,Y,Speed,Plow,Type\nP1,1800000000,-75.5,45');
  await writeFile(join(folder, 'b.geojson'), '{"type":"FeatureCollection","features":[{"type":"Fea');
  const first = await feed.read(look());
  expect(first.fixes).toEqual([]);
  await appendFile(join(folder, 'a.csv'), '.5,0,1,\nP2,1800000000,-75.5,45.5,0,1,');
  const point = { type: 'Feature', properties: { Unit: 'G1', X: -75.4, Y: 45.4 }, geometry: null };
  await writeFile(join(folder, 'b.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [point] }));
  const second = await feed.read(look(first.cursor));
  expect(second.fixes.map(({ vehicle }) => vehicle)).toEqual(['G1']);
  const third = await feed.read(look(second.cursor));
  expect(third.fixes.map(({ vehicle, lat, at }) => [vehicle, lat, at])).toEqual([
    ['P1', 45.5, 1_800_000_000_000],
    ['P2', 45.5, 1_800_000_000_000],
  ]);
});

test('a folder that is not there is a failure, an empty one is nobody out', async () => {
  const folder = await makeTemporaryFolder();
  expect((await folderFeed(table, folder).read(look())).fixes).toEqual([]);
  await expect(folderFeed(table, join(folder, 'gone')).read(look())).rejects.toBeInstanceOf(FeedFailure);
});

function gtfs(url: string): Feed {
  const settings = { id: 'gtfs', kind: 'gtfs-realtime', url, headers: {}, vehicle_kind: 'plow' } as const;
  return gtfsRealtimeFeed(settings, { url, headers: { 'X-Key': 'secret' } }, client());
}

function feedMessage(entities: readonly object[]): Buffer {
  const { FeedMessage } = bindings.transit_realtime;
  const header = { gtfsRealtimeVersion: '2.0' };
  return Buffer.from(FeedMessage.encode(FeedMessage.fromObject({ header, entity: entities })).finish());
}

test('GTFS-realtime: positions, with the device’s time where there is one; a gap is no zero', async () => {
  const url = await serve((request, response) => {
    expect(request.headers['x-key']).toBe('secret');
    expect(request.headers['user-agent']).toMatch(/^Plainview\//);
    response.end(
      feedMessage([
        {
          id: '1',
          vehicle: {
            vehicle: { id: 'P1' },
            position: { latitude: 45.5, longitude: -75.5, bearing: 0, speed: 5 },
            timestamp: 1_800_000_000,
          },
        },
        { id: '2', vehicle: { position: { latitude: 45.5, longitude: -75.5 } } },
        { id: '3', isDeleted: true, vehicle: { position: { latitude: 1, longitude: 1 } } },
        { id: '4', vehicle: { vehicle: { id: 'no position' } } },
      ]),
    );
  });
  expect((await gtfs(url).read(look())).fixes).toEqual([
    {
      ...{ vehicle: 'P1', at: 1_800_000_000_000, receivedAt: now, lon: -75.5, lat: 45.5, speed: 5, bearing: 0 },
      ...{ work: {}, kind: 'plow', source: 'gtfs' },
    },
    { vehicle: '2', at: null, receivedAt: now, lon: -75.5, lat: 45.5, work: {}, kind: 'plow', source: 'gtfs' },
  ]);
});

test('an empty list is nobody out; an error, a page of HTML or half an answer is a failure in words', async () => {
  const empty = await serve((_, response) => response.end(feedMessage([])));
  expect((await gtfs(empty).read(look())).fixes).toEqual([]);
  const failures: [string, Answer][] = [
    ['answered 500', (_, response) => response.writeHead(500).end()],
    ['answered 401', (_, response) => response.writeHead(401).end()],
    ['the answer is not GTFS-realtime', (_, response) => response.end('<html>Sign in</html>')],
    [
      'could not be reached, or broke off',
      (_, response) => void response.writeHead(200, { 'Content-Length': 99 }).write('half', () => response.destroy()),
    ],
    [
      'leads to another address, which is not followed',
      (_, response) => response.writeHead(302, { Location: 'http://example.org/' }).end(),
    ],
  ];
  for (const [words, answer] of failures) {
    await expect(gtfs(await serve(answer)).read(look())).rejects.toThrow(words);
  }
  await expect(gtfs('http://127.0.0.1:9/').read(look())).rejects.toThrow('could not be reached');
});

const arcgisFields = { vehicle: 'UNITTYPE', at: 'LASTUPDATE', speed: 'VELOCITY' };
const arcgisSettings = {
  ...table,
  kind: 'arcgis',
  url: '',
  headers: {},
  layers: [] as number[],
  fields: arcgisFields,
} as const;

function feature(id: number, x: number | 'NaN' = -79.5) {
  const attributes = {
    OBJECTID: id,
    UNITTYPE: `U${id}`,
    LASTUPDATE: 1_643_744_157_000,
    VELOCITY: '36',
    Driver: 'A. Person',
  };
  return { attributes, geometry: { x, y: 43.6 } };
}

test('ArcGIS: every page of every layer of points, a speed as text, and only the fields that are mapped', async () => {
  const asked: URL[] = [];
  const url = await serve((request, response) => {
    const address = new URL(request.url ?? '', 'http://here');
    asked.push(address);
    const offset = Number(address.searchParams.get('resultOffset'));
    if (!address.pathname.endsWith('/query')) {
      const group = { id: 0, name: 'All', type: 'Group Layer', subLayerIds: [1, 2] };
      const points = [1, 3].map((id) => ({
        id,
        type: 'Feature Layer',
        geometryType: 'esriGeometryPoint',
        subLayerIds: null,
      }));
      return json(response, {
        layers: [group, ...points, { id: 2, type: 'Feature Layer', geometryType: 'esriGeometryPolyline' }],
      });
    }
    if (address.pathname.includes('/3/')) return json(response, { features: [] });
    const page = [feature(offset), feature(offset + 1, offset === 2 ? 'NaN' : -79.5)];
    return json(response, offset < 4 ? { features: page, exceededTransferLimit: true } : { features: [feature(4)] });
  });
  const feed = arcgisFeed(arcgisSettings, { url: `${url}/FeatureServer/?token=t`, headers: {} }, client());
  const { fixes, notes } = await feed.read(look());
  expect(fixes.map(({ vehicle }) => vehicle)).toEqual(['U0', 'U1', 'U2', 'U4']);
  expect(fixes[0]).toEqual({
    ...{ vehicle: 'U0', at: 1_643_744_157_000, receivedAt: now, lon: -79.5, lat: 43.6, speed: 10 },
    ...{ work: {}, kind: 'plow', source: 'avl' },
  });
  expect(notes).toEqual(['1 of 5 rows have no vehicle or no place']);
  const queries = asked.filter(({ pathname }) => pathname.endsWith('/query'));
  expect(queries.map(({ pathname, searchParams }) => [pathname, searchParams.get('resultOffset')])).toEqual([
    ...['0', '2', '4'].map((offset) => ['/FeatureServer/1/query', offset]),
    ['/FeatureServer/3/query', '0'],
  ]);
  expect(asked.map(({ searchParams }) => searchParams.get('token'))).toEqual(asked.map(() => 't'));
  expect(queries[0]!.searchParams.get('outFields')).toBe('UNITTYPE,LASTUPDATE,VELOCITY');
});

test('ArcGIS: a service that repeats its page, one with an error and status 200, one that is no service', async () => {
  const repeating = await serve((_, response) =>
    json(response, { features: [feature(1)], exceededTransferLimit: true }),
  );
  const feed = (url: string, layers = [0]) => arcgisFeed({ ...arcgisSettings, layers }, { url, headers: {} }, client());
  expect((await feed(repeating).read(look())).fixes).toHaveLength(1);
  const error = await serve((_, response) => json(response, { error: { code: 498, message: 'Invalid token t' } }));
  await expect(feed(error).read(look())).rejects.toThrow('the service answered with error 498');
  const page = await serve((_, response) => response.end('<html>'));
  await expect(feed(page).read(look())).rejects.toThrow('not the JSON');
  const group = await serve((_, response) => json(response, { id: 0, type: 'Group Layer' }));
  expect((await feed(group).read(look())).fixes).toEqual([]);
  await expect(feed(group, []).read(look())).rejects.toThrow('lists no layers');
});

test('a replay gives each look of a log at its own time, and nothing twice', async () => {
  const folder = await makeTemporaryFolder();
  const fix = { vehicle: 'P1', at: now, receivedAt: now, lon: 1, lat: 2, work: {}, kind: 'plow', source: 'then' };
  const line = (at: number) =>
    JSON.stringify({ at, feed: 'then', cursor: null, fixes: [{ ...fix, at }], failure: null });
  await writeFile(join(folder, 'log.jsonl'), [line(now - 1), line(now), line(now + 10_000), '{"at":'].join('\n'));
  const feed = replayFeed('again', join(folder, 'log.jsonl'));
  const first = await feed.read(look());
  expect(first.fixes.map(({ at, source }) => [at, source])).toEqual([[now, 'again']]);
  const second = await feed.read(look(first.cursor, now + 15_000));
  expect(second.fixes.map(({ at }) => at)).toEqual([now + 10_000]);
  await expect(replayFeed('again', join(folder, 'gone')).read(look())).rejects.toThrow('there is no log');
});

test('800 vehicles as Toronto’s service sent them, in pages of 300', async (context) => {
  const data = findRealData('toronto-plowto');
  if (!data.present) return context.skip(data.reason);
  const folder = join(data.folder, 'points');
  const file = join(folder, readdirSync(folder)[0]!);
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as {
    features: { properties: { LASTUPDATE: number | null }; geometry: { coordinates: [number, number] } }[];
  };
  const url = await serve((request, response) => {
    const offset = Number(new URL(request.url ?? '', 'http://here').searchParams.get('resultOffset'));
    const page = features.slice(offset, offset + 300).map(
      ({
        properties,
        geometry: {
          coordinates: [x, y],
        },
      }) => {
        return { attributes: properties, geometry: { x, y } };
      },
    );
    json(response, { features: page, exceededTransferLimit: offset + 300 < features.length });
  });
  const feed = arcgisFeed({ ...arcgisSettings, layers: [28] }, { url, headers: {} }, client());
  const { fixes, notes } = await feed.read(look());
  expect(fixes).toHaveLength(features.length);
  expect(notes).toEqual([]);
  // Some send no time at all, and are stamped on receipt.
  const untimed = features.filter(({ properties }) => properties.LASTUPDATE === null);
  expect(fixes.filter(({ at }) => at === null)).toHaveLength(untimed.length);
  expect(fixes.every(({ speed }) => speed !== undefined && speed >= 0)).toBe(true);
});

test('a poll of Chicago’s tracker, dropped as a file', async (context) => {
  const data = findRealData('chicago-plow');
  if (!data.present) return context.skip(data.reason);
  const recorded = join(data.folder, 'test_data');
  const folder = await makeTemporaryFolder();
  const { locationList } = JSON.parse(
    readFileSync(join(recorded, readdirSync(recorded)[0]!), 'utf8'),
  ).TrackingDataResponse;
  const features = locationList.map((properties: object) => ({ type: 'Feature', properties, geometry: null }));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'poll.json'), JSON.stringify({ type: 'FeatureCollection', features }));
  const fields = {
    vehicle: 'assetName',
    at: 'postingTime',
    longitude: 'longitude',
    latitude: 'latitude',
    bearing: 'directionDegrees',
  };
  const { fixes } = await folderFeed({ ...table, fields }, folder).read(look());
  expect(fixes).toHaveLength(locationList.length);
  expect(fixes[0]).toMatchObject({
    at: Date.parse(locationList[0].postingTime),
    bearing: locationList[0].directionDegrees,
  });
});
