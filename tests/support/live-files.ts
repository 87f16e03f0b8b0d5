/** The files of the live lane for tests of the page: a storm three hours old, with every state, in the order of the city's streets. */

import { createHash } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { ageLetter } from '../../src/contract/live-ages.ts';
import type { LiveHead, LiveStatus, LiveVehicles, StatusColumns } from '../../src/contract/live.ts';
import { liveStreets } from '../../src/contract/live-streets.ts';
import { isSegment, type PublishedSegment, type PublishedStreets } from '../../src/contract/streets.ts';

export interface MadeLive {
  /** JSON by its path below `/live/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly head: LiveHead;
}

export interface LiveOptions {
  /** The relay's clock, in milliseconds since 1970. */
  readonly now: number;
  readonly head?: Partial<LiveHead>;
}

const DELAY_SECONDS = 300;

export function makeLiveFiles(streets: PublishedStreets, { now, head: changed = {} }: LiveOptions): MadeLive {
  const segments = streets.features.filter(isSegment);
  const text = JSON.stringify(liveStreets(segments));
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const at = Math.floor(now / 1000);
  const common = {
    seq: at,
    at,
    fix: at - DELAY_SECONDS - 10,
    on: 27,
    of: 31,
    next: 15,
    status: Math.floor(at / 60),
    streets: hash,
  };
  const head: LiveHead = { ...common, mode: 'event', ...changed };
  const files: [string, unknown][] = [
    ['head.json', head],
    ['vehicles.json', vehiclesOn(segments, at)],
    [`status/${head.status}.json`, statusOf(segments, at)],
    [`status/${Math.floor(at / 60)}.salt.json`, saltOf(segments, at)],
  ];
  return {
    head,
    files: new Map([
      [`streets.${hash}.json`, text],
      ...files.map(([path, content]) => [path, JSON.stringify(content)] as const),
    ]),
  };
}

/** Of every seventh block another state, of the rest a pass of more and more hours ago. */
function statusOf(segments: readonly PublishedSegment[], at: number): LiveStatus {
  const letters = segments.map((_, place) => {
    if (place % 7 === 0) return 'vbsih-'[(place / 7) % 6] as string;
    return place % 5 === 1 ? '-' : ('ddef'[place % 4] as string);
  });
  const known = letters.filter((letter) => letter !== '-' && letter !== 'h');
  const minutes = known.map((_, place) => ((place * 35) % (27 * 60)) + 25);
  return { ...columns(at, letters.join(''), minutes), others: { salt: Math.floor(at / 60) } };
}

function saltOf(segments: readonly PublishedSegment[], at: number): StatusColumns {
  const letters = segments.map(({ properties }) => (properties.class === 'arterial' ? 'd' : '-')).join('');
  return columns(at, letters, Array(letters.replaceAll('-', '').length).fill(40));
}

function columns(at: number, state: string, minutes: readonly number[]): StatusColumns {
  const now = at - (at % 300);
  const age = minutes.map((minute) => ageLetter((now - minute * 60) * 1000, now * 1000)).join('');
  return { at: now, since: now - 28 * 3600, state, age };
}

function vehiclesOn(segments: readonly PublishedSegment[], at: number): LiveVehicles {
  const stops = segments.filter((_, place) => place % 140 === 3).map(({ geometry }) => geometry.coordinates[0]);
  const all = stops.filter((stop) => stop !== undefined);
  return {
    at,
    label: all.map((_, place) => String(place + 1)),
    lon: all.map(([lon]) => Number(lon.toFixed(5))),
    lat: all.map(([, lat]) => Number(lat.toFixed(5))),
    heading: all.map((_, place) => (place % 8) * 45),
    kind: all.map(() => 'plow'),
    age: all.map((_, place) => DELAY_SECONDS + (place % 5) * 7),
  };
}

/** Answers for `/live/` of every page of the context; without files there is no relay. */
export function serveLive(context: BrowserContext, live: () => MadeLive | null): Promise<unknown> {
  return context.route(/\/live\/[^?]*\.(json|txt)$/, (route) => {
    const path = new URL(route.request().url()).pathname.replace(/^.*\/live\//, '');
    const body = live()?.files.get(path);
    return body === undefined
      ? route.fulfill({ status: 404, body: 'none' })
      : route.fulfill({ status: 200, contentType: 'application/json', body });
  });
}
