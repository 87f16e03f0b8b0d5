/** How fresh the live files are, in words' keys, by the visitor's own clock: a relay that has died cannot look alive. */

import type { LiveHead } from '../contract/live.ts';

export type Freshness =
  | 'live'
  | 'behind'
  | 'delayed'
  /** Nothing newer for so long that no vehicle is shown. */
  | 'silent'
  /** An event, and not one position yet. */
  | 'waiting'
  | 'standby'
  | 'off_season'
  /** No head was ever read. */
  | 'none';

/** Seconds by which the newest published fix may be older than the delay that is on purpose. */
const limits = { live: 90, behind: 300, delayed: 900 } as const;

/** `now` in milliseconds since 1970. */
export function freshnessOf(head: LiveHead | null, delaySeconds: number, now: number): Freshness {
  if (head === null) return 'none';
  if (head.mode !== 'event') return head.mode;
  if (head.fix === null) return 'waiting';
  const lateSeconds = now / 1000 - head.fix - delaySeconds;
  if (lateSeconds < limits.live) return 'live';
  if (lateSeconds < limits.behind) return 'behind';
  return lateSeconds < limits.delayed ? 'delayed' : 'silent';
}

/** Whether the dots may be drawn at all. */
export function showsVehicles(freshness: Freshness): boolean {
  return freshness === 'live' || freshness === 'behind' || freshness === 'delayed';
}
