/** What a feed makes of a shift: positions with errors, at intervals, some twice, some late, some not at all. */

import type { Fix, VehicleKind, Work } from '../../../src/contract/live.ts';
import { drawNormal, type Random } from '../../support/random.ts';
import type { LocalPlane } from '../matching/local-plane.ts';
import type { Instant } from './drive-route.ts';

export interface DeviceSpec {
  readonly vehicle: string;
  readonly kind: VehicleKind;
  readonly plane: LocalPlane;
  /** Of the first instant, in milliseconds since 1970. */
  readonly startsAt: number;
  readonly cadenceSeconds: number;
  /** Milliseconds that the device's clock is ahead. */
  readonly clockAhead: number;
  /** What its sensors say when its tools are at work in a street of this class, or raised. */
  readonly work: (instant: Instant) => Work;
  readonly random: Random;
}

/** Metres, one standard deviation east and north, and how long an error lasts: seconds to lose two thirds of it. */
const noiseMetres = 6;
const noiseSeconds = 20;
const courseNoise = 8;
/** Of fixes: a sensor that says the opposite, a copy, one that comes minutes later. */
const wrongSensorShare = 0.03;
const copyShare = 0.02;
const lateShare = 0.02;
/** Silences an hour; of these, some are made good in one go afterwards. */
const silencesAnHour = 1.5;
const madeGoodShare = 0.5;

export function receiveFixes(instants: readonly Instant[], spec: DeviceSpec): Fix[] {
  const { random, cadenceSeconds } = spec;
  const keep = Math.exp(-cadenceSeconds / noiseSeconds);
  const stir = noiseMetres * Math.sqrt(1 - keep * keep);
  let [east, north] = [noiseMetres * drawNormal(random), noiseMetres * drawNormal(random)];
  let silence = { until: -1, isMadeGood: false };
  const fixes: Fix[] = [];
  for (let second = Math.floor(random() * cadenceSeconds); second < instants.length; second += cadenceSeconds) {
    [east, north] = [east * keep + stir * drawNormal(random), north * keep + stir * drawNormal(random)];
    if (second > silence.until && random() < (silencesAnHour * cadenceSeconds) / 3600)
      silence = fallSilent(second, random);
    const fix = report(instants[second] as Instant, second, [east, north], spec);
    if (second > silence.until) fixes.push(fix);
    else if (silence.isMadeGood) fixes.push({ ...fix, receivedAt: spec.startsAt + (silence.until + 5) * 1000 });
    if (random() < copyShare) fixes.push({ ...fix, receivedAt: fix.receivedAt + Math.floor(random() * 240_000) });
  }
  return fixes;
}

function fallSilent(second: number, random: Random) {
  return { until: second + 30 + Math.floor(random() * 200), isMadeGood: random() < madeGoodShare };
}

function report(instant: Instant, second: number, [east, north]: readonly [number, number], spec: DeviceSpec): Fix {
  const { random, plane, startsAt } = spec;
  const sentAt = startsAt + second * 1000;
  const delay = random() < lateShare ? 60_000 + random() * 600_000 : 1500 + random() * 12_000;
  const isStanding = instant.speed === 0;
  return {
    vehicle: spec.vehicle,
    at: sentAt + spec.clockAhead,
    receivedAt: sentAt + Math.round(delay),
    lon: round(plane.lon(instant.x + east), 1e6),
    lat: round(plane.lat(instant.y + north), 1e6),
    speed: Math.max(
      0,
      round(isStanding ? Math.abs(0.2 * drawNormal(random)) : instant.speed + 0.4 * drawNormal(random), 10),
    ),
    bearing: Math.round(
      ((isStanding ? 360 * random() : instant.course + courseNoise * drawNormal(random)) + 360) % 360,
    ),
    work: muddle(spec.work(instant), random),
    kind: spec.kind,
    source: 'demo-storm',
  };
}

function muddle(work: Work, random: Random): Work {
  return Object.fromEntries(
    Object.entries(work).map(([tool, isOn]) => [tool, random() < wrongSensorShare ? !isOn : isOn]),
  );
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
