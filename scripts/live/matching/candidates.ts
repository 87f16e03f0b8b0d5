/** Where on the streets near a position the vehicle may be, and how well each place explains what was received. */

import { edgeOf, type Network, type TravelProfile } from './network.ts';
import type { MatchingRules } from './rules.ts';

/** A position in metres, with what the receiver said of its course and accuracy. */
export interface Reading {
  readonly x: number;
  readonly y: number;
  readonly speed?: number | undefined;
  /** Degrees clockwise from north. */
  readonly bearing?: number | undefined;
  readonly accuracy?: number | undefined;
}

/** A place on an edge. */
export interface Candidate {
  readonly edge: number;
  /** Metres from where the edge begins. */
  readonly offset: number;
  readonly x: number;
  readonly y: number;
  /** Logarithm of how likely the reading is from here, up to a constant. */
  readonly emission: number;
}

/** The nearest place of each segment. */
interface Foot {
  readonly segment: number;
  readonly along: number;
  readonly x: number;
  readonly y: number;
  readonly distance: number;
  /** Degrees clockwise from north, in the order of the segment's points. */
  readonly course: number;
}

export function findCandidates(
  network: Network,
  reading: Reading,
  profile: TravelProfile,
  rules: MatchingRules,
): Candidate[] {
  const sigma = Math.max(rules.positionMetres, reading.accuracy ?? 0);
  const open = network.isOpen[profile];
  const found: Candidate[] = [];
  for (const foot of findFeet(network, reading, Math.max(rules.searchMetres, 3 * sigma))) {
    for (const isBackward of [false, true]) {
      const edge = edgeOf(foot.segment, isBackward);
      if (open[edge]! === 0) continue;
      const offset = isBackward ? network.lengths[foot.segment]! - foot.along : foot.along;
      const course = isBackward ? foot.course + 180 : foot.course;
      const emission = positionTerm(foot.distance, sigma) + headingTerm(reading, course, rules);
      found.push({ edge, offset, x: foot.x, y: foot.y, emission });
    }
  }
  return found.sort((a, b) => b.emission - a.emission || a.edge - b.edge).slice(0, rules.candidateCount);
}

/** Newson and Krumm (2009), formula 4: the error of a position is normal. */
function positionTerm(distance: number, sigma: number): number {
  return -0.5 * (distance / sigma) ** 2;
}

/** The same for the course, with a floor: receivers turn slowly, and a plow that backs out points the other way. */
function headingTerm({ speed, bearing }: Reading, course: number, rules: MatchingRules): number {
  if (bearing === undefined || speed === undefined || speed <= rules.movingSpeed) return 0;
  const turn = Math.abs(((bearing - course + 540) % 360) - 180);
  return Math.max(-0.5 * (turn / rules.headingDegrees) ** 2, -8);
}

function findFeet(network: Network, { x, y }: Reading, radius: number): Iterable<Foot> {
  const nearest = new Map<number, Foot>();
  for (const piece of network.pieces.search(x - radius, y - radius, x + radius, y + radius)) {
    const segment = network.pieceSegment[piece]!;
    const foot = footOn(network, segment, network.piecePoint[piece]!, x, y);
    if (foot.distance > radius) continue;
    const known = nearest.get(segment);
    if (known === undefined || foot.distance < known.distance) nearest.set(segment, foot);
  }
  return nearest.values();
}

/** The point nearest to (x, y) of the straight piece that begins at `point`. */
export function footOn(network: Network, segment: number, point: number, x: number, y: number): Foot {
  const [x1, y1] = [network.xs[point]!, network.ys[point]!];
  const [dx, dy] = [network.xs[point + 1]! - x1, network.ys[point + 1]! - y1];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
  const [footX, footY] = [x1 + share * dx, y1 + share * dy];
  return {
    segment,
    along: network.along[point]! + share * Math.sqrt(square),
    x: footX,
    y: footY,
    distance: Math.sqrt((x - footX) ** 2 + (y - footY) ** 2),
    course: (Math.atan2(dx, dy) * 180) / Math.PI,
  };
}
