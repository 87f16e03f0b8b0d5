/** One publish: every file under `/live/` that says something new, and the head last. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { City } from '../../../src/contract/city.ts';
import type { LiveHead, LiveMode, LiveVehicles, Pass } from '../../../src/contract/live.ts';
import type { LiveEvent, LiveSettings } from '../../../src/contract/live-settings.ts';
import type { Dispatch } from '../city/read-dispatch.ts';
import type { StreetFiles } from '../city/read-streets.ts';
import type { LaneState } from '../lane-state.ts';
import type { Network } from '../matching/network.ts';
import { findYards } from '../matching/yards.ts';
import { findStreetStatus, type StreetStatus } from '../street-status.ts';
import { areaText } from './area-text.ts';
import { areasOf, findAreas, middleOf } from '../../support/find-areas.ts';
import { floorToFive } from './five-minutes.ts';
import { type OpenStatus, passesCsv, statusCsv, statusGeojson } from './open-data-files.ts';
import { PublicFolder } from './public-folder.ts';
import { STATUS_MS, StatusFiles } from './status-files.ts';
import { streetsFile } from './streets-file.ts';
import { noVehicles, type VehicleGround, vehiclesFile } from './vehicles-file.ts';

export const PUBLISH_MS = 15_000;
/** Their times are in steps of five minutes anyway. Each file has a round of its own, so that none has to wait for all. */
const OPEN_DATA_MS = 300_000;
const openDataAt = { statusCsv: 15_000, statusGeojson: 30_000, passes: 45_000 } as const;
type OpenFile = keyof typeof openDataAt;
const nextPoll: Readonly<Record<LiveMode, number>> = { event: 15, standby: 60, off_season: 300 };

export interface PublisherOptions {
  readonly folder: string;
  readonly city: City;
  readonly settings: LiveSettings;
  readonly streets: StreetFiles;
  readonly network: Network;
  /** For areas that come and go: `2027-01-12`. */
  readonly today: string;
}

interface Moment {
  readonly now: number;
  /** What the public sees is of this moment, and of none after it. */
  readonly shown: number;
  readonly state: LaneState;
  readonly dispatch: Dispatch;
  readonly passes: readonly Pass[];
}

export class Publisher {
  readonly #options: PublisherOptions;
  readonly #files: PublicFolder;
  readonly #ground: VehicleGround;
  readonly #status: StatusFiles;
  readonly #areaOfSegment: ReadonlyMap<string, string>;
  readonly #streets: { readonly text: string; readonly hash: string };
  /** Whether what the last process wrote has been looked at; and the vehicles as they were last written. */
  #isOpen = false;
  #vehicles: LiveVehicles | undefined;

