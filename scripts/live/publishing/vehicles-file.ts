/** `vehicles.json`: where vehicles were a while ago, on the road, moving, and nowhere near where people live or park. */

import type { LiveVehicles } from '../../../src/contract/live.ts';
import type { LiveHide, LiveSettings } from '../../../src/contract/live-settings.ts';
import { findCandidates } from '../matching/candidates.ts';
import type { GradedFix } from '../matching/fix-set.ts';
import type { Network } from '../matching/network.ts';
import { matchingRules } from '../matching/rules.ts';
import type { InYard } from '../matching/yards.ts';
import type { AreaFinder } from '../../support/find-areas.ts';
import { labelOf } from './labels.ts';

/** Stopped for longer, a vehicle is somebody at a counter, at lunch or at home. */
const STOPPED_MS = 180_000;
/** A receiver that stands still strays about so far. Metres. */
const STANDING_METRES = 30;
/** Without news for longer, nobody knows where it is. */
const SILENT_MS = 900_000;
/** The way it heads is told from places this far apart. Metres. */
const HEADING_METRES = 10;

export interface VehicleGround {
  readonly network: Network;
  readonly inYard: InYard;
  readonly areaOf: AreaFinder;
  readonly hiddenPlaces: LiveSettings['hidden_places'];
}

export interface VehicleMoment {
  /** Milliseconds since 1970: now, and the moment that is shown. */
  readonly now: number;
  readonly shown: number;
  readonly key: string;
  readonly hide: LiveHide;
}

interface Shown {
  readonly label: string;
  readonly fix: GradedFix;
  readonly lon: number;
  readonly lat: number;
  readonly heading: number;
}

/** `vehicles`: the fixes of each in the order of their times. */
export function vehiclesFile(
  vehicles: Iterable<readonly GradedFix[]>,
  ground: VehicleGround,
  moment: VehicleMoment,
): LiveVehicles {
  const shown = [...vehicles].flatMap((fixes) => showVehicle(fixes, ground, moment) ?? []);
  // In the order of labels, which are by chance: any other order would tell vehicles apart from one event to the next.
  shown.sort((a, b) => (a.label < b.label ? -1 : 1));
  return {
    at: Math.floor(moment.now / 1000),
    label: shown.map(({ label }) => label),
    lon: shown.map(({ lon }) => lon),
    lat: shown.map(({ lat }) => lat),
    heading: shown.map(({ heading }) => heading),
    kind: shown.map(({ fix }) => fix.fix.kind),
    age: shown.map(({ fix }) => Math.ceil((moment.now - fix.time) / 1000)),
  };
}

export const noVehicles = (now: number): LiveVehicles => ({
  at: Math.floor(now / 1000),
  ...{ label: [], lon: [], lat: [], heading: [], kind: [], age: [] },
});

/** Undefined for one that is not shown, for whatever reason. */
function showVehicle(
  fixes: readonly GradedFix[],
  ground: VehicleGround,
  { now, shown, key, hide }: VehicleMoment,
): Shown | undefined {
  const index = fixes.findLastIndex(({ time }) => time <= shown);
  const fix = fixes[index];
  if (fix === undefined || shown - fix.time > SILENT_MS || hide.everything) return undefined;
  if (hide.vehicles.includes(fix.fix.vehicle) || isStopped(fixes, index, now)) return undefined;
  const road = snap(fix, ground.network);
  if (road === undefined) return undefined;
  const isAnywhereHidden = [fix, road].some((place) => isHidden(place, ground, hide));
  if (isAnywhereHidden) return undefined;
  const { plane } = ground.network;
  return {
    label: labelOf(key, fix.fix.source, fix.fix.vehicle),
    fix,
    lon: toFiveDecimals(plane.lon(road.x)),
    lat: toFiveDecimals(plane.lat(road.y)),
    heading: headingAt(fixes, index),
  };
}

/**
 * Whether it stands there for three minutes, by all that is known now: the delay lets a stop be seen before it is shown.
 * One of which nothing more was heard is taken to stand there still.
 */
function isStopped(fixes: readonly GradedFix[], index: number, now: number): boolean {
  const place = fixes[index] as GradedFix;
  const isHere = (fix: GradedFix | undefined): fix is GradedFix =>
    fix !== undefined && Math.hypot(fix.x - place.x, fix.y - place.y) <= STANDING_METRES;
  let [first, last] = [index, index];
  while (isHere(fixes[first - 1])) first -= 1;
  while (isHere(fixes[last + 1])) last += 1;
  const until = last === fixes.length - 1 ? now : (fixes[last] as GradedFix).time;
  return until - (fixes[first] as GradedFix).time >= STOPPED_MS;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The road it most likely is on; none near enough for a car park or a private drive. */
function snap(fix: GradedFix, network: Network): Place | undefined {
  const profile = fix.fix.kind === 'sidewalk_machine' ? 'walk' : 'road';
  return findCandidates(network, fix, profile, matchingRules)[0];
}

function isHidden({ x, y }: Place, { network, inYard, areaOf, hiddenPlaces }: VehicleGround, hide: LiveHide): boolean {
  const { plane } = network;
  const isNear = ({ longitude, latitude, radius_metres }: LiveSettings['hidden_places'][number]) =>
    Math.hypot(x - plane.x(longitude), y - plane.y(latitude)) <= radius_metres;
  if (inYard(x, y) || hiddenPlaces.some(isNear)) return true;
  return hide.areas.length > 0 && hide.areas.includes(areaOf(plane.lon(x), plane.lat(y)) ?? '');
}

/** Degrees clockwise from north, in steps of 45: from where it came, else as its receiver says. */
function headingAt(fixes: readonly GradedFix[], index: number): number {
  const { x, y, bearing = 0 } = fixes[index] as GradedFix;
  const before = fixes
    .slice(Math.max(0, index - 6), index)
    .findLast((fix) => Math.hypot(fix.x - x, fix.y - y) >= HEADING_METRES);
  const degrees = before === undefined ? bearing : (Math.atan2(x - before.x, y - before.y) * 180) / Math.PI;
  return (Math.round(degrees / 45) * 45 + 360) % 360;
}

function toFiveDecimals(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
