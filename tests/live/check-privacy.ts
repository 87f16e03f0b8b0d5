/** What no published file may hold, looked for after a publish in all that is new, as anybody on the web could. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Fix, LiveHead, LiveVehicles } from '../../src/contract/live.ts';
import { momentsOf, readStatusFiles } from '../support/status-files.ts';

export interface Watched {
  readonly dataFolder: string;
  readonly delaySeconds: number;
  /** By label, what each vehicle sent, in the order in which it was received. */
  readonly byLabel: ReadonlyMap<string, readonly Fix[]>;
  readonly names: readonly string[];
  readonly isInYard: (lon: number, lat: number) => boolean;
}

const vehicleColumns = ['age', 'at', 'heading', 'kind', 'label', 'lat', 'lon'];
const passColumns = 'segment_id,service,direction,state,started_at,ended_at,confidence,basis';
const FIVE_MINUTES = 300_000;
const METRES_A_DEGREE = 111_300;

export class PrivacyWatch {
  readonly #watched: Watched;
  readonly #sizes = new Map<string, string>();
  readonly #labels = new Map<number, Set<string>>();
  /** How much was looked at: a watch that saw nothing proves nothing. */
  readonly counts = { publishes: 0, positions: 0, times: 0, files: 0 };

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  /** Sentences, each of a promise broken; `eventStartedAt` and `now` in milliseconds since 1970. */
  async look(now: number, eventStartedAt: number): Promise<string[]> {
    this.counts.publishes += 1;
    const live = join(this.#watched.dataFolder, 'live');
    const read = (name: string) => JSON.parse(readFileSync(join(live, name), 'utf8'));
    const head: LiveHead = read('head.json');
    const vehicles: LiveVehicles = read('vehicles.json');
    this.#labels.set(eventStartedAt, (this.#labels.get(eventStartedAt) ?? new Set()).union(new Set(vehicles.label)));
    const status = (await readStatusFiles(this.#watched.dataFolder, head)).flatMap(momentsOf);
    const faults = [...this.#ofVehicles(vehicles, now), ...this.#ofTimes(status, now, eventStartedAt, 'status/')];
    for (const name of this.#changedFiles(live)) {
      faults.push(...this.#ofFile(name, readFileSync(join(live, name), 'utf8'), now, eventStartedAt));
    }
    return faults.map((fault) => `${new Date(now).toISOString()} ${fault}`);
  }

  /** Labels that were seen in more than one event. */
  lastingLabels(): string[] {
    const events = [...this.#labels.values()];
    return events.flatMap((labels, i) => events.slice(i + 1).flatMap((later) => [...labels.intersection(later)]));
  }

  labelCounts(): number[] {
    return [...this.#labels.values()].map(({ size }) => size);
  }

  #ofVehicles(vehicles: LiveVehicles, now: number): string[] {
    const faults: string[] = [];
    if (Object.keys(vehicles).sort().join() !== vehicleColumns.join()) faults.push(`columns ${Object.keys(vehicles)}`);
    if (vehicles.heading.some((degrees) => degrees % 45 !== 0)) faults.push('a heading that is not of eight');
    vehicles.label.forEach((label, i) => {
      this.counts.positions += 1;
      const [lon, lat] = [vehicles.lon[i]!, vehicles.lat[i]!];
      const say = (what: string) => faults.push(`${label} at ${lon} ${lat}: ${what}`);
      const shown = now - this.#watched.delaySeconds * 1000;
      const known = (this.#watched.byLabel.get(label) ?? []).filter(({ receivedAt }) => receivedAt <= shown);
      if (vehicles.age[i]! < this.#watched.delaySeconds) say('younger than the delay');
      if (![lon, lat].every((degrees) => /^-?\d+(\.\d{1,5})?$/.test(String(degrees)))) say('more than five decimals');
      if (this.#watched.isInYard(lon, lat)) say('in a yard');
      if (!known.slice(-40).some((fix) => metres(fix, lon, lat) < 45)) say('where it was not by then');
      if (hasStood(known)) say('stopped');
    });
    return faults;
  }

  #ofTimes(times: readonly number[], now: number, eventStartedAt: number, where: string): string[] {
    this.counts.times += times.length;
    const last = now - this.#watched.delaySeconds * 1000;
    const wrong = times.filter((time) => time % FIVE_MINUTES !== 0 || time > last || time < eventStartedAt);
    return wrong.map((time) => `${where}: ${new Date(time).toISOString()}`);
  }

  /** Not the packed copies, which are of the same. */
  #changedFiles(live: string): string[] {
    const names = readdirSync(live, { recursive: true, encoding: 'utf8' }).filter((name) => !name.endsWith('.br'));
    return names.filter((name) => {
      const { size, mtimeMs, ino } = statSync(join(live, name));
      const stamp = `${size} ${mtimeMs} ${ino}`;
      if (!/\.\w+$/.test(name) || this.#sizes.get(name) === stamp) return false;
      this.#sizes.set(name, stamp);
      return true;
    });
  }

  #ofFile(name: string, text: string, now: number, eventStartedAt: number): string[] {
    this.counts.files += 1;
    const faults = this.#watched.names
      .filter((vehicle) => text.includes(vehicle))
      .map((vehicle) => `${name}: ${vehicle}`);
    if (/speed/i.test(text)) faults.push(`${name}: a speed`);
    // What streets the city has is no secret, to whatever decimal; and the columns of a status are letters, points too.
    if (!/^(streets\.|street-status\.geojson|status\/)/.test(name) && /\d\.\d{6,}/.test(text))
      faults.push(`${name}: more than five decimals`);
    if (name.startsWith('status/') && !holdsLettersAndWholes(JSON.parse(text))) faults.push(`${name}: a fraction`);
    const isPasses = name.startsWith('passes/');
    if (isPasses && !text.startsWith(`${passColumns}\r\n`)) faults.push(`${name}: other columns`);
    if (!isPasses && !name.startsWith('street-status.')) return faults;
    const times = Array.from(text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\dZ/g), ([time]) => Date.parse(time));
    return [...faults, ...this.#ofTimes(times, now, eventStartedAt, name)];
  }
}

/** Whether every number below is whole. */
function holdsLettersAndWholes(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(holdsLettersAndWholes);
}

/** By its own clock, up to the last it had sent: for three minutes all within 25 m of their middle, in four places at least. */
function hasStood(known: readonly Fix[]): boolean {
  const timed = known.map((fix) => ({ ...fix, time: fix.at ?? fix.receivedAt })).toSorted((a, b) => a.time - b.time);
  const until = timed.at(-1)?.time ?? 0;
  const before = timed.findLastIndex(({ time }) => time <= until - 180_000);
  const lately = timed.slice(before);
  if (before === -1 || lately.length < 4) return false;
  const [lon, lat] = [median(lately.map((fix) => fix.lon)), median(lately.map((fix) => fix.lat))];
  return lately.every((fix) => metres(fix, lon, lat) < 25);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function metres(fix: Pick<Fix, 'lon' | 'lat'>, lon: number, lat: number): number {
  const east = (lon - fix.lon) * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(east, lat - fix.lat) * METRES_A_DEGREE;
}
