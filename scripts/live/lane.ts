/** The live lane: look at the feeds, write down what they gave, match it, publish; until it is told to end. */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { City } from '../../src/contract/city.ts';
import type { LiveEvent, LiveSettings } from '../../src/contract/live-settings.ts';
import type { Fault } from '../support/operator-error.ts';
import { liveFolder } from './city/read-live-folder.ts';
import { dispatchStamp, readDispatch, type Dispatch } from './city/read-dispatch.ts';
import type { StreetFiles } from './city/read-streets.ts';
import type { LaneClock } from './clock.ts';
import { FeedFailure, type Feed } from './feeds/feed.ts';
import { LaneState } from './lane-state.ts';
import { readCheckpoint, writeCheckpoint } from './log/checkpoint.ts';
import { lastLogged, openLog, type FixLog } from './log/fix-log.ts';
import type { LookLine } from './log/log-line.ts';
import { buildNetwork } from './matching/network.ts';
import { Publisher, PUBLISH_MS } from './publishing/publish.ts';

/** A feed that takes longer is not waited for: what it gives counts when it comes. */
const PATIENCE_MS = 4_000;

export interface LaneOptions {
  readonly city: City;
  readonly settings: LiveSettings;
  readonly streets: StreetFiles;
  readonly feeds: readonly Feed[];
  /** For the owner alone: the log and the checkpoint. */
  readonly fixesFolder: string;
  readonly publicFolder: string;
  readonly clock: LaneClock;
  /** Milliseconds since 1970; absent: for ever. */
  readonly until?: number | undefined;
  /** Nothing is published before; absent: from the beginning. */
  readonly quietUntil?: number | undefined;
  /** In the place of `event.json`. */
  readonly event?: LiveEvent | undefined;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

export interface LaneEffects {
  /** 32 bytes that nobody can guess. */
  readonly drawKey: () => Buffer;
  /** For who wants to know how long a publish takes. */
  readonly aroundPublish: (publish: () => Promise<void>) => Promise<void>;
}

const processEffects: LaneEffects = { drawKey: () => randomBytes(32), aroundPublish: (publish) => publish() };

export async function runLane(options: LaneOptions, effects: Partial<LaneEffects> = {}): Promise<void> {
  const lane = new Lane(options, { ...processEffects, ...effects });
  await lane.run();
}

/** The logs and the checkpoint of a fixes folder. */
const logsIn = (fixesFolder: string) => join(fixesFolder, 'log');
const checkpointIn = (fixesFolder: string) => join(fixesFolder, 'checkpoint.json');

/** The moment to which a folder's log goes: a clock that is made up goes on from there. */
export function lastMoment(fixesFolder: string): Promise<number | undefined> {
  return lastLogged(logsIn(fixesFolder));
}

class Lane {
  readonly #options: LaneOptions;
  readonly #effects: LaneEffects;
  readonly #network;
  readonly #publisher: Publisher;
  readonly #busy = new Set<string>();
  readonly #said = new Map<string, string>();
  #log!: FixLog;
  #state!: LaneState;
  #dispatch: Dispatch | undefined;
  #dispatchStamp = '';

  constructor(options: LaneOptions, effects: LaneEffects) {
    this.#options = options;
    this.#effects = effects;
    this.#network = buildNetwork(options.streets.streets);
    const today = new Date(options.clock.now()).toISOString().slice(0, 10);
    this.#publisher = new Publisher({ ...options, folder: options.publicFolder, network: this.#network, today });
  }

  async run(): Promise<void> {
    const { clock, settings, signal, until = Number.POSITIVE_INFINITY, fixesFolder } = this.#options;
    this.#log = await openLog(logsIn(fixesFolder), settings.raw_days);
    try {
      const pollMs = settings.poll_seconds * 1000;
      await this.#readDispatch(clock.now(), true);
      for (let tick = nextTick(clock.now() - 1, pollMs); tick <= until; tick = nextTick(tick, pollMs)) {
        await clock.waitUntil(tick, signal);
        if (signal.aborted) return;
        // After a halt, as of a laptop that slept, what was missed is not made up for.
        tick = Math.max(tick, nextTick(clock.now() - Math.min(pollMs, PUBLISH_MS), pollMs));
        await this.#tick(tick, pollMs);
      }
    } finally {
      this.#log.close();
    }
  }

