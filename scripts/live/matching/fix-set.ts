/** The distinct fixes of one vehicle, each with the best knowledge of its time, in that order. */

import type { Fix } from '../../../src/contract/live.ts';
import { firstReceived, fixKey } from './dedupe.ts';
import { type ClockGrade, type Delivery, gradeTime, leastCount, zoneFault } from './grade-clock.ts';
import type { LocalPlane } from './local-plane.ts';
import { type ToolBits, toolBits } from './smooth-work.ts';

export interface GradedFix {
  readonly fix: Fix;
  readonly time: number;
  readonly clock: ClockGrade;
  readonly isLate: boolean;
  /** Whether the time is the device's own and needed no correction. Late is no doubt about when it was. */
  readonly isTimely: boolean;
  readonly x: number;
  readonly y: number;
  readonly speed: number | undefined;
  readonly bearing: number | undefined;
  readonly accuracy: number | undefined;
  readonly tools: ToolBits;
}

export interface FixSet {
  readonly add: (fix: Fix) => void;
  /** `unchanged`: how many of the first are as they were when this was last asked. */
  readonly ordered: () => { readonly fixes: readonly GradedFix[]; readonly unchanged: number };
}

export function openFixSet(plane: LocalPlane): FixSet {
  const byKey = new Map<number, Fix>();
  /** Not yet graded. Those that upset the order of receipt make all be graded again. */
  let fresh: Fix[] = [];
  let isUpset = false;
  let deliveries: Delivery[] = [];
  let fixes: GradedFix[] = [];

  function add(fix: Fix): void {
    const key = fixKey(fix);
    const known = byKey.get(key);
    const kept = known ? firstReceived(known, fix) : fix;
    if (kept === known) return;
    byKey.set(key, kept);
    fresh.push(kept);
    const gradedThrough = deliveries.at(-1)?.receivedAt ?? -Infinity;
    if (known !== undefined || kept.receivedAt <= gradedThrough || deliveries.length < leastCount) isUpset = true;
  }

  function ordered() {
    const before = isUpset ? fixes : undefined;
    if (isUpset) [deliveries, fixes, fresh, isUpset] = [[], [], [...byKey.values()], false];
    const received = group(fresh);
    fresh = [];
    const first = deliveries.length;
    deliveries.push(...received.map(toDelivery));
    let unchanged = fixes.length;
    received.forEach((together, i) => {
      const fault = zoneFault(deliveries, first + i);
      for (const fix of together) unchanged = Math.min(unchanged, insert(fixes, grade(fix, fault, plane)));
    });
    return { fixes, unchanged: before ? countSame(before, fixes) : unchanged };
  }

  return { add, ordered };
}

/** What came at one instant, in the order of the instants. */
function group(fixes: readonly Fix[]): Fix[][] {
  const byReceipt = Map.groupBy(fixes, ({ receivedAt }) => receivedAt);
  return [...byReceipt].sort(([a], [b]) => a - b).map(([, together]) => together);
}

function toDelivery(together: readonly Fix[]): Delivery {
  const { receivedAt } = together[0] as Fix;
  return { receivedAt, lag: Math.min(...together.map(({ at }) => receivedAt - (at ?? receivedAt))) };
}

function grade(fix: Fix, fault: number, plane: LocalPlane): GradedFix {
  const { time, grade: clock, isLate } = gradeTime(fix.at, fix.receivedAt, fault);
  return {
    fix,
    time,
    clock,
    isLate,
    isTimely: clock === 'good' || clock === 'late',
    x: plane.x(fix.lon),
    y: plane.y(fix.lat),
    speed: fix.speed,
    bearing: fix.bearing,
    accuracy: fix.accuracy,
    tools: toolBits(fix.work),
  };
}

/** Puts it where it belongs; returns where that is. Nearly always at the end. */
function insert(fixes: GradedFix[], fix: GradedFix): number {
  let place = fixes.length;
  while (place > 0 && isBefore(fix, fixes[place - 1] as GradedFix)) place--;
  fixes.splice(place, 0, fix);
  return place;
}

/** By time; of two at once, by what tells them apart. */
function isBefore(a: GradedFix, b: GradedFix): boolean {
  if (a.time !== b.time) return a.time < b.time;
  if (a.fix.at !== b.fix.at) return (a.fix.at ?? -1) < (b.fix.at ?? -1);
  return a.fix.receivedAt < b.fix.receivedAt;
}

function countSame(before: readonly GradedFix[], now: readonly GradedFix[]): number {
  const length = Math.min(before.length, now.length);
  for (let i = 0; i < length; i++) {
    const [a, b] = [before[i] as GradedFix, now[i] as GradedFix];
    if (a.fix !== b.fix || a.time !== b.time || a.clock !== b.clock) return i;
  }
  return length;
}
