/** What the tools do: a sensor that says so alone is outvoted, and one that is not there stays unknown. */

import type { Work } from '../../../src/contract/live.ts';
import type { MatchingRules } from './rules.ts';

export const tools = ['blade', 'wing', 'spreader', 'blower', 'loader'] as const;
export type Tool = (typeof tools)[number];

/** A bit per tool, in the order of `tools`: whether there is a sensor, and whether it says that the tool is at work. */
export interface ToolBits {
  readonly known: number;
  readonly on: number;
}

export const toolBit = (tool: Tool): number => 1 << tools.indexOf(tool);

/** Every fix has some, and few are different: these are all there are. */
const allBits: readonly ToolBits[] = Array.from({ length: 1 << (2 * tools.length) }, (_, bits) => ({
  known: bits >> tools.length,
  on: bits & ((1 << tools.length) - 1),
}));

export function toolBits(work: Work): ToolBits {
  let [known, on] = [0, 0];
  tools.forEach((tool, i) => {
    if (work[tool] === undefined) return;
    known |= 1 << i;
    if (work[tool]) on |= 1 << i;
  });
  return allBits[(known << tools.length) | on] as ToolBits;
}

interface TimedTools {
  readonly time: number;
  readonly tools: ToolBits;
}

/**
 * The majority of three fixes, for each tool that all three know; a neighbour too far off in time has no vote. Only a
 * tool that is said to work is outvoted: one that is said to rest is believed, since drivers lift the blade for a
 * single block, and a false "done" is worse than one that is missing.
 */
export function smoothWork(
  before: TimedTools | undefined,
  fix: TimedTools,
  after: TimedTools | undefined,
  rules: MatchingRules,
): ToolBits {
  const isNear = (other: TimedTools | undefined): other is TimedTools =>
    other !== undefined && Math.abs(other.time - fix.time) <= rules.smoothSeconds * 1000;
  if (!isNear(before) || !isNear(after)) return fix.tools;
  const [a, b, c] = [before.tools, fix.tools, after.tools];
  const voted = a.known & b.known & c.known;
  const majority = (a.on & b.on) | (b.on & c.on) | (a.on & c.on);
  return { known: b.known, on: b.on & (majority | ~voted) };
}