  constructor(options: PublisherOptions) {
    const { city, streets, network, settings, today } = options;
    this.#options = options;
    this.#files = new PublicFolder(options.folder);
    const areaOf = findAreas(city, today);
    const inYard = findYards(streets.places, network.plane);
    this.#ground = { network, inYard, areaOf, hiddenPlaces: settings.hidden_places };
    this.#status = new StatusFiles(this.#files);
    this.#areaOfSegment = new Map(
      streets.segments.flatMap(({ properties, geometry: { coordinates } }) => {
        const area = areaOf(...middleOf(coordinates));
        return area === undefined ? [] : [[properties.segment_id, area] as const];
      }),
    );
    this.#streets = streetsFile(streets.segments);
  }

  /** `now` is a multiple of `PUBLISH_MS`; what is written depends on it and on what is known, and on nothing else. */
  async publish(now: number, state: LaneState, dispatch: Dispatch): Promise<void> {
    if (!this.#isOpen) await this.#readLast();
    this.#files.write(`streets.${this.#streets.hash}.json`, this.#streets.text);
    const shown = now - this.#options.settings.publish_delay_seconds * 1000;
    const moment: Moment = { now, shown, state, dispatch, passes: passesAt(shown, state, dispatch) };
    const isFirst = this.#status.number === null;
    if (isFirst || now % STATUS_MS === 0) await this.#publishStatus(moment);
    for (const file of openFiles) {
      if (isFirst || now % OPEN_DATA_MS === openDataAt[file]) await this.#publishOpenData(file, moment);
    }
    this.#vehicles = this.#vehiclesAt(moment);
    this.#files.write('vehicles.json', JSON.stringify(this.#vehicles), 'best');
    this.#files.write('head.json', JSON.stringify(this.#headAt(moment, this.#vehicles)), 'none');
  }

  /** What the last process of this folder said; nothing where that cannot be read. */
  async #readLast(): Promise<void> {
    this.#isOpen = true;
    const read = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(join(this.#options.folder, name), 'utf8'));
    try {
      this.#vehicles = (await read('vehicles.json')) as LiveVehicles;
      await this.#status.readLast(((await read('head.json')) as LiveHead).status);
    } catch {
      // All is written once, as into an empty folder.
    }
  }

  #vehiclesAt({ now, shown, state, dispatch }: Moment): LiveVehicles {
    const { event, key } = state;
    const isOut = event !== null && key !== undefined && isInForce(event.event, shown);
    const moment = { now, shown, key: key ?? '', hide: dispatch.hide, pending: state.pending() };
    const vehicles = isOut ? vehiclesFile(event.vehicles(shown).values(), this.#ground, moment) : noVehicles(now);
    const before = this.#vehicles;
    // An empty list stays what it is: it has no ages.
    return vehicles.label.length === 0 && before?.label.length === 0 ? before : vehicles;
  }

  #headAt({ now, shown, state }: Moment, vehicles: LiveVehicles): LiveHead {
    const { settings } = this.#options;
    const mode = modeAt(now, state.event?.event ?? null, settings, this.#options.city.settings.time_zone);
    const on = state.reporting(now);
    const { number } = this.#status;
    return {
      // Of the files as they are, so that a restart says no other.
      seq: Math.max(vehicles.at, (number ?? 0) * 60),
      at: Math.floor(now / 1000),
      fix: newestFix(shown, state),
      mode,
      on,
      of: Math.max(on, expected(settings)),
      next: nextPoll[mode],
      status: number,
      streets: this.#streets.hash,
    };
  }

  async #publishStatus(moment: Moment): Promise<void> {
    const { now, state, dispatch, passes } = moment;
    const event = state.event?.event ?? null;
    const status = findStreetStatus(passes, spanOf(event));
    const isHidden = (segmentId: string) => this.#isHidden(segmentId, dispatch);
    const since = event === null ? null : Date.parse(event.started_at);
    await this.#status.publish(status, { now, since, segments: this.#options.streets.segments, isHidden });
    this.#publishAreas(status, moment, isHidden);
  }

  #isHidden(segmentId: string, { hide }: Dispatch): boolean {
    return hide.everything || hide.areas.includes(this.#areaOfSegment.get(segmentId) ?? '');
  }

  async #publishOpenData(file: OpenFile, { state, passes, dispatch }: Moment): Promise<void> {
    const event = state.event?.event ?? null;
    const isHidden = (segmentId: string) => this.#isHidden(segmentId, dispatch);
    if (file === 'passes') {
      const lines = passesCsv(passes, isHidden);
      if (event !== null) await this.#files.writeLines(`passes/${event.id}.csv`, () => lines, lines);
      return;
    }
    const { segments } = this.#options.streets;
    const areaOf = (segmentId: string) => this.#areaOfSegment.get(segmentId) ?? '';
    const open = { segments, status: findStreetStatus(passes, spanOf(event)), areaOf, isHidden };
    const says = [whatIsOpen(open)];
    if (file === 'statusCsv') await this.#files.writeLines('street-status.csv', () => statusCsv(open), says);
    else await this.#files.writeLines('street-status.geojson', () => statusGeojson(open), says);
  }

  #publishAreas(status: StreetStatus, { now, state, dispatch }: Moment, isHidden: IsHidden): void {
    const { city, settings, streets, today } = this.#options;
    const on = state.reporting(now);
    const view = {
      ...{ status, isHidden, event: state.event?.event ?? null, isHiding: dispatch.hide.everything, on },
      ...{ of: Math.max(on, expected(settings)), delaySeconds: settings.publish_delay_seconds },
      ...{ now: floorToFive(now), timeZone: city.settings.time_zone },
    };
    for (const { properties } of areasOf(city.areas.features, today)) {
      const segments = streets.segments.filter(
        (segment) => this.#areaOfSegment.get(segment.properties.segment_id) === properties.area_id,
      );
      for (const language of city.settings.languages) {
        const name = properties[`name_${language}`];
        this.#files.write(
          `areas/${properties.area_id}.${language}.txt`,
          areaText({ ...view, name, segments }, language),
        );
      }
    }
  }
}

const openFiles = Object.keys(openDataAt) as OpenFile[];

type IsHidden = (segmentId: string) => boolean;

/** By machines and by people, all of it older than the delay. */
function passesAt(shown: number, { event }: LaneState, { overrides }: Dispatch): readonly Pass[] {
  const passes = event === null ? [] : [...event.passes(shown), ...overrides];
  return passes.filter(({ endedAt }) => endedAt <= shown);
}

function spanOf(event: LiveEvent | null): { startedAt: number; endedAt: number | null } | undefined {
  if (event === null) return undefined;
  const { started_at, ended_at } = event;
  return { startedAt: Date.parse(started_at), endedAt: ended_at === null ? null : Date.parse(ended_at) };
}

function isInForce({ started_at, ended_at }: LiveEvent, moment: number): boolean {
  return Date.parse(started_at) <= moment && (ended_at === null || moment < Date.parse(ended_at));
}

function modeAt(now: number, event: LiveEvent | null, { season }: LiveSettings, timeZone: string): LiveMode {
  if (event !== null && isInForce(event, now)) return 'event';
  const day = new Intl.DateTimeFormat('en-CA', { month: '2-digit', day: '2-digit', timeZone }).format(now);
  const { from, until } = season;
  const isWinter = from <= until ? from <= day && day <= until : from <= day || day <= until;
  return isWinter ? 'standby' : 'off_season';
}

function expected(settings: LiveSettings): number {
  return Object.values(settings.expected).reduce((sum, count) => sum + count, 0);
}

/** Its time alone, whoever sent it: that a feed goes on is no secret when every vehicle stands. */
function newestFix(shown: number, { event }: LaneState): number | null {
  if (event === null || !isInForce(event.event, shown)) return null;
  let newest = 0;
  for (const fixes of event.vehicles(shown).values()) {
    newest = Math.max(newest, fixes.findLast(({ time }) => time <= shown)?.time ?? 0);
  }
  return newest === 0 ? null : Math.floor(newest / 1000);
}

/** The same for two that say the same of every street. */
function whatIsOpen({ segments, status, isHidden }: OpenStatus): string {
  const hidden = segments.map(({ properties }) => properties.segment_id).filter(isHidden);
  const known = [...status].map(([service, of]) => [
    service,
    ...Array.from(of, ([id, { state, at, confidence, basis }]) => [id, state, floorToFive(at), confidence, basis]),
  ]);
  return JSON.stringify([hidden, known]);
}
