/** Polls the live files: the head at its own rhythm, the rest only when it moved; quiet while nobody looks, and gentle when it fails. */

import type { LiveHead, LiveService, LiveStatus, LiveVehicles, StatusColumns } from '../contract/live.ts';
import type { OtherStatus } from './read-status.ts';

/** What is known; the last of each stays when a later poll fails. */
export interface LiveKnown {
  readonly head: LiveHead | null;
  readonly status: LiveStatus | null;
  /** Of the services that the status names, what was read. */
  readonly others: OtherStatus;
  readonly vehicles: LiveVehicles | null;
}

export interface Poller {
  /** Also after a pause. */
  start(): void;
  pause(): void;
  setHidden(isHidden: boolean): void;
  /** Vehicles are read for a map alone. */
  wantVehicles(): void;
  /** What clears a street is always read; the other services where a street is asked about. */
  wantServices(): void;
}

/** The world outside: time in milliseconds, a file below `/live/` as JSON, and timers. */
export interface PollEffects {
  readonly random: () => number;
  readonly readJson: (path: string) => Promise<unknown>;
  readonly setTimer: (run: () => void, milliseconds: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

export const nothingKnown: LiveKnown = { head: null, status: null, others: {}, vehicles: null };

interface Wants {
  vehicles: boolean;
  services: boolean;
}

const HIDDEN_MS = 60_000;
const LONGEST_MS = 300_000;
/** The head names the next poll; this before the first is read. */
const FIRST_SECONDS = 15;

/** `onChange` is called after each poll, whether it brought anything or not: words change by the clock as well. */
export function pollLive(onChange: (known: LiveKnown) => void, effects: PollEffects): Poller {
  let known = nothingKnown;
  let [isOn, isPolling, wantsMore] = [false, false, false];
  const wants: Wants = { vehicles: false, services: false };
  let failures = 0;
  let next: unknown;
  let stopping: unknown;

  const schedule = () => {
    effects.clearTimer(next);
    if (isOn)
      next = effects.setTimer(() => void poll(), waitMs(known.head?.next ?? FIRST_SECONDS, failures, effects.random()));
  };
  const poll = async () => {
    if (!isOn || isPolling) return;
    effects.clearTimer(next);
    isPolling = true;
    try {
      known = await readChanged(known, wants, effects.readJson);
      failures = 0;
    } catch {
      // The last files stay, and the page says by its clock how old they are.
      failures += 1;
    }
    isPolling = false;
    onChange(known);
    if (!wantsMore) return schedule();
    wantsMore = false;
    await poll();
  };
  const start = () => {
    effects.clearTimer(stopping);
    if (isOn) return;
    isOn = true;
    void poll();
  };
  const stop = () => {
    isOn = false;
    effects.clearTimer(next);
    effects.clearTimer(stopping);
  };
  const want = (what: keyof Wants) => {
    if (wants[what]) return;
    wants[what] = true;
    wantsMore = isPolling;
    void poll();
  };
  return {
    start,
    pause: stop,
    setHidden: (isHidden) => {
      if (!isHidden) start();
      else if (isOn) stopping = effects.setTimer(stop, HIDDEN_MS);
    },
    wantVehicles: () => want('vehicles'),
    wantServices: () => want('services'),
  };
}

/** A fifth sooner or later, so that ten thousand pages do not ask at once; after failures anything up to the doubled time. */
export function waitMs(seconds: number, failures: number, random: number): number {
  if (failures === 0) return Math.round(seconds * 1000 * (0.8 + 0.4 * random));
  return random * Math.min(LONGEST_MS, seconds * 1000 * 2 ** failures);
}

async function readChanged(
  known: LiveKnown,
  wants: Readonly<Wants>,
  readJson: PollEffects['readJson'],
): Promise<LiveKnown> {
  const head = (await readJson('head.json')) as LiveHead;
  const hasMoved = head.seq !== known.head?.seq;
  const readsStatus = head.status !== null && (head.status !== known.head?.status || known.status === null);
  const readsVehicles = wants.vehicles && (hasMoved || known.vehicles === null);
  const [status, vehicles] = await Promise.all([
    readsStatus
      ? (readJson(`status/${head.status}.json`) as Promise<LiveStatus>)
      : head.status === null
        ? null
        : known.status,
    readsVehicles ? (readJson('vehicles.json') as Promise<LiveVehicles>) : known.vehicles,
  ]);
  const others = status === null || !wants.services ? known.others : await readOthers(known, status, readJson);
  return { head, status, others, vehicles };
}

async function readOthers(
  known: LiveKnown,
  { others }: LiveStatus,
  readJson: PollEffects['readJson'],
): Promise<OtherStatus> {
  const named = Object.entries(others) as [LiveService, number][];
  const read = named.map(async ([service, number]) => {
    const held = known.status?.others[service] === number ? known.others[service] : undefined;
    return [service, held ?? ((await readJson(`status/${number}.${service}.json`)) as StatusColumns)];
  });
  return Object.fromEntries(await Promise.all(read)) as OtherStatus;
}
