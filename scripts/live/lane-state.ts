/** What the relay knows, as a function of its log: a restart reads the log again and knows the same. */

import type { Fix, VehicleKind } from '../../src/contract/live.ts';
import type { LiveEvent } from '../../src/contract/live-settings.ts';
import { EventPasses, type EventGround } from './event-passes.ts';
import { openFixKeeper } from './keep-fix.ts';
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

export function vehicleKey({ source, vehicle }: Pick<Fix, 'source' | 'vehicle'>): string {
  return `${source}\0${vehicle}`;
}

export class LaneState {
  readonly #feeds = new Map<string, FeedState>();
  readonly #heard = new Map<string, Heard>();
  readonly #delayMs: number;
  /** Received, and not yet as long ago as the delay. */
  #pending: Fix[] = [];
  readonly #keep = openFixKeeper();
  #key: string | undefined;
  readonly event: EventPasses | null;

  private constructor(event: EventPasses | null, delayMs: number) {
    this.event = event;
    this.#delayMs = delayMs;
  }

  /** All of it from the log, and from a checkpoint where it is of this event and these streets. */
  static async recover(
    logFolder: string,
    { event, ground, streetsHash, checkpoint, delayMs, now }: RecoverFrom,
  ): Promise<LaneState> {
    const opened = event === null ? null : openEvent(event, ground, streetsHash, checkpoint);
    const state = new LaneState(opened, delayMs);
    if (opened !== null && checkpoint?.event === event?.id) state.#key = checkpoint?.key;
    const from = Math.min(now - LOOK_BACK_MS, opened?.neededFrom ?? Number.POSITIVE_INFINITY);
    for await (const line of readLog(logFolder, hourName(from))) {
      if (!('key' in line)) state.apply(line);
      else if (line.event === event?.id) state.#key = line.key;
      state.advance(line.at);
    }
    return state;
  }

  /** Of the labels, in base64; undefined before one was drawn. */
  get key(): string | undefined {
    return this.#key;
  }

  takeKey(key: string): void {
    this.#key = key;
  }

  apply({ at, feed, cursor, fixes, failure }: LookLine): void {
    this.#feeds.set(feed, { askedAt: at, cursor, failure });
    for (const { source, vehicle, kind, at: deviceAt, lon, lat, receivedAt } of fixes) {
      const said = deviceAt === null ? String(receivedAt) : `${deviceAt} ${lon} ${lat}`;
      const id = vehicleKey({ source, vehicle });
      if (this.#heard.get(id)?.said !== said) this.#heard.set(id, { kind, said, changedAt: receivedAt });
    }
    if (this.event !== null) this.#pending.push(...fixes.map(this.#keep));
  }

  /**
   * Lets the matching know what was received as long ago as the delay, and nothing else: whatever a device's clock says,
   * nothing younger can be published. True where passes were settled.
   */
  advance(now: number): boolean {
    const shown = now - this.#delayMs;
    const due = this.#pending.filter(({ receivedAt }) => receivedAt <= shown);
    if (due.length > 0) this.#pending = this.#pending.filter(({ receivedAt }) => receivedAt > shown);
    let isSettled = false;
    // One receipt after the other, so that it does not matter how often this is asked.
    for (const [receivedAt, fixes] of [...Map.groupBy(due, (fix) => fix.receivedAt)].sort(([a], [b]) => a - b)) {
      isSettled = (this.event?.roll(receivedAt) ?? false) || isSettled;
      this.event?.add(fixes);
    }
    return (this.event?.roll(shown) ?? false) || isSettled;
  }

  /** What was received since, by vehicle: never to be published, but it tells who has stopped. */
  pending(): ReadonlyMap<string, readonly Fix[]> {
    return Map.groupBy(this.#pending, vehicleKey);
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
  /** Of the settings, in milliseconds. */
  readonly delayMs: number;
  readonly now: number;
}

function openEvent(
  event: LiveEvent,
  ground: EventGround,
  streetsHash: string,
  checkpoint: Checkpoint | undefined,
): EventPasses {
  const isOfIt = checkpoint?.event === event.id && checkpoint.startedAt === Date.parse(event.started_at);
  return new EventPasses(event, ground, isOfIt && checkpoint.streets === streetsHash ? checkpoint : undefined);
}
