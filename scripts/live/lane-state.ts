/** What the relay knows, as a function of its log: a restart reads the log again and knows the same. */

import type { VehicleKind } from '../../src/contract/live.ts';
import type { LiveEvent } from '../../src/contract/live-settings.ts';
import { EventPasses, type EventGround } from './event-passes.ts';
import type { Checkpoint } from './log/checkpoint.ts';
import { hourName, readLog } from './log/fix-log.ts';
import type { LookLine } from './log/log-line.ts';

/** A vehicle that has sent nothing new for longer is not reporting. */
const REPORTING_MS = 900_000;
/** Before a restart: enough to know what was reporting, and where each feed goes on. */
const LOOK_BACK_MS = 3_600_000;

export interface FeedState {
  readonly askedAt: number;
  readonly cursor: string | null;
  /** Why the last look failed; null where it did not. */
  readonly failure: string | null;
}

interface Heard {
  readonly kind: VehicleKind;
  /** The device's time and place, which stay where nothing new was sent. */
  readonly said: string;
  readonly changedAt: number;
}

export interface EventState {
  readonly event: LiveEvent;
  /** Of its labels, in base64; undefined before one was drawn. */
  readonly key: string | undefined;
  readonly passes: EventPasses;
}

export class LaneState {
  readonly #feeds = new Map<string, FeedState>();
  readonly #heard = new Map<string, Heard>();
  readonly event: EventState | null;

  private constructor(event: EventState | null) {
    this.event = event;
  }

  /** All of it from the log, and from a checkpoint where it is of this event and these streets. */
  static async recover(
    logFolder: string,
    { event, ground, streetsHash, checkpoint, now }: RecoverFrom,
  ): Promise<LaneState> {
    const state = new LaneState(event === null ? null : openEvent(event, ground, streetsHash, checkpoint));
    const from = Math.min(now - LOOK_BACK_MS, state.event?.passes.neededFrom ?? Number.POSITIVE_INFINITY);
    let key = state.event?.key;
    for await (const line of readLog(logFolder, hourName(from))) {
      if ('key' in line) key = line.event === event?.id ? line.key : key;
      else state.apply(line);
    }
    return state.event === null ? state : state.withKey(key);
  }

  withKey(key: string | undefined): LaneState {
    const next = new LaneState(this.event && { ...this.event, key });
    for (const [id, feed] of this.#feeds) next.#feeds.set(id, feed);
    for (const [id, heard] of this.#heard) next.#heard.set(id, heard);
    return next;
  }

  apply({ at, feed, cursor, fixes, failure }: LookLine): void {
    this.#feeds.set(feed, { askedAt: at, cursor, failure });
    for (const { source, vehicle, kind, at: deviceAt, lon, lat, receivedAt } of fixes) {
      const said = deviceAt === null ? String(receivedAt) : `${deviceAt} ${lon} ${lat}`;
      const id = `${source}\0${vehicle}`;
      if (this.#heard.get(id)?.said !== said) this.#heard.set(id, { kind, said, changedAt: receivedAt });
    }
    this.event?.passes.roll(at);
    this.event?.passes.add(fixes);
  }

  feed(id: string): FeedState | undefined {
    return this.#feeds.get(id);
  }

  /** Vehicles that have sent something new in the last quarter of an hour. */
  reporting(now: number): number {
    return [...this.#heard.values()].filter(({ changedAt }) => now - changedAt <= REPORTING_MS).length;
  }
}

export interface RecoverFrom {
  readonly event: LiveEvent | null;
  readonly ground: EventGround;
  readonly streetsHash: string;
  readonly checkpoint: Checkpoint | undefined;
  readonly now: number;
}

function openEvent(
  event: LiveEvent,
  ground: EventGround,
  streetsHash: string,
  checkpoint: Checkpoint | undefined,
): EventState {
  const startedAt = Date.parse(event.started_at);
  const isOfIt = checkpoint?.event === event.id && checkpoint.startedAt === startedAt;
  const isUsable = isOfIt && checkpoint.streets === streetsHash;
  return {
    event,
    key: isOfIt ? checkpoint.key : undefined,
    passes: new EventPasses(ground, startedAt, isUsable ? checkpoint : undefined),
  };
}
