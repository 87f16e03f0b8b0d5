/** Positions that cannot be: outside the city, too unsure, or faster than any vehicle. */

import type { Fix } from '../../../src/contract/live.ts';
import type { Network } from './network.ts';
import type { MatchingRules } from './rules.ts';

export type Refusal = 'no_position' | 'null_island' | 'outside' | 'inaccurate';

/** How far beyond the last street a vehicle may still be in town. Metres. */
const edgeOfTown = 2000;
/** Degrees around (0, 0): where receivers without a position say they are. */
const nullIsland = 0.01;

/** Why a fix is not used at all, or undefined for one that may be. */
export function refuse(fix: Fix, { plane, bounds }: Network, rules: MatchingRules): Refusal | undefined {
  if (!Number.isFinite(fix.lon) || !Number.isFinite(fix.lat)) return 'no_position';
  if (Math.abs(fix.lon) < nullIsland && Math.abs(fix.lat) < nullIsland) return 'null_island';
  const [west, south, east, north] = bounds;
  const [x, y] = [plane.x(fix.lon), plane.y(fix.lat)];
  const isInside = x > west - edgeOfTown && x < east + edgeOfTown && y > south - edgeOfTown && y < north + edgeOfTown;
  if (!isInside) return 'outside';
  return (fix.accuracy ?? 0) > rules.worstAccuracy ? 'inaccurate' : undefined;
}

export interface Moment {
  readonly time: number;
  readonly x: number;
  readonly y: number;
}

/** Whether a vehicle cannot have come from there to here. After a break any place is possible. */
export function isJump(from: Moment, to: Moment, rules: MatchingRules): boolean {
  const seconds = (to.time - from.time) / 1000;
  if (seconds > rules.breakSeconds) return false;
  // Two receivers' errors are no speed: without this, fixes a second apart would look like jumps.
  const metres = Math.hypot(to.x - from.x, to.y - from.y) - 2 * rules.positionMetres;
  return metres > rules.fastestSpeed * Math.max(seconds, 0);
}
