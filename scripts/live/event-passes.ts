/** The passes of one event, however long it lasts: matched in windows of an hour, and settled when nothing more will come. */

import type { Fix, Pass } from '../../src/contract/live.ts';
import type { LiveEvent } from '../../src/contract/live-settings.ts';
import type { PlaceCollection } from '../../src/contract/streets.ts';
import { type Matching, openMatching } from './matching/matching.ts';
import type { Network } from './matching/network.ts';
import { matchingRules } from './matching/rules.ts';
import type { GradedFix } from './matching/fix-set.ts';

const MINUTE = 60_000;
/** How long a window is, and for how long after its end late fixes still repair it. */
export const WINDOW_MS = 60 * MINUTE;
const REPAIR_MS = 30 * MINUTE;
/** A window is fed from before it begins, so that its first passes are matched as well as others, and until they have ended. */
const LEAD_MS = 10 * MINUTE;
const TAIL_MS = 15 * MINUTE;
/** A fix whose clock agrees with ours this well is of no other hour. */
const SAME_CLOCK_MS = 10 * MINUTE;

export interface EventGround {
  readonly network: Network;
  readonly places: PlaceCollection;
}

/** What is settled: all that began before `border`, in milliseconds since 1970. */
export interface Settled {
  readonly border: number;
  readonly passes: readonly Pass[];
}

interface Window {
  readonly from: number;
  readonly until: number;
  /** Opened by its first fix: an event that nobody ended goes on for hours in which nothing is heard. */
  readonly matching: () => Matching;
  isEmpty: boolean;
}

/** Memory and the work of a restart grow with the windows that are open, two or three, and not with the storm. */
export class EventPasses {
  readonly event: LiveEvent;
  readonly #ground: EventGround;
  readonly #startedAt: number;
  #settled: Settled;
  #windows: Window[] = [];

  /** `settled` is what a checkpoint kept of it. */
  constructor(event: LiveEvent, ground: EventGround, settled?: Settled) {
    this.event = event;
    this.#ground = ground;
    this.#startedAt = Date.parse(event.started_at);
    this.#settled = settled ?? { border: this.#startedAt, passes: [] };
  }

  get settled(): Settled {
    return this.#settled;
  }

  /** The moment from which on fixes are needed again after a restart. */
  get neededFrom(): number {
    return this.#settled.border - LEAD_MS;
  }

  /** Opens and closes windows as the clock of what may be known goes on; true where one was settled. */
  roll(now: number): boolean {
    let isSettled = false;
    for (let first = this.#windows[0]; first && now >= first.until + REPAIR_MS; first = this.#windows[0]) {
      const passes = passesOf(first, now);
      this.#settled = { border: first.until, passes: [...this.#settled.passes, ...passes] };
      this.#windows.shift();
      isSettled = true;
    }
    while (now >= this.#nextFrom - LEAD_MS) this.#open(this.#nextFrom);
    return isSettled;
  }

  add(fixes: readonly Fix[]): void {
    for (const window of this.#windows) {
      const own = fixes.filter((fix) => !isAfter(fix, window.until + TAIL_MS));
      if (own.length === 0) continue;
      window.matching().add(own);
      window.isEmpty = false;
    }
  }

  /** As far as fixes with times up to `until` tell; nothing younger is in it. */
  passes(until: number): Pass[] {
    const known = until + matchingRules.reorderSeconds * 1000;
    const open = this.#windows.flatMap((window) => passesOf(window, known));
    return [...this.#settled.passes, ...open];
  }

  /** Each vehicle's fixes in the order of their times, of some time before `until` at least. Ask for the passes first. */
  vehicles(until: number): ReadonlyMap<string, readonly GradedFix[]> {
    const window = this.#windows.findLast(({ from }) => from <= until) ?? this.#windows[0];
    return window === undefined || window.isEmpty ? new Map() : window.matching().vehicles();
  }

  get #nextFrom(): number {
    return this.#windows.at(-1)?.until ?? this.#settled.border;
  }

  #open(from: number): void {
    const since = Math.max(this.#startedAt, from - LEAD_MS);
    // The first is cut short, so that all others begin on the hour.
    const until = (Math.floor(from / WINDOW_MS) + 1) * WINDOW_MS;
    let matching: Matching | undefined;
    const open = () => (matching ??= openMatching({ ...this.#ground, since }));
    this.#windows.push({ from, until, matching: open, isEmpty: true });
  }
}

/** Those that began in it: what began before or after is another window's. */
function passesOf(window: Window, known: number): Pass[] {
  if (window.isEmpty) return [];
  return window
    .matching()
    .passes(known)
    .filter(({ startedAt }) => isIn(window, startedAt));
}

function isIn({ from, until }: Window, moment: number): boolean {
  return from <= moment && moment < until;
}

/** Surely after: a clock that is hours off may mean any hour, and is put right by the matching. */
function isAfter({ at, receivedAt }: Fix, moment: number): boolean {
  const isClockRight = at === null || Math.abs(receivedAt - at) <= SAME_CLOCK_MS;
  return isClockRight && Math.min(at ?? receivedAt, receivedAt) > moment;
}
