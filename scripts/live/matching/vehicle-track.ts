/** One vehicle's fixes in the order of their times, and what follows from them: a function of the set, however it arrived. */

import type { Fix, Pass, VehicleKind } from '../../../src/contract/live.ts';
import { type CoverageLog, openCoverageLog, piecesOf } from './coverage.ts';
import { type GradedFix, openFixSet } from './fix-set.ts';
import { isJump } from './gate.ts';
import {
  advance,
  finish,
  type Ground,
  type Leg,
  startOfTrail,
  stay,
  type TrackFix,
  type TrailState,
} from './match-step.ts';
import { passesOn, type Street } from './pass-rule.ts';
import { smoothWork } from './smooth-work.ts';
import { isStanding } from './stops.ts';
import type { InYard } from './yards.ts';

export interface TrackGround extends Ground {
  /** When the event began: nothing from before it counts. Milliseconds since 1970. */
  readonly since: number;
  readonly inYard: InYard;
  readonly streetOf: (segment: number) => Street;
}

export interface VehicleTrack {
  readonly add: (fix: Fix) => void;
  /** From the fixes with times up to `until`, which never goes back. Milliseconds since 1970. In no order. */
  readonly passes: (until: number) => readonly Pass[];
  readonly fixes: () => readonly GradedFix[];
}

/** Where the work on one vehicle stands. Never changed once made. */
interface Progress {
  /** Of the fixes in their order, how many have been taken, and how many pieces they gave. */
  readonly taken: number;
  readonly pieces: number;
  readonly trail: TrailState;
  /** The last fix that was not left out; standing there moves its `leftAt`. */
  readonly last: TrackFix | undefined;
}

const atStart: Progress = { taken: 0, pieces: 0, trail: startOfTrail, last: undefined };
/** Places to go back to: one in so many fixes, and of those in the middle of a trail only the newest. */
const stepCount = 16;
const keptCount = 32;

export function openVehicleTrack(kind: VehicleKind, ground: TrackGround): VehicleTrack {
  const set = openFixSet(ground.network.plane);
  const log = openCoverageLog();
  const take = (leg: Leg) => {
    for (const piece of piecesOf(leg, ground.network, ground.rules)) log.append(piece);
  };
  let progress = atStart;
  let resting: Progress[] = [atStart];
  const passes = openPassCache(kind, log, ground);

  function goBackTo(taken: number): void {
    if (progress.taken <= taken) return;
    resting = resting.filter((rest) => rest.taken <= taken);
    progress = resting.at(-1) ?? atStart;
    log.cutBack(progress.pieces);
  }

  /** Whoever asks: what has changed since is told once, and must be gone back to. */
  function ordered(): readonly GradedFix[] {
    const { fixes, unchanged } = set.ordered();
    // A sensor is outvoted by the fix that follows: a change there changes the fix before it too.
    goBackTo(Math.max(0, unchanged - 1));
    return fixes;
  }

  function rest(): void {
    if (progress.taken - (resting.at(-1)?.taken ?? 0) < stepCount) return;
    resting.push(progress);
    const old = resting.length - keptCount;
    if (old > 0)
      resting = resting.filter(({ trail, taken }, i) => i >= old || taken === 0 || trail.columns.length === 0);
  }

  return {
    add: set.add,
    fixes: ordered,
    passes(until) {
      const fixes = ordered();
      log.cutBack(progress.pieces);
      const due = countDue(fixes, until);
      while (progress.taken < Math.min(due, fixes.length - 1)) {
        progress = step(progress, fixes, ground, take, log);
        rest();
      }
      // The rest is judged by what is known so far, and again when more is.
      let ahead = progress;
      while (ahead.taken < due) ahead = step(ahead, fixes, ground, take, log);
      finish(ahead.trail, ground, take);
      return passes();
    },
  };
}

/** How many have times up to `until`. */
function countDue(fixes: readonly GradedFix[], until: number): number {
  let due = fixes.length;
  while (due > 0 && (fixes[due - 1] as GradedFix).time > until) due--;
  return due;
}

/** One fix through gate, yards, stops and the matcher. */
function step(
  { taken, trail, last }: Progress,
  fixes: readonly GradedFix[],
  ground: TrackGround,
  take: (leg: Leg) => void,
  log: CoverageLog,
): Progress {
  const { inYard, rules } = ground;
  const graded = fixes[taken] as GradedFix;
  const on = (next: TrailState, kept: TrackFix | undefined): Progress => ({
    taken: taken + 1,
    pieces: log.length(),
    trail: next,
    last: kept,
  });
  if (graded.time < ground.since) return on(startOfTrail, undefined);
  if (last && isJump({ ...last, time: last.leftAt }, graded, rules)) return on(trail, last);
  if (inYard(graded.x, graded.y)) return on(finish(trail, ground, take), undefined);
  if (last && isStanding(last, graded, rules)) {
    return on(stay(trail, last, graded.time), { ...last, leftAt: graded.time });
  }
  const before = fixes[taken - 1];
  const votes = before && before.time >= ground.since ? before : undefined;
  const tools = smoothWork(votes, graded, fixes[taken + 1], rules);
  const fix = { ...graded, leftAt: graded.time, tools };
  return on(advance(trail, fix, ground, take), fix);
}

/** The passes by segment, judged again only where something has changed. */
function openPassCache(kind: VehicleKind, log: CoverageLog, { streetOf, rules }: TrackGround): () => readonly Pass[] {
  const bySegment = new Map<number, readonly Pass[]>();
  return () => {
    for (const segment of log.takeChanged()) {
      const found = passesOn(streetOf(segment), log.ofSegment(segment), kind, rules);
      if (found.length > 0) bySegment.set(segment, found);
      else bySegment.delete(segment);
    }
    return [...bySegment.values()].flat();
  };
}
