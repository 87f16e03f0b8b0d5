/** The streets as the matcher sees them: points in metres, directed edges, what follows on what, and what lies near. */

import Flatbush from 'flatbush';
import type { Segment, StreetClass, StreetCollection } from '../../../src/contract/streets.ts';
import { type LocalPlane, localPlane } from './local-plane.ts';

/** Vehicles on the road keep to the direction of travel and off the paths; a sidewalk machine goes where it likes. */
export type TravelProfile = 'road' | 'walk';

/**
 * Arrays by segment or by edge. A segment has two edges, one per direction of travel: `edgeOf(segment, isBackward)`.
 * Offsets along an edge are metres from where that edge begins.
 */
export interface Network {
  readonly plane: LocalPlane;
  /** West, south, east, north, in metres. */
  readonly bounds: readonly [number, number, number, number];
  readonly segmentIds: readonly string[];
  readonly classes: readonly StreetClass[];
  readonly lengths: Float64Array;
  /** The points of segment `s` are those from `firstPoint[s]` to before `firstPoint[s + 1]`. */
  readonly firstPoint: Int32Array;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Metres from the start of the segment to each point. */
  readonly along: Float64Array;
  /** Boxes around the straight pieces between two points; piece `p` begins at point `piecePoint[p]`. */
  readonly pieces: Flatbush;
  readonly piecePoint: Int32Array;
  readonly pieceSegment: Int32Array;
  /** Whether an edge may be driven. */
  readonly isOpen: Readonly<Record<TravelProfile, Uint8Array>>;
  /** Edges that begin where edge `e` ends: from `firstNext[e]` to before `firstNext[e + 1]` in `next`. */
  readonly firstNext: Int32Array;
  readonly next: Int32Array;
  /** Whether an edge leads to where no other segment goes on. */
  readonly endsDead: Uint8Array;
}

export const edgeOf = (segment: number, isBackward: boolean): number => segment * 2 + (isBackward ? 1 : 0);
export const segmentOf = (edge: number): number => edge >> 1;
export const isBackwardEdge = (edge: number): boolean => (edge & 1) === 1;
/** The same segment the other way. */
export const twinOf = (edge: number): number => edge ^ 1;

export function buildNetwork(streets: StreetCollection): Network {
  const segments = streets.features.filter((feature): feature is Segment => 'segment_id' in feature.properties);
  const points = placePoints(segments);
  return {
    segmentIds: segments.map(({ properties }) => properties.segment_id),
    classes: segments.map(({ properties }) => properties.class),
    ...points,
    ...indexPieces(points),
    isOpen: { road: openEdges(segments, mayDrive), walk: openEdges(segments, () => true) },
    ...joinEdges(segments),
  };
}

type Points = Pick<Network, 'plane' | 'bounds' | 'lengths' | 'firstPoint' | 'xs' | 'ys' | 'along'>;

function placePoints(segments: readonly Segment[]): Points {
  const positions = segments.flatMap(({ geometry }) => geometry.coordinates);
  const plane = localPlane(middle(positions.map(([lon]) => lon)), middle(positions.map(([, lat]) => lat)));
  const xs = Float64Array.from(positions, ([lon]) => plane.x(lon));
  const ys = Float64Array.from(positions, ([, lat]) => plane.y(lat));
  const along = new Float64Array(positions.length);
  const lengths = new Float64Array(segments.length);
  const firstPoint = new Int32Array(segments.length + 1);
  segments.forEach(({ geometry }, segment) => {
    const first = firstPoint[segment] as number;
    const end = first + geometry.coordinates.length;
    for (let p = first + 1; p < end; p++) along[p] = along[p - 1]! + distance(xs, ys, p - 1, p);
    lengths[segment] = along[end - 1]!;
    firstPoint[segment + 1] = end;
  });
  return { plane, bounds: [low(xs), low(ys), high(xs), high(ys)], lengths, firstPoint, xs, ys, along };
}

function indexPieces({ firstPoint, xs, ys }: Points): Pick<Network, 'pieces' | 'piecePoint' | 'pieceSegment'> {
  const count = xs.length - (firstPoint.length - 1);
  const piecePoint = new Int32Array(count);
  const pieceSegment = new Int32Array(count);
  const pieces = new Flatbush(Math.max(count, 1));
  let piece = 0;
  for (let segment = 0; segment + 1 < firstPoint.length; segment++) {
    for (let p = firstPoint[segment]!; p + 1 < firstPoint[segment + 1]!; p++) {
      const [x1, y1, x2, y2] = [xs[p]!, ys[p]!, xs[p + 1]!, ys[p + 1]!];
      pieces.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
      piecePoint[piece] = p;
      pieceSegment[piece++] = segment;
    }
  }
  if (count === 0) pieces.add(0, 0, 0, 0);
  pieces.finish();
  return { pieces, piecePoint, pieceSegment };
}

function openEdges(segments: readonly Segment[], mayUse: (segment: Segment, isBackward: boolean) => boolean) {
  return Uint8Array.from({ length: segments.length * 2 }, (_, edge) => {
    const segment = segments[segmentOf(edge)];
    return segment && mayUse(segment, isBackwardEdge(edge)) ? 1 : 0;
  });
}

function mayDrive({ properties }: Segment, isBackward: boolean): boolean {
  return properties.class !== 'path' && properties.travel !== (isBackward ? 'forward' : 'backward');
}

function joinEdges(segments: readonly Segment[]): Pick<Network, 'firstNext' | 'next' | 'endsDead'> {
  const leaving = new Map<string, number[]>();
  segments.forEach(({ properties }, segment) => {
    for (const isBackward of [false, true]) {
      const node = isBackward ? properties.to_node : properties.from_node;
      const edges = leaving.get(node);
      if (edges) edges.push(edgeOf(segment, isBackward));
      else leaving.set(node, [edgeOf(segment, isBackward)]);
    }
  });
  const following = segments.flatMap(({ properties }) => [
    leaving.get(properties.to_node) ?? [],
    leaving.get(properties.from_node) ?? [],
  ]);
  const firstNext = new Int32Array(following.length + 1);
  following.forEach((edges, edge) => {
    firstNext[edge + 1] = firstNext[edge]! + edges.length;
  });
  const endsDead = Uint8Array.from(following, (edges) => (edges.length === 1 ? 1 : 0));
  return { firstNext, next: Int32Array.from(following.flat()), endsDead };
}

function distance(xs: Float64Array, ys: Float64Array, a: number, b: number): number {
  return Math.hypot(xs[b]! - xs[a]!, ys[b]! - ys[a]!);
}

function middle(values: readonly number[]): number {
  return values.length === 0 ? 0 : (low(values) + high(values)) / 2;
}

function low(values: ArrayLike<number>): number {
  let lowest = values.length === 0 ? 0 : Infinity;
  for (let i = 0; i < values.length; i++) lowest = Math.min(lowest, values[i]!);
  return lowest;
}

function high(values: ArrayLike<number>): number {
  let highest = values.length === 0 ? 0 : -Infinity;
  for (let i = 0; i < values.length; i++) highest = Math.max(highest, values[i]!);
  return highest;
}
