/** What of each segment was driven, when, and with which tools at work: written down as the matcher settles it. */

import { isBackwardEdge, type Network, segmentOf } from './network.ts';
import type { Leg } from './match-step.ts';
import type { MatchingRules } from './rules.ts';
import type { ToolBits } from './smooth-work.ts';

/** `unsure`: a bit for each tool of which the two fixes say different things. */
export interface PieceTools extends ToolBits {
  readonly unsure: number;
}

/** A part of one segment driven once, in metres along the order of the segment's points. */
export interface Piece {
  readonly segment: number;
  readonly isBackward: boolean;
  readonly from: number;
  readonly to: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly tools: PieceTools;
  /** Between the two fixes that say so, in seconds. */
  readonly cadence: number;
  readonly margin: number;
  readonly isTimely: boolean;
}

/** A leg's stretches; up to its middle the tools are those of the fix before, from there those of the fix after. */
export function piecesOf(leg: Leg, network: Network, rules: MatchingRules): Piece[] {
  const total = leg.stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const timeAt = (metres: number) => leg.from.leftAt + ((leg.to.time - leg.from.leftAt) * metres) / total;
  const [first, second] = toolsOn(leg, rules);
  const pieces: Piece[] = [];
  let driven = 0;
  for (const { edge, from, to } of leg.stretches) {
    const middle = Math.min(to, Math.max(from, from + total / 2 - driven));
    for (const [start, end, tools] of [
      [from, middle, first],
      [middle, to, second],
    ] as const) {
      if (end <= start) continue;
      const startedAt = timeAt(driven);
      driven += end - start;
      pieces.push(pieceOf(edge, start, end, { startedAt, endedAt: timeAt(driven), tools, leg }, network));
    }
  }
  return pieces;
}

/** Between fixes that are far apart a blade that moved did so nobody knows where. */
function toolsOn({ from, to }: Leg, rules: MatchingRules): readonly [PieceTools, PieceTools] {
  const isNear = to.time - from.leftAt <= rules.joinSeconds * 1000;
  const unsure = isNear ? 0 : from.tools.on ^ to.tools.on;
  return [pieceTools(from.tools, unsure), pieceTools(to.tools, unsure)];
}

const shared = new Map<number, PieceTools>();

/** A window has tens of thousands of pieces, and they hold the same few. */
function pieceTools({ known, on }: ToolBits, unsure: number): PieceTools {
  const key = (known << 16) | (on << 8) | unsure;
  const found = shared.get(key) ?? { known, on: on & ~unsure, unsure };
  shared.set(key, found);
  return found;
}

interface Driven {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly tools: PieceTools;
  readonly leg: Leg;
}

/** Field by field: an object that is spread has its fields in a second one, for hours. */
function pieceOf(edge: number, start: number, end: number, driven: Driven, network: Network): Piece {
  const { startedAt, endedAt, tools, leg } = driven;
  const segment = segmentOf(edge);
  const isBackward = isBackwardEdge(edge);
  const length = network.lengths[segment]!;
  return {
    segment,
    isBackward,
    from: isBackward ? length - end : start,
    to: isBackward ? length - start : end,
    startedAt,
    endedAt,
    tools,
    cadence: (leg.to.time - leg.from.leftAt) / 1000,
    margin: leg.margin,
    isTimely: leg.from.isTimely && leg.to.isTimely,
  };
}

/** Grows at the end, and can be cut back to an earlier length when history is repaired. */
export interface CoverageLog {
  readonly length: () => number;
  readonly append: (piece: Piece) => void;
  readonly cutBack: (length: number) => void;
  /** In the order of their times. */
  readonly ofSegment: (segment: number) => readonly Piece[];
  /** Segments of which anything has changed since this was last asked. */
  readonly takeChanged: () => Iterable<number>;
}

export function openCoverageLog(): CoverageLog {
  const pieces: Piece[] = [];
  const bySegment = new Map<number, Piece[]>();
  let changed = new Set<number>();
  return {
    length: () => pieces.length,
    append(piece) {
      pieces.push(piece);
      const known = bySegment.get(piece.segment);
      if (known) known.push(piece);
      else bySegment.set(piece.segment, [piece]);
      changed.add(piece.segment);
    },
    cutBack(length) {
      while (pieces.length > length) {
        const { segment } = pieces.pop() as Piece;
        bySegment.get(segment)?.pop();
        changed.add(segment);
      }
    },
    ofSegment: (segment) => bySegment.get(segment) ?? [],
    takeChanged() {
      const taken = changed;
      changed = new Set();
      return taken;
    },
  };
}
