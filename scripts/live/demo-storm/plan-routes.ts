/** Who serves what in a storm that is made up: each vehicle its part of town, street by street, and to the yard for salt. */

import { type EdgeQueue, createEdgeQueue } from '../matching/edge-queue.ts';
import { type Network, segmentOf, type TravelProfile, twinOf } from '../matching/network.ts';
import { placeAt } from '../matching/parallel.ts';
import type { Random } from '../../support/random.ts';

/** One edge from its beginning to its end, with the tools at work or raised. */
export interface Drive {
  readonly edge: number;
  readonly isWorking: boolean;
}

/** Standing in the yard, in seconds. */
export interface Rest {
  readonly seconds: number;
}

export type Itinerary = Iterable<Drive | Rest>;

/** The segments that a kind of vehicle serves, dealt out to so many vehicles as parts of town of about one length. */
export function dealStreets(network: Network, segments: readonly number[], count: number): number[][] {
  if (count <= 1) return [[...segments]];
  const middles = segments.map((segment) => ({
    segment,
    ...placeAt(network, segment, network.lengths[segment]! / 2),
  }));
  const spread = (axis: 'x' | 'y') =>
    Math.max(...middles.map((m) => m[axis])) - Math.min(...middles.map((m) => m[axis]));
  const axis = spread('x') > spread('y') ? 'x' : 'y';
  const sorted = middles.toSorted((a, b) => a[axis] - b[axis]).map(({ segment }) => segment);
  const firstCount = count >> 1;
  const cut = Math.round((sorted.length * firstCount) / count);
  return [
    ...dealStreets(network, sorted.slice(0, cut), firstCount),
    ...dealStreets(network, sorted.slice(cut), count - firstCount),
  ];
}

export interface RouteSpec {
  readonly network: Network;
  readonly profile: TravelProfile;
  readonly segments: readonly number[];
  /** An edge near the yard. */
  readonly home: number;
  readonly random: Random;
}

/** Metres between two loads of salt, and how long loading takes. */
const load = 24_000;
const loadingSeconds = 600;
/** Streets left out at first: cars in the way. */
const leftOutShare = 0.12;
/** A driver turns back only where there is nothing else. Metres of way that a turn is worth. */
const turnMetres = 300;

/** Goes on for ever, but for what there is to do: whoever drives it looks at the clock. */
export function* planRoute({ network, profile, segments, home, random }: RouteSpec): Itinerary {
  const open = network.isOpen[profile];
  const served = segments.filter(() => random() >= leftOutShare);
  const todo = new Set(served.flatMap((segment) => [segment * 2, segment * 2 + 1]).filter((edge) => open[edge]! === 1));
  const find = createFinder(network, open);
  let [edge, sinceLoad] = [home, 0];
  yield { seconds: 120 + Math.floor(random() * 300) };
  while (todo.size > 0) {
    const way = find(edge, (next) => todo.has(next));
    if (way.length === 0) return;
    for (const next of way) {
      const isWorking = todo.delete(next);
      yield { edge: next, isWorking };
      sinceLoad += network.lengths[segmentOf(next)]!;
      edge = next;
    }
    if (sinceLoad < load) continue;
    for (const next of find(edge, (back) => back === home)) yield { edge: next, isWorking: false };
    [edge, sinceLoad] = [home, 0];
    yield { seconds: loadingSeconds };
  }
}

/** The edges to drive from the end of one to the end of the nearest that is wanted. */
function createFinder(network: Network, open: Uint8Array) {
  const queue: EdgeQueue = createEdgeQueue();
  return (from: number, isWanted: (edge: number) => boolean): number[] => {
    const costs = new Map<number, number>();
    const before = new Map<number, number>();
    queue.clear();
    const follow = (edge: number, cost: number) => {
      for (let i = network.firstNext[edge]!; i < network.firstNext[edge + 1]!; i++) {
        const next = network.next[i]!;
        const total = cost + (next === twinOf(edge) && network.endsDead[edge]! === 0 ? turnMetres : 0);
        if (open[next]! === 0 || total >= (costs.get(next) ?? Infinity)) continue;
        costs.set(next, total);
        before.set(next, edge);
        queue.push(total, next);
      }
    };
    follow(from, 0);
    while (queue.size() > 0) {
      const cost = queue.leastCost();
      const edge = queue.pop();
      if (isWanted(edge)) return wayTo(edge, from, before);
      if (cost === costs.get(edge)) follow(edge, cost + network.lengths[segmentOf(edge)]!);
    }
    return [];
  };
}

function wayTo(edge: number, from: number, before: ReadonlyMap<number, number>): number[] {
  const way = [edge];
  for (let last = before.get(edge) as number; last !== from; last = before.get(last) as number) way.push(last);
  return way.reverse();
}
