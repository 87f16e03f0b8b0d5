/** A town of a few streets with its live folder, and a storm in it that takes seconds to live through. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fix } from '../../src/contract/live.ts';
import type { PlaceCollection, Segment, StreetCollection } from '../../src/contract/streets.ts';
import { indexStreets, type StreetFiles } from '../../scripts/live/city/read-streets.ts';
import { fastClock, type LaneClock } from '../../scripts/live/clock.ts';
import { makeStorm } from '../../scripts/live/demo-storm/make-storm.ts';
import type { Feed } from '../../scripts/live/feeds/feed.ts';
import { runLane } from '../../scripts/live/lane.ts';
import { openLane } from '../../scripts/live/open-lane.ts';
import { writeSmallCity } from '../pipeline/small-city.ts';

/** Nodes a side, and degrees between them: about 120 m. */
const SIDE = 10;
const [WEST, SOUTH] = [-75, 45];
const [LON_STEP, LAT_STEP] = [0.00152, 0.00108];

export const stormStart = Date.parse('2027-01-12T08:00:00Z');
export const minute = 60_000;

export function at(column: number, row: number): [number, number] {
  return [Number((WEST + column * LON_STEP).toFixed(6)), Number((SOUTH + row * LAT_STEP).toFixed(6))];
}

/** Streets from west to east and avenues from south to north, a segment between each two crossings. */
export function townStreets(): StreetCollection {
  const features: Segment[] = [];
  for (let line = 0; line < SIDE; line++) {
    for (let step = 0; step + 1 < SIDE; step++) {
      features.push(segment(`street-${line}`, `Street ${line}`, [step, line], [step + 1, line]));
      features.push(segment(`avenue-${line}`, `Avenue ${line}`, [line, step], [line, step + 1]));
    }
  }
  return { type: 'FeatureCollection', features };
}

function segment(street_id: string, name: string, from: [number, number], to: [number, number]): Segment {
  const [from_node, to_node] = [from, to].map(([column, row]) => `node-${column}-${row}`) as [string, string];
  return {
    type: 'Feature',
    properties: {
      ...{ segment_id: `${street_id}-${from.join('-')}`, street_id, name, class: 'local', travel: 'both' },
      ...{ left_from: 1, left_to: 9, right_from: 2, right_to: 10, from_node, to_node },
    },
    geometry: { type: 'LineString', coordinates: [at(...from), at(...to)] },
  };
}

/** In the middle of a block, so that no street runs through it. */
export const yard: PlaceCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { kind: 'yard', name: 'Works yard' },
      geometry: {
        type: 'Polygon',
        coordinates: [[at(0.3, 0.3), at(0.7, 0.3), at(0.7, 0.7), at(0.3, 0.7), at(0.3, 0.3)]],
      },
    },
  ],
};

export const town = (): StreetFiles => indexStreets(townStreets(), yard);

/** Two plows at work, two that stand in the yard, received as a real feed would send it. */
export function townStorm(seconds: number, startsAt = stormStart): readonly Fix[] {
  return makeStorm({
    ...{ streets: townStreets(), places: yard, seed: 3, startsAt, seconds, cadenceSeconds: 10 },
    fleet: { plow: 2, loader: 0, sidewalk_machine: 0, parked: 2 },
  }).fixes;
}

export interface TownSettings {
  readonly [key: string]: unknown;
}

/** Writes `city/` with its live folder below the data folder. West and east are its areas. */
export async function writeTown(
  dataFolder: string,
  settings: TownSettings = {},
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  await writeSmallCity(dataFolder);
  const city = join(dataFolder, 'city');
  await mkdir(join(city, 'live'), { recursive: true });
  const all: Record<string, string> = {
    'areas.geojson': JSON.stringify({
      type: 'FeatureCollection',
      features: [area('west', -1, 4.5), area('east', 4.5, 11)],
    }),
    'streets.geojson': JSON.stringify(townStreets()),
    'places.geojson': JSON.stringify(yard),
    'live/settings.json': JSON.stringify({
      ...{ feeds: [], expected: { plow: 8 }, season: { from: '11-01', until: '04-30' }, ...settings },
    }),
    'live/event.json': JSON.stringify(event('storm', stormStart)),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) await writeFile(join(city, name), text);
}

export function event(id: string, startedAt: number, endedAt: number | null = null) {
  const iso = (moment: number) => new Date(moment).toISOString();
  return {
    id,
    name: { en: `The ${id}` },
    started_at: iso(startedAt),
    ended_at: endedAt === null ? null : iso(endedAt),
  };
}

function area(id: string, west: number, east: number) {
  const ring = [at(west, -1), at(east, -1), at(east, 11), at(west, 11), at(west, -1)];
  const properties = { area_id: id, name_en: `The ${id}` };
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** A feed of what is given, each fix when it was received. */
export function feedOf(fixes: readonly Fix[], id = 'town'): Feed {
  return {
    id,
    read: async ({ now, cursor }) => {
      const first = Number(cursor ?? 0);
      let next = first;
      while (next < fixes.length && fixes[next]!.receivedAt <= now) next += 1;
      return { fixes: fixes.slice(first, next).map((fix) => ({ ...fix, source: id })), cursor: String(next) };
    },
  };
}

export const townKey = Buffer.alloc(32, 7);

export interface TownRun {
  readonly feeds: readonly Feed[];
  readonly from?: number;
  readonly until: number;
  /** After each moment, before the next. */
  readonly onMoment?: (moment: number) => void | Promise<void>;
  readonly drawKey?: () => Buffer;
  readonly say?: (line: string) => void;
}

/** Runs the lane of a data folder as fast as it goes. */
export async function runTown(
  dataFolder: string,
  { feeds, from = stormStart, until, onMoment, drawKey = () => townKey, say = () => {} }: TownRun,
): Promise<void> {
  const lane = await openLane(dataFolder);
  const clock = watched(fastClock(from), onMoment);
  const fixesFolder = join(dataFolder, 'fixes');
  const signal = new AbortController().signal;
  await runLane({ ...lane, feeds, fixesFolder, clock, until, signal, say }, { drawKey });
}

/** Calls after each moment, before the next. */
export function watched(clock: LaneClock, onMoment: TownRun['onMoment']): LaneClock {
  if (onMoment === undefined) return clock;
  let isFirst = true;
  return {
    ...clock,
    waitUntil: async (moment, signal) => {
      if (!isFirst) await onMoment(clock.now());
      isFirst = false;
      await clock.waitUntil(moment, signal);
    },
  };
}
