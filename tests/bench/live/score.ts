/** How much of what is shown is true, and how much of what is true is shown. */

import type { LiveService } from '../../../src/contract/live.ts';
import type { Storm } from '../../../scripts/live/demo-storm/make-storm.ts';
import { edgeOf, type Network, segmentOf } from '../../../scripts/live/matching/network.ts';
import { findParallels } from '../../../scripts/live/matching/parallel.ts';

export interface Score {
  /** Of the streets that no plow served, those shown as served. 0–1. */
  readonly falseDone: number;
  /** Of the streets that a plow served, those shown so. */
  readonly recall: number;
  /** False done where another street runs alongside within 30 m. */
  readonly falseDoneParallel: number;
  /** The same as the first two by direction of travel. */
  readonly falseDoneByDirection: number;
  readonly recallByDirection: number;
}

const plowing: readonly LiveService[] = ['plow', 'laneway'];

/** `shown` holds edges: a segment in a direction. */
export function score(network: Network, truth: Storm['truth'], shown: ReadonlySet<number>): Score {
  const segmentOfId = new Map(network.segmentIds.map((id, segment) => [id, segment]));
  const served = new Set(
    truth
      .filter(({ service }) => plowing.includes(service))
      .map(({ segmentId, direction }) => edgeOf(segmentOfId.get(segmentId) as number, direction === 'backward')),
  );
  const edges = [...network.isOpen.road.keys()].filter((edge) => network.isOpen.road[edge]! === 1);
  const segments = [...new Set(edges.map(segmentOf))];
  const parallels = findParallels(network, 30);
  const eitherWay = (set: ReadonlySet<number>) => new Set([...set].map(segmentOf));
  const [servedSegments, shownSegments] = [eitherWay(served), eitherWay(shown)];
  const unserved = segments.filter((segment) => !servedSegments.has(segment));
  return {
    falseDone: share(unserved, (segment) => shownSegments.has(segment)),
    recall: share([...servedSegments], (segment) => shownSegments.has(segment)),
    falseDoneParallel: share(
      unserved.filter((segment) => parallels[segment] === 1),
      (segment) => shownSegments.has(segment),
    ),
    falseDoneByDirection: share(
      edges.filter((edge) => !served.has(edge)),
      (edge) => shown.has(edge),
    ),
    recallByDirection: share([...served], (edge) => shown.has(edge)),
  };
}

export function meanScore(scores: readonly Score[]): Score {
  const mean = (name: keyof Score) => scores.reduce((sum, one) => sum + one[name], 0) / scores.length;
  return {
    falseDone: mean('falseDone'),
    recall: mean('recall'),
    falseDoneParallel: mean('falseDoneParallel'),
    falseDoneByDirection: mean('falseDoneByDirection'),
    recallByDirection: mean('recallByDirection'),
  };
}

/** Edges of passes. */
export function edgesOf(
  network: Network,
  passes: readonly { segmentId: string; direction: string; service: LiveService }[],
): Set<number> {
  const segmentOfId = new Map(network.segmentIds.map((id, segment) => [id, segment]));
  const plowed = passes.filter(({ service }) => plowing.includes(service));
  return new Set(
    plowed.map(({ segmentId, direction }) => edgeOf(segmentOfId.get(segmentId) as number, direction === 'backward')),
  );
}

function share<Item>(items: readonly Item[], isTrue: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(isTrue).length / items.length;
}
