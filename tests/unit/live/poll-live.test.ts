/** The live page's polling: its rhythm, what it reads, when it is quiet, and how it fails; by a clock of the test's own. */

import { describe, expect, test } from 'vitest';
import type { LiveHead, LiveStatus } from '../../../src/contract/live.ts';
import { pollLive, waitMs, type LiveKnown, type Poller } from '../../../src/live/poll-live.ts';

const head: LiveHead = {
  seq: 1,
  at: 1000,
  fix: 690,
  mode: 'event',
  on: 3,
  of: 4,
  next: 15,
  status: 16,
  streets: 'abc',
};

interface World {
  readonly poller: Poller;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  readonly seen: LiveKnown[];
  /** What the relay has now; null for a relay that cannot be reached. */
  relay: LiveHead | null;
  /** The newest files of the services that its status names. */
  others: LiveStatus['others'];
  /** Lets time pass, running the timers that fall due. */
  pass(milliseconds: number): Promise<void>;
}

function makeWorld(): World {
  const timers = new Map<number, { at: number; run: () => void }>();
  let [now, last] = [0, 0];
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const seen: LiveKnown[] = [];
  const world: Omit<World, 'poller'> = {
    asked: [],
    seen,
    relay: head,
    others: {},
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (due === undefined) break;
        timers.delete(due[0]);
        now = due[1].at;
        due[1].run();
        await settle();
      }
      now = end;
    },
  };
  const poller = pollLive((known) => seen.push(known), {
    random: () => 0.5,
    readJson: async (path) => {
      world.asked.push(path);
      if (world.relay === null) throw new Error('unreachable');
      return path === 'head.json' ? world.relay : { path, others: world.others };
    },
    setTimer: (run, milliseconds) => {
      timers.set(++last, { at: now + milliseconds, run });
      return last;
    },
    clearTimer: (timer) => void timers.delete(timer as number),
  });
  return Object.assign(world, { poller });
}

test('it reads the head at once and then at the rhythm that the head names, a fifth more or less', async () => {
  const world = makeWorld();
  world.poller.start();
  await world.pass(60_000);
  expect(world.asked.filter((path) => path === 'head.json').length).toBe(5);
  expect([0, 1].map((random) => waitMs(15, 0, random))).toEqual([12_000, 18_000]);
});

test('the status is read when its own number moves, and not when only the sequence does', async () => {
  const world = makeWorld();
  world.poller.start();
  await world.pass(1000);
  world.relay = { ...head, seq: 2 };
  await world.pass(15_000);
  expect(world.asked).toEqual(['head.json', 'status/16.json', 'head.json']);
  world.relay = { ...head, seq: 3, status: 17 };
  await world.pass(15_000);
  expect(world.asked.at(-1)).toBe('status/17.json');
});

test('vehicles are read only once a map wants them, and then when the sequence moves', async () => {
  const world = makeWorld();
  world.poller.start();
  await world.pass(20_000);
  expect(world.asked).not.toContain('vehicles.json');
  world.poller.wantVehicles();
  await world.pass(0);
  expect(world.asked.at(-1)).toBe('vehicles.json');
  const count = world.asked.length;
  await world.pass(15_000);
  expect(world.asked.slice(count)).toEqual(['head.json']);
  world.relay = { ...head, seq: 2 };
  await world.pass(15_000);
  expect(world.asked.slice(count)).toContain('vehicles.json');
});

test('other services are read once a street is asked about, each when its own number moves', async () => {
  const world = makeWorld();
  world.others = { salt: 12, sidewalk: 15 };
  world.poller.start();
  await world.pass(20_000);
  expect(world.asked.filter((path) => /salt|sidewalk/.test(path))).toEqual([]);
  world.poller.wantServices();
  await world.pass(0);
  expect(world.asked.slice(-2)).toEqual(['status/12.salt.json', 'status/15.sidewalk.json']);
  expect(world.seen.at(-1)?.others).toMatchObject({ salt: { path: 'status/12.salt.json' } });
  world.relay = { ...head, seq: 2, status: 17 };
  world.others = { salt: 17, sidewalk: 15 };
  await world.pass(15_000);
  expect(world.asked.slice(-2)).toEqual(['status/17.json', 'status/17.salt.json']);
  expect(world.seen.at(-1)?.others).toMatchObject({ sidewalk: { path: 'status/15.sidewalk.json' } });
});

test('what is wanted while a poll is under way is read by the next one, at once', async () => {
  const world = makeWorld();
  world.poller.start();
  world.poller.wantVehicles();
  await world.pass(0);
  expect(world.asked).toContain('vehicles.json');
});

describe('a hidden page', () => {
  test('goes on for a minute, then asks no more, and asks at once when it is seen again', async () => {
    const world = makeWorld();
    world.poller.start();
    await world.pass(1000);
    world.poller.setHidden(true);
    await world.pass(60_000);
    const count = world.asked.length;
    expect(count).toBeGreaterThan(4);
    await world.pass(3_600_000);
    expect(world.asked.length).toBe(count);
    world.poller.setHidden(false);
    await world.pass(0);
    expect(world.asked.length).toBe(count + 1);
  });

  test('that is seen again within the minute goes on as if nothing had been', async () => {
    const world = makeWorld();
    world.poller.start();
    await world.pass(1000);
    world.poller.setHidden(true);
    await world.pass(30_000);
    world.poller.setHidden(false);
    const count = world.asked.length;
    await world.pass(120_000);
    expect(world.asked.length - count).toBe(8);
  });
});

describe('a relay that cannot be reached', () => {
  test('leaves what was known, and each failure doubles what the wait is drawn from, to five minutes at most', async () => {
    const world = makeWorld();
    world.poller.start();
    await world.pass(1000);
    world.relay = null;
    await world.pass(15_000);
    expect(world.seen.at(-1)).toMatchObject({ head: { seq: 1 }, status: { path: 'status/16.json' } });
    expect([1, 2, 3, 30].map((failures) => waitMs(15, failures, 1))).toEqual([30_000, 60_000, 120_000, 300_000]);
    expect(waitMs(15, 3, 0)).toBe(0);
  });

  test('still calls for new words after each failure, and is the rhythm’s again once it answers', async () => {
    const world = makeWorld();
    world.relay = null;
    world.poller.start();
    await world.pass(200_000);
    expect(world.seen.length).toBeGreaterThan(2);
    expect(world.seen.every((known) => known.head === null)).toBe(true);
    world.relay = head;
    await world.pass(300_000);
    const count = world.asked.length;
    await world.pass(60_000);
    expect(world.asked.length - count).toBe(4);
  });
});

test('a pause asks for nothing until it is over', async () => {
  const world = makeWorld();
  world.poller.start();
  await world.pass(1000);
  world.poller.pause();
  const count = world.asked.length;
  await world.pass(600_000);
  expect(world.asked.length).toBe(count);
  world.poller.start();
  await world.pass(0);
  expect(world.asked.length).toBe(count + 1);
});
