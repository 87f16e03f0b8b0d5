/** The hidden Markov matcher, one fix at a time: where the vehicle most likely was, decided when two more fixes have followed. */

import { type Candidate, findCandidates, type Reading } from './candidates.ts';
import { type Network, segmentOf, type TravelProfile } from './network.ts';
import type { Router, Stretch } from './route.ts';
import type { MatchingRules } from './rules.ts';
import type { ToolBits } from './smooth-work.ts';

/** A fix on its way through the matcher. */
export interface TrackFix extends Reading {
  /** When it came here, and when it was last seen here. Milliseconds since 1970. */
  readonly time: number;
  readonly leftAt: number;
  readonly tools: ToolBits;
  /** Whether the time is the device's own and unquestioned. */
  readonly isTimely: boolean;
}

/** One fix, the places it may be, and how likely each is so far. Never changed once made. */
interface Column {
  readonly fix: TrackFix;
  readonly candidates: readonly Candidate[];
  /** Logarithm of the likelihood of the best way that ends here: Viterbi (1967); −∞ for a place that is ruled out. */
  readonly scores: Float64Array;
  /** Of each step from a place of the column before (row) to one of this (column): logarithm of its likelihood. */
  readonly steps: Float64Array;
}

/** A place that is settled: where the vehicle was, and by how much any other street explains the fixes less well. */
interface Decided {
  readonly fix: TrackFix;
  readonly place: Candidate;
  readonly margin: number;
}

/** Where a vehicle's matching stands. Never changed once made, so that it can be gone back to. */
export interface TrailState {
  readonly decided: Decided | undefined;
  /** Not yet decided, oldest first; at most `lagCount` + 1. */
  readonly columns: readonly Column[];
}

/** What was driven between two fixes. */
export interface Leg {
  readonly from: TrackFix;
  readonly to: TrackFix;
  readonly stretches: readonly Stretch[];
  /** The smaller of its two ends'. Natural logarithm of odds. */
  readonly margin: number;
}

export const startOfTrail: TrailState = { decided: undefined, columns: [] };

/** All that a step reads besides the fixes. */
export interface Ground {
  readonly network: Network;
  readonly router: Router;
  readonly profile: TravelProfile;
  readonly rules: MatchingRules;
}

type TakeLeg = (leg: Leg) => void;

/** Takes one more fix. What it settles is handed over as legs. */
export function advance(state: TrailState, fix: TrackFix, ground: Ground, take: TakeLeg): TrailState {
  const candidates = findCandidates(ground.network, fix, ground.profile, ground.rules);
  // Off every street, as in a car park: what follows may join up again, unless it takes too long.
  if (candidates.length === 0) return state;
  const last = state.columns.at(-1);
  const isNear = last && fix.time - last.fix.leftAt <= ground.rules.breakSeconds * 1000;
  const column = isNear ? joinColumn(last, fix, candidates, ground) : undefined;
  if (column === undefined) {
    finish(state, ground, take);
    return { decided: undefined, columns: [firstColumn(fix, candidates)] };
  }
  const columns = [...state.columns, column];
  return columns.length > ground.rules.lagCount
    ? decideFirst({ decided: state.decided, columns }, ground, take)
    : { decided: state.decided, columns };
}

/** Decides all that is open, as when nothing will follow. */
export function finish(state: TrailState, ground: Ground, take: TakeLeg): TrailState {
  let open = state;
  while (open.columns.length > 0) open = decideFirst(open, ground, take);
  return startOfTrail;
}

/** The vehicle is still where it was at `fix`, if that is where its trail ends. */
export function stay(state: TrailState, fix: TrackFix, leftAt: number): TrailState {
  const last = state.columns.at(-1);
  if (last?.fix.time !== fix.time) return state;
  return { ...state, columns: [...state.columns.slice(0, -1), { ...last, fix: { ...last.fix, leftAt } }] };
}

function firstColumn(fix: TrackFix, candidates: readonly Candidate[]): Column {
  const scores = Float64Array.from(candidates, ({ emission }) => emission);
  return { fix, candidates, scores, steps: new Float64Array(0) };
}

