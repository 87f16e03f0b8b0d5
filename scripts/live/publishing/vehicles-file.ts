/** `vehicles.json`: where vehicles were a while ago, on the road, moving, and nowhere near where people live or park. */

import type { Fix, LiveVehicles } from '../../../src/contract/live.ts';
import type { LiveHide, LiveSettings } from '../../../src/contract/live-settings.ts';
import { vehicleKey } from '../lane-state.ts';
import { findCandidates } from '../matching/candidates.ts';
import type { GradedFix } from '../matching/fix-set.ts';
import type { Network } from '../matching/network.ts';
import { matchingRules } from '../matching/rules.ts';
import type { InYard } from '../matching/yards.ts';
import type { AreaFinder } from '../../support/find-areas.ts';
import { isStopped, type TimedPlace } from './is-stopped.ts';
import { labelOf } from './labels.ts';

/** Without news for longer, nobody knows where it is. */
const SILENT_MS = 900_000;
/** Fixes before the one shown: at one a second, more than three minutes. */
const LOOK_BACK = 200;
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
  /** By `vehicleKey`, what was received since: it tells who has stopped, and is not shown. */
  readonly pending: ReadonlyMap<string, readonly Fix[]>;
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
  { now, shown, key, hide, pending }: VehicleMoment,
): Shown | undefined {
  const index = fixes.findLastIndex(({ time }) => time <= shown);
  const fix = fixes[index];
  if (fix === undefined || shown - fix.time > SILENT_MS || hide.everything) return undefined;
  if (hide.vehicles.includes(fix.fix.vehicle)) return undefined;
  const since = placesSince(fix.fix, pending.get(vehicleKey(fix.fix)) ?? [], ground.network);
  // Around the moment at which it was there: one that drives off again shows no place where it stood.
  if (isStopped([...fixes.slice(Math.max(0, index - LOOK_BACK)), ...since], fix.time, now)) return undefined;
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

/** In the order of the device's own clock, right or wrong: a copy that comes late is of a place it has left. */
function placesSince(last: Fix, pending: readonly Fix[], { plane }: Network): TimedPlace[] {
  const time = ({ at, receivedAt }: Fix) => at ?? receivedAt;
  return pending
    .filter((fix) => time(fix) > time(last))
    .sort((a, b) => time(a) - time(b))
    .map(({ lon, lat, receivedAt }) => ({ x: plane.x(lon), y: plane.y(lat), time: receivedAt }));
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
