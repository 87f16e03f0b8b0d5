/** Vehicles that stand: their positions wander, and lead a matcher astray before it begins. */

import type { Moment } from './gate.ts';
import type { MatchingRules } from './rules.ts';

/**
 * Whether a fix only repeats where the vehicle already was. Newson and Krumm (2009), section 4.1, leave out what lies
 * within two standard deviations; a receiver in the open that stands still strays further, so this is wider.
 */
export function isStanding(
  { x, y }: Moment,
  fix: { readonly x: number; readonly y: number; readonly speed?: number | undefined },
  rules: MatchingRules,
): boolean {
  const metres = Math.hypot(fix.x - x, fix.y - y);
  const saysMoving = fix.speed !== undefined && fix.speed > rules.movingSpeed;
  return metres < (saysMoving ? rules.standingMetres / 2 : rules.standingMetres);
}
