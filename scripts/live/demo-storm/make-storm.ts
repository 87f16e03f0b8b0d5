/** A storm that is made up, with what truly happened: the same seed gives the same storm on every machine. */

import type { Fix, LiveService, VehicleKind, Work } from '../../../src/contract/live.ts';
import type { PlaceCollection, StreetClass, StreetCollection } from '../../../src/contract/streets.ts';
import { seededRandom } from '../../support/random.ts';
import { findCandidates } from '../matching/candidates.ts';
import { buildNetwork, isBackwardEdge, type Network, segmentOf } from '../matching/network.ts';
import { matchingRules } from '../matching/rules.ts';
import { driveRoute, type Instant, type ServedEdge } from './drive-route.ts';
import { dealStreets, planRoute } from './plan-routes.ts';
import { receiveFixes } from './receive-fixes.ts';

export interface StormSpec {
  readonly streets: StreetCollection;
  readonly places: PlaceCollection;
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly seconds: number;
  readonly cadenceSeconds: number;
  readonly fleet?: Fleet;
}

export interface Fleet {
  readonly plow: number;
  readonly loader: number;
  readonly sidewalk_machine: number;
  /** Plows that stand in the yard all along. */
  readonly parked: number;
}

/** That a segment was truly served, in one direction of travel, and each moment when it was left so: milliseconds since 1970. */
export interface Served {
  readonly segmentId: string;
  readonly direction: 'forward' | 'backward';
  readonly service: LiveService;
  readonly times: readonly number[];
}

export interface Storm {
  /** In the order in which they were received. */
  readonly fixes: readonly Fix[];
  readonly truth: readonly Served[];
}

const demoFleet: Fleet = { plow: 18, loader: 7, sidewalk_machine: 9, parked: 4 };

/** How each kind works. Speeds in metres a second, distances to the right of the line on the map in metres. */
interface Trade {
  readonly profile: 'road' | 'walk';
  readonly classes: readonly StreetClass[];
  readonly service: LiveService;
  readonly speeds: Readonly<Record<StreetClass, number>>;
  readonly aside: Readonly<Record<StreetClass, number>>;
  readonly work: (instant: Instant) => Work;
}

const everywhere = (value: number) => ({
  highway: value,
  arterial: value,
  collector: value,
  local: value,
  laneway: value,
  path: value,
});

const trades: Readonly<Record<Exclude<VehicleKind, 'other'>, Trade>> = {
  plow: {
    profile: 'road',
    classes: ['highway', 'arterial', 'collector', 'local', 'laneway'],
    service: 'plow',
    speeds: { highway: 13, arterial: 10, collector: 9, local: 7, laneway: 5, path: 3 },
    aside: { highway: 4, arterial: 4, collector: 3, local: 2, laneway: 0, path: 0 },
    work: ({ isWorking, class: kind }) => ({
      blade: isWorking,
      spreader: isWorking && kind !== 'local' && kind !== 'laneway',
    }),
  },
  loader: {
    profile: 'road',
    classes: ['arterial', 'collector'],
    service: 'snow_removal',
    speeds: everywhere(2),
    aside: everywhere(3),
    work: ({ isWorking }) => ({ loader: isWorking }),
  },
  sidewalk_machine: {
    profile: 'walk',
    classes: ['arterial', 'collector', 'local', 'path'],
    service: 'sidewalk',
    speeds: everywhere(2.2),
    aside: { ...everywhere(8), path: 0 },
    work: ({ isWorking }) => ({ blade: isWorking }),
  },
};

export function makeStorm(spec: StormSpec): Storm {
  const network = buildNetwork(spec.streets);
  const fleet = spec.fleet ?? demoFleet;
  const yards = findHomes(spec.places, network);
  const shifts = (['plow', 'loader', 'sidewalk_machine'] as const).flatMap((kind) => {
    const trade = trades[kind];
    const segments = [...network.classes.keys()].filter((s) =>
      trade.classes.includes(network.classes[s] as StreetClass),
    );
    return dealStreets(network, segments, fleet[kind]).map((part, number) =>
      work({ spec, network, kind, number, segments: part, yard: nearestYard(yards, part, network) }),
    );
  });
  const parked = Array.from({ length: fleet.parked }, (_, number) => park(spec, network, number, yards));
  return {
    fixes: [...shifts.flatMap(({ fixes }) => fixes), ...parked.flat()].sort(
      (a, b) => a.receivedAt - b.receivedAt || (a.vehicle < b.vehicle ? -1 : a.vehicle > b.vehicle ? 1 : 0),
    ),
    truth: shifts.flatMap(({ truth }) => truth),
  };
}