  async #tick(tick: number, pollMs: number): Promise<void> {
    const isPublish = tick % PUBLISH_MS === 0;
    if (isPublish) await this.#readDispatch(tick, false);
    if (tick % pollMs === 0) await this.#poll(tick);
    if (this.#state.advance(tick)) await this.#writeCheckpoint();
    const isHeard = tick >= (this.#options.quietUntil ?? Number.NEGATIVE_INFINITY);
    const publish = () => this.#publisher.publish(tick, this.#state, this.#dispatch as Dispatch);
    if (isPublish && isHeard) await this.#effects.aroundPublish(publish);
    await this.#log.tidy(tick);
  }

  /** What people say now; another event than before, or one that began at another time, begins anew. */
  async #readDispatch(now: number, isStart: boolean): Promise<void> {
    const { city, streets } = this.#options;
    const folder = liveFolder(city.folder);
    const stamp = dispatchStamp(folder);
    if (stamp !== this.#dispatchStamp) {
      const read = await readDispatch(folder, city, streets, this.#dispatch);
      this.#tell('city/live', describeFaults(read.faults));
      this.#dispatch = { ...read, event: this.#options.event ?? read.event };
      this.#dispatchStamp = stamp;
    }
    const event = this.#dispatch?.event ?? null;
    const begun = event !== null && Date.parse(event.started_at) <= now ? event : null;
    const known = this.#state?.event?.event ?? null;
    if (isStart || JSON.stringify(begun) !== JSON.stringify(known)) await this.#begin(begun, now);
  }

  async #begin(event: LiveEvent | null, now: number): Promise<void> {
    const { fixesFolder, streets, settings } = this.#options;
    const checkpoint = await readCheckpoint(checkpointIn(fixesFolder));
    const ground = { network: this.#network, places: streets.places };
    const delayMs = settings.publish_delay_seconds * 1000;
    const from = { event, ground, streetsHash: streets.hash, checkpoint, delayMs, now };
    this.#state = await LaneState.recover(logsIn(fixesFolder), from);
    if (event !== null && this.#state.key === undefined) {
      const key = this.#effects.drawKey().toString('base64');
      this.#log.append({ at: now, event: event.id, key });
      this.#state.takeKey(key);
    }
    this.#options.say(`event     ${describeEvent(event)}`);
  }

  async #writeCheckpoint(): Promise<void> {
    const { fixesFolder, streets } = this.#options;
    const { event: of, key } = this.#state;
    if (of === null || key === undefined) return;
    const { id, started_at } = of.event;
    const about = { event: id, startedAt: Date.parse(started_at), streets: streets.hash, key };
    const { border, passes } = of.settled;
    await writeCheckpoint(checkpointIn(fixesFolder), { ...about, border, passes: [...passes] });
  }

  /** A feed that fails or hangs stops no other. */
  async #poll(tick: number): Promise<void> {
    const due = this.#options.feeds.filter(({ id }) => {
      return !this.#busy.has(id) && (this.#state.feed(id)?.askedAt ?? Number.NEGATIVE_INFINITY) < tick;
    });
    const looks = due.map(async (feed) => {
      this.#busy.add(feed.id);
      const line = await this.#look(feed, tick);
      this.#busy.delete(feed.id);
      if (this.#options.signal.aborted) return;
      this.#log.append(line);
      this.#state.apply(line);
    });
    await this.#options.clock.isDoneWithin(Promise.all(looks), PATIENCE_MS);
  }

  async #look(feed: Feed, tick: number): Promise<LookLine> {
    const cursor = this.#state.feed(feed.id)?.cursor ?? null;
    const event = this.#state.event?.event;
    const eventStartedAt = event === undefined ? null : Date.parse(event.started_at);
    const { clock, signal } = this.#options;
    try {
      const reading = await feed.read({ now: clock.now(), cursor, eventStartedAt, signal });
      this.#tell(feed.id, reading.notes?.join('; ') ?? '');
      return { at: tick, feed: feed.id, cursor: reading.cursor, fixes: [...reading.fixes], failure: null };
    } catch (error) {
      const failure = error instanceof FeedFailure ? error.message : describeBug(error);
      if (!signal.aborted) this.#tell(feed.id, `FAILS: ${failure}`);
      return { at: tick, feed: feed.id, cursor, fixes: [], failure };
    }
  }

  /** A line when something changes, and none while it stays: the journal of a winter can be read. */
  #tell(who: string, what: string): void {
    const before = this.#said.get(who) ?? '';
    if (what === before) return;
    this.#said.set(who, what);
    this.#options.say(`${who.padEnd(9)} ${what === '' ? 'is well again' : what}`);
  }
}

/** The next moment of a look or a publish; both are on full multiples, so that a replay finds the same ones. */
function nextTick(after: number, pollMs: number): number {
  const next = (step: number) => (Math.floor(after / step) + 1) * step;
  return Math.min(next(pollMs), next(PUBLISH_MS));
}

function describeEvent(event: LiveEvent | null): string {
  if (event === null) return 'none: nothing is shown of any street';
  return `${event.id}, since ${event.started_at}${event.ended_at === null ? '' : `, ended at ${event.ended_at}`}`;
}

function describeFaults(faults: readonly Fault[]): string {
  return faults.map(({ where, found, expected }) => `${where}: found ${found}, expected ${expected}`).join('; ');
}

/** No feed of a city may stop the others, not even by a fault of ours; it is told with its place, to be reported. */
function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return `BUG ${String(error)}`;
  return `BUG ${error.name}: ${error.message}${/\n\s+(at .*)/.exec(error.stack ?? '')?.[1]?.replace(/^/, ', ') ?? ''}`;
}