/** Undefined where no way leads from any place of the last column to any of this one: a break. */
function joinColumn(last: Column, fix: TrackFix, candidates: readonly Candidate[], ground: Ground): Column | undefined {
  const { router, network, profile, rules } = ground;
  const crow = Math.hypot(fix.x - last.fix.x, fix.y - last.fix.y);
  const limit = farthest(crow, (fix.time - last.fix.leftAt) / 1000, rules);
  const scores = new Float64Array(candidates.length).fill(-Infinity);
  const steps = new Float64Array(last.candidates.length * candidates.length).fill(-Infinity);
  const worth = Math.max(...last.scores) - beam;
  last.candidates.forEach((from, i) => {
    const score = last.scores[i]!;
    if (!(score >= worth)) return;
    router.search(from, network.isOpen[profile], limit);
    candidates.forEach((to, j) => {
      // Newson and Krumm (2009), formula 5; the straight line is that between the fixes.
      const step = to.emission - Math.abs(router.costTo(to) - crow) / rules.betaMetres;
      steps[i * candidates.length + j] = step;
      scores[j] = Math.max(scores[j]!, score + step);
    });
  });
  return scores.some((score) => score > -Infinity) ? { fix, candidates, scores, steps } : undefined;
}

/** Places so much less likely than the best are not gone on from. Natural logarithm of odds. */
const beam = 20;

/** How far a way may lead: some detour, but no faster than a vehicle goes. Metres. */
function farthest(crow: number, seconds: number, rules: MatchingRules): number {
  const detour = 1.5 * crow + 250;
  return Math.min(detour, Math.max(crow * 1.2 + rules.turnMetres, rules.fastestSpeed * seconds + 2 * rules.turnMetres));
}

function decideFirst(state: TrailState, ground: Ground, take: TakeLeg): TrailState {
  const [first, ...rest] = state.columns as [Column, ...Column[]];
  const { index, margin } = weigh(first, bestWaysOn(rest, first.candidates.length));
  const decided = { fix: first.fix, place: first.candidates[index] as Candidate, margin };
  if (state.decided) take(legBetween(state.decided, decided, ground));
  return { decided, columns: keepOnly(rest, first.candidates.length, index) };
}

/** From each place of the first column, how likely the best way through all that followed is. */
function bestWaysOn(columns: readonly Column[], firstCount: number): Float64Array {
  let onward: Float64Array | undefined;
  for (let c = columns.length - 1; c >= 0; c--) {
    const { candidates, steps } = columns[c] as Column;
    const count = candidates.length;
    const best = new Float64Array(steps.length / count).fill(-Infinity);
    steps.forEach((step, k) => {
      const i = Math.floor(k / count);
      best[i] = Math.max(best[i]!, step + (onward === undefined ? 0 : onward[k % count]!));
    });
    onward = best;
  }
  return onward ?? new Float64Array(firstCount);
}

/** The likeliest place, with all that came before and after, and the odds against any place on another street. */
function weigh({ candidates, scores }: Column, onward: Float64Array): { index: number; margin: number } {
  const total = (i: number) => scores[i]! + onward[i]!;
  let index = 0;
  for (let i = 1; i < candidates.length; i++) if (total(i) > total(index)) index = i;
  const place = candidates[index] as Candidate;
  let other = -Infinity;
  candidates.forEach((rival, i) => {
    if (isElsewhere(rival, place)) other = Math.max(other, total(i));
  });
  return { index, margin: total(index) - other };
}

/** At a crossing the streets share a place: which of them it was does not matter. */
function isElsewhere(rival: Candidate, place: Candidate): boolean {
  return (
    segmentOf(rival.edge) !== segmentOf(place.edge) && Math.hypot(rival.x - place.x, rival.y - place.y) > crossingMetres
  );
}

const crossingMetres = 12;

/** Counted again from the decided place alone, so that the legs join. */
function keepOnly(columns: readonly Column[], firstCount: number, index: number): Column[] {
  let before = new Float64Array(firstCount).fill(-Infinity);
  before[index] = 0;
  return columns.map((column) => {
    const count = column.candidates.length;
    const scores = new Float64Array(count).fill(-Infinity);
    column.steps.forEach((step, k) => {
      scores[k % count] = Math.max(scores[k % count]!, before[Math.floor(k / count)]! + step);
    });
    before = scores;
    return { ...column, scores };
  });
}

/** Looked for again: of the many ways weighed, only this one is needed. */
function legBetween(from: Decided, to: Decided, { router, network, profile, rules }: Ground): Leg {
  const crow = Math.hypot(to.fix.x - from.fix.x, to.fix.y - from.fix.y);
  router.search(from.place, network.isOpen[profile], farthest(crow, (to.fix.time - from.fix.leftAt) / 1000, rules));
  return {
    from: from.fix,
    to: to.fix,
    stretches: router.stretchesTo(to.place),
    margin: Math.min(from.margin, to.margin),
  };
}
