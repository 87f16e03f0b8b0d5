/** The relay's clock: the machine's own, or one that runs through a storm of the past in seconds. */

import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

export interface LaneClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Comes back early when the signal is given. */
  waitUntil(moment: number, signal: AbortSignal): Promise<void>;
  /**
   * True when the work is done within so many milliseconds. A clock that is made up stands still while work goes on, so
   * that what is done at a moment does not depend on the speed of the machine.
   */
  isDoneWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean>;
}

type Now = () => number;

export function machineClock(now: Now = () => Date.now()): LaneClock {
  return {
    now,
    waitUntil: (moment, signal) => pause(moment - now(), signal),
    isDoneWithin: async (work, milliseconds) => {
      const limit = new AbortController();
      const late = pause(milliseconds, limit.signal).then(() => false);
      const isDone = await Promise.race([work.then(() => true), late]);
      limit.abort();
      return isDone;
    },
  };
}

/** As fast as the work allows, and from `until` on, where it is given, at the machine's own pace. */
export function fastClock(from: number, until: Now = () => Number.POSITIVE_INFINITY): LaneClock {
  const machine = machineClock(until);
  let moment = from;
  const isBehind = () => moment < until();
  return {
    now: () => (isBehind() ? moment : until()),
    waitUntil: async (next, signal) => {
      if (!isBehind() || next > until()) await machine.waitUntil(next, signal);
      else await setImmediate();
      moment = Math.max(moment, next);
    },
    isDoneWithin: async (work, milliseconds) => {
      if (!isBehind()) return machine.isDoneWithin(work, milliseconds);
      await work;
      return true;
    },
  };
}

/** So many times as fast as the machine's, from a moment of its own. */
export function speedyClock(from: number, speed: number, now: Now = () => Date.now()): LaneClock {
  const startedAt = now();
  const moment = () => from + (now() - startedAt) * speed;
  return {
    now: moment,
    waitUntil: (next, signal) => pause((next - moment()) / speed, signal),
    isDoneWithin: async (work) => {
      await work;
      return true;
    },
  };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await sleep(Math.max(0, milliseconds), undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
