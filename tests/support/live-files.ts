/** The files of the live lane for tests of the page: a storm three hours old, with every state, in the order of the city's streets. */

import { createHash } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { stateLetters, type LiveHead, type LiveStatus, type LiveVehicles } from '../../src/contract/live.ts';
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
  const now = at - (at % 300);
  const letters = segments.map((_, place) => {
    const others = ['drove', 'blocked', 'skipped', 'inspected', 'hidden', 'none'] as const;
    return stateLetters[
      place % 7 === 0 ? (others[(place / 7) % others.length] ?? 'none') : place % 5 === 1 ? 'none' : 'done'
    ];
  });
  const known = segments.filter((_, place) => letters[place] !== '-' && letters[place] !== 'h');
  const minutes = known.map((_, place) => ((place * 35) % (27 * 60)) + 25).map((minute) => minute - (minute % 5));
  const main = segments.map(({ properties }) => (properties.class === 'arterial' ? 'd' : '-'));
  const salted = main.filter((letter) => letter === 'd');
  return {
    at: now,
    since: now - 28 * 3600,
    services: {
      plow: { state: letters.join(''), minutes, confidence: known.map((_, place) => 'AABC'[place % 4]).join('') },
      salt: { state: main.join(''), minutes: salted.map(() => 40), confidence: salted.map(() => 'A').join('') },
    },
  };
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