interface Yard {
  readonly x: number;
  readonly y: number;
  /** The edge at its gate. */
  readonly edge: number;
}

interface Post {
  readonly spec: StormSpec;
  readonly network: Network;
  readonly kind: keyof typeof trades;
  readonly number: number;
  readonly segments: readonly number[];
  readonly yard: Yard;
}

function work({ spec, network, kind, number, segments, yard }: Post): { fixes: Fix[]; truth: Served[] } {
  const trade = trades[kind];
  const random = (what: string) => seededRandom(spec.seed, kind, number, what);
  const itinerary = planRoute({ network, profile: trade.profile, segments, home: yard.edge, random: random('route') });
  const { speeds, aside } = trade;
  const shift = driveRoute({ network, itinerary, yard, seconds: spec.seconds, speeds, aside, random: random('drive') });
  const fixes = receiveFixes(shift.instants, {
    ...device(spec, network, kind, number),
    clockAhead: kind === 'plow' ? (wrongClocks[number] ?? 0) : 0,
    work: trade.work,
    random: random('device'),
  });
  return { fixes, truth: tellTruth(shift.served, trade.service, spec, network) };
}

/** Milliseconds ahead, by number of plow: local time sent as if UTC (as St. John's and Toronto did), and clocks that drift. */
const wrongClocks: Readonly<Record<number, number>> = { 3: -3.5 * 3600_000, 7: 5 * 3600_000, 11: 25_000, 14: -40_000 };

function device(spec: StormSpec, { plane }: Network, kind: VehicleKind, number: number) {
  const vehicle = `${kind.replace('_machine', '')}-${String(number + 1).padStart(2, '0')}`;
  return { vehicle, kind, plane, startsAt: spec.startsAt, cadenceSeconds: spec.cadenceSeconds };
}

/** Stands in the yard with its blade down, as parked plows do. */
function park(spec: StormSpec, network: Network, number: number, yards: readonly Yard[]): Fix[] {
  const random = seededRandom(spec.seed, 'parked', number);
  const { x, y } = yards[number % yards.length] as Yard;
  const instant: Instant = { x, y, speed: 0, course: 0, isWorking: false, class: undefined };
  return receiveFixes(new Array<Instant>(spec.seconds).fill(instant), {
    ...device(spec, network, 'plow', 90 + number),
    clockAhead: 0,
    work: () => ({ blade: true }),
    random,
  });
}

function tellTruth(served: readonly ServedEdge[], service: LiveService, spec: StormSpec, network: Network): Served[] {
  const toTime = (second: number) => spec.startsAt + second * 1000;
  return [...Map.groupBy(served, ({ edge }) => edge)].map(([edge, times]) => ({
    segmentId: network.segmentIds[segmentOf(edge)] as string,
    direction: isBackwardEdge(edge) ? 'backward' : 'forward',
    service: service === 'plow' && network.classes[segmentOf(edge)] === 'laneway' ? 'laneway' : service,
    times: times.map(({ endedAt }) => toTime(endedAt)),
  }));
}

/** The middle of each yard; without one, the vehicles start from the street nearest to the middle of town. */
function findHomes({ features }: PlaceCollection, network: Network): Yard[] {
  const middles = features
    .filter(({ properties }) => properties.kind === 'yard')
    .map(({ geometry }) => {
      const ring = geometry.coordinates[0] ?? [];
      const mean = (axis: 0 | 1) => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length;
      return { x: network.plane.x(mean(0)), y: network.plane.y(mean(1)) };
    });
  return (middles.length > 0 ? middles : [{ x: 0, y: 0 }]).map(({ x, y }) => ({
    x,
    y,
    edge: nearestEdge(network, x, y),
  }));
}

function nearestEdge(network: Network, x: number, y: number): number {
  for (const searchMetres of [200, 1000, 5000, 25_000]) {
    const [nearest] = findCandidates(network, { x, y }, 'road', { ...matchingRules, searchMetres });
    if (nearest) return nearest.edge;
  }
  return 0;
}

function nearestYard(yards: readonly Yard[], segments: readonly number[], network: Network): Yard {
  const first = network.firstPoint[segments[segments.length >> 1] ?? 0]!;
  const [x, y] = [network.xs[first]!, network.ys[first]!];
  return yards.toSorted((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0] as Yard;
}
