/** Coverage, not touch: which of what one vehicle drove on one segment counts as serving it. */

import type { LiveService, Pass, VehicleKind } from '../../../src/contract/live.ts';
import type { StreetClass } from '../../../src/contract/streets.ts';
import { gradePass } from './confidence.ts';
import type { Piece } from './coverage.ts';
import type { MatchingRules } from './rules.ts';
import { toolBit } from './smooth-work.ts';

/** A service, the tools of which any one serves, and whether passing by without a sensor is worth a word. */
interface Offer {
  readonly service: LiveService;
  readonly tools: number;
  readonly isWordWithoutSensor: boolean;
}

const offers: Readonly<Record<VehicleKind, readonly Offer[]>> = {
  plow: [
    { service: 'plow', tools: toolBit('blade'), isWordWithoutSensor: true },
    { service: 'cut_back', tools: toolBit('wing'), isWordWithoutSensor: false },
    { service: 'salt', tools: toolBit('spreader'), isWordWithoutSensor: false },
  ],
  loader: [{ service: 'snow_removal', tools: toolBit('loader') | toolBit('blower'), isWordWithoutSensor: false }],
  sidewalk_machine: [{ service: 'sidewalk', tools: toolBit('blade') | toolBit('blower'), isWordWithoutSensor: true }],
  other: [
    { service: 'plow', tools: toolBit('blade'), isWordWithoutSensor: false },
    { service: 'salt', tools: toolBit('spreader'), isWordWithoutSensor: false },
  ],
};

export interface Street {
  readonly segmentId: string;
  readonly class: StreetClass;
  readonly length: number;
  readonly hasParallel: boolean;
  /** Whether it ends dead at either end. */
  readonly isDeadEnd: boolean;
}

/** `pieces` are those of one vehicle on this segment, in the order of their times. */
export function passesOn(street: Street, pieces: readonly Piece[], kind: VehicleKind, rules: MatchingRules): Pass[] {
  return splitByGap(pieces, rules.passGapSeconds * 1000).flatMap((visit) =>
    [false, true].flatMap((isBackward) => {
      const driven = visit.filter((piece) => piece.isBackward === isBackward);
      if (driven.length === 0) return [];
      // A vehicle turns somewhere near a dead end: what it drove either way counts for both.
      const counted = street.isDeadEnd ? visit : driven;
      return offers[kind].flatMap((offer) => judge(street, counted, isBackward, offer, rules) ?? []);
    }),
  );
}

function splitByGap(pieces: readonly Piece[], most: number): Piece[][] {
  const visits: Piece[][] = [];
  for (const piece of pieces) {
    const visit = visits.at(-1);
    const last = visit?.at(-1);
    if (visit && last && piece.startedAt - last.endedAt <= most) visit.push(piece);
    else visits.push([piece]);
  }
  return visits;
}

function judge(
  street: Street,
  pieces: readonly Piece[],
  isBackward: boolean,
  offer: Offer,
  rules: MatchingRules,
): Pass | undefined {
  const sure = pieces.filter((piece) => isSure(piece, street, rules));
  const covered = unionLength(sure);
  const coveredShare = Math.min(1, covered / street.length);
  if (covered === 0 || coveredShare < rules.coveredShare) return undefined;
  const known = sure.filter(({ tools }) => (tools.known & offer.tools) !== 0);
  const isToolKnown = unionLength(known) >= 0.5 * covered;
  if (!isToolKnown && !offer.isWordWithoutSensor) return undefined;
  const workingShare = isToolKnown ? shareAtWork(known, offer.tools, covered, rules) : 0;
  if (isToolKnown && workingShare < rules.workingShare) return undefined;
  // It is as old as the work: to drive there again with the tool raised makes it no newer.
  const seen = isToolKnown ? known.filter(({ tools }) => (tools.on & offer.tools) !== 0) : sure;
  return {
    segmentId: street.segmentId,
    direction: isBackward ? 'backward' : 'forward',
    service: offer.service === 'plow' && street.class === 'laneway' ? 'laneway' : offer.service,
    state: isToolKnown ? 'done' : 'drove',
    startedAt: Math.round((seen[0] as Piece).startedAt),
    endedAt: Math.round(Math.max(...seen.map(({ endedAt }) => endedAt))),
    coveredShare,
    workingShare,
    confidence: gradePass({
      cadence: meanCadence(sure),
      margin: Math.min(...sure.map(({ margin }) => margin)),
      hasParallel: street.hasParallel,
      isToolKnown,
      isTimely: sure.every(({ isTimely }) => isTimely),
    }),
    basis: 'gps',
  };
}

/** Of what is known of the tool's work; where too little was seen at work, nothing. */
function shareAtWork(pieces: readonly Piece[], tools: number, covered: number, rules: MatchingRules): number {
  const working = unionLength(pieces.filter((piece) => (piece.tools.on & tools) !== 0));
  const resting = unionLength(pieces.filter((piece) => ((piece.tools.on | piece.tools.unsure) & tools) === 0));
  return working < rules.seenShare * covered ? 0 : working / Math.min(covered, working + resting);
}

/** What is a guess counts for nothing: a street that might be its neighbour, or a way driven unseen. */
function isSure({ margin, cadence }: Piece, { hasParallel }: Street, rules: MatchingRules): boolean {
  return margin >= (hasParallel ? rules.leastMarginParallel : rules.leastMargin) && cadence <= rules.unseenSeconds;
}

function meanCadence(pieces: readonly Piece[]): number {
  const metres = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  return pieces.reduce((sum, { from, to, cadence }) => sum + cadence * (to - from), 0) / metres;
}

/** Metres that at least one of the pieces covers. */
function unionLength(pieces: readonly Piece[]): number {
  let [covered, reached] = [0, -Infinity];
  for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return covered;
}
