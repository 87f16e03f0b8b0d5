/** The shortest way from one place on the streets to others near it: Dijkstra (1959) over edges, so that a turn back has its price. */

import type { Candidate } from './candidates.ts';
import { type Network, segmentOf, twinOf } from './network.ts';
import { createEdgeQueue } from './edge-queue.ts';
import type { MatchingRules } from './rules.ts';

/** A stretch of one edge, in metres from where the edge begins. */
export interface Stretch {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

export interface Router {
  /** Looks from `from` as far as `limit` metres; `costTo` and `stretchesTo` then answer for that place. */
  readonly search: (from: Candidate, open: Uint8Array, limit: number) => void;
  /** Metres of way, with what turns back count as; infinite where there is none within the limit. */
  readonly costTo: (to: Candidate) => number;
  readonly stretchesTo: (to: Candidate) => Stretch[];
}

/** One router serves one thread: its arrays are used again for each search. */
export function createRouter(network: Network, rules: MatchingRules): Router {
  const edgeCount = network.segmentIds.length * 2;
  /** Metres from the place of departure to where an edge begins, and the edge before; of this search where `stamp` says so. */
  const costs = new Float64Array(edgeCount);
  const before = new Int32Array(edgeCount);
  const stamp = new Uint32Array(edgeCount);
  const queue = createEdgeQueue();
  let searched = 0;
  let start: Candidate = { edge: 0, offset: 0, x: 0, y: 0, emission: 0 };

  function follow(edge: number, cost: number, open: Uint8Array, limit: number): void {
    for (let i = network.firstNext[edge]!; i < network.firstNext[edge + 1]!; i++) {
      const next = network.next[i]!;
      if (open[next]! === 0) continue;
      const total = cost + (next === twinOf(edge) && network.endsDead[edge]! === 0 ? rules.turnMetres : 0);
      if (total > limit || (stamp[next]! === searched && costs[next]! <= total)) continue;
      costs[next] = total;
      before[next] = edge;
      stamp[next] = searched;
      queue.push(total, next);
    }
  }

  const lengthOf = (edge: number) => network.lengths[segmentOf(edge)]!;
  const throughEnds = ({ edge, offset }: Candidate) => (stamp[edge]! === searched ? costs[edge]! + offset : Infinity);

  /** Ahead on the same edge; a little behind is the receiver's error, and no way at all. */
  const straight = ({ edge, offset }: Candidate) =>
    edge === start.edge && offset >= start.offset - rules.slackMetres ? Math.max(0, offset - start.offset) : Infinity;

  /** A turn in the street itself. Where it ends dead, a vehicle goes to the end, so this is no shorter way. */
  const turned = ({ edge, offset }: Candidate) =>
    edge === twinOf(start.edge) && network.endsDead[start.edge]! === 0
      ? Math.abs(lengthOf(edge) - offset - start.offset) + rules.turnMetres
      : Infinity;

  function stretchesThroughEnds(to: Candidate): Stretch[] {
    const stretches: Stretch[] = [{ edge: to.edge, from: 0, to: to.offset }];
    let edge = before[to.edge]!;
    while (edge !== start.edge) {
      stretches.push({ edge, from: 0, to: lengthOf(edge) });
      edge = before[edge]!;
    }
    stretches.push({ edge: start.edge, from: start.offset, to: lengthOf(start.edge) });
    return stretches.reverse();
  }

  return {
    search(from, open, limit) {
      start = from;
      searched++;
      queue.clear();
      follow(from.edge, lengthOf(from.edge) - from.offset, open, limit);
      while (queue.size() > 0) {
        const cost = queue.leastCost();
        const edge = queue.pop();
        if (cost > costs[edge]!) continue;
        follow(edge, cost + lengthOf(edge), open, limit);
      }
    },
    costTo: (to) => Math.min(straight(to), turned(to), throughEnds(to)),
    stretchesTo(to) {
      const least = Math.min(straight(to), turned(to), throughEnds(to));
      if (least === Infinity) return [];
      if (least === straight(to)) return least === 0 ? [] : [{ edge: to.edge, from: start.offset, to: to.offset }];
      if (least < throughEnds(to)) return stretchesAround(start, to, lengthOf(to.edge));
      return stretchesThroughEnds(to);
    },
  };
}

/** Forward to where it turned, or back from there: the part between the two places is driven once. */
function stretchesAround(from: Candidate, to: Candidate, length: number): Stretch[] {
  const turnedAt = length - to.offset;
  return turnedAt >= from.offset
    ? [{ edge: from.edge, from: from.offset, to: turnedAt }]
    : [{ edge: to.edge, from: length - from.offset, to: to.offset }];
}
