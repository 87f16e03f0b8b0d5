/** One fix per vehicle and device time: of copies, the one received first stands, however often and late they come again. */

import type { Fix } from '../../../src/contract/live.ts';

/** What makes two fixes of a vehicle copies of each other. Without a device time the receipt stands for it, as a time before 1970. */
export function fixKey({ at, receivedAt }: Fix): number {
  return at ?? -receivedAt;
}

/** Which of two copies stands: the one received first; of two at once, one that does not depend on their order. */
export function firstReceived(a: Fix, b: Fix): Fix {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? a : b;
  return spell(a) <= spell(b) ? a : b;
}

function spell({ lon, lat, speed, bearing, accuracy, work, kind }: Fix): string {
  const { blade, wing, spreader, blower, loader } = work;
  return JSON.stringify([lon, lat, speed, bearing, accuracy, blade, wing, spreader, blower, loader, kind]);
}
