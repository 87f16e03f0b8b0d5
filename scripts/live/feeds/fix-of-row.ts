/** A row of somebody's table of vehicles, made a fix: by the columns that the settings name, and no others. */

import { vehicleKinds, type Fix, type VehicleKind, type Work } from '../../../src/contract/live.ts';
import type { FeedOf, FixField } from '../../../src/contract/live-settings.ts';
import { instantOf } from '../city/read-overrides.ts';

export interface TableFeed extends Pick<FeedOf<'folder'>, 'id' | 'fields' | 'kinds' | 'speed_unit' | 'vehicle_kind'> {
  /** Of times without an offset. */
  readonly timeZone: string;
}

/** Values by column, as text, number or nothing; places in degrees where no column is named for them. */
export interface VehicleRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly point?: readonly [lon: number, lat: number] | undefined;
}

const metresASecond = { 'm/s': 1, 'km/h': 1 / 3.6, mph: 0.44704 } as const;
const tools = ['blade', 'wing', 'spreader', 'blower', 'loader'] as const satisfies readonly (keyof Work & FixField)[];
/** Of a sensor, without regard to case; anything else but a blank is "not at work". */
const atWork = /^(?:1|1\.0|true|t|y|yes|on|down|active|working|oui)$/i;

/** Undefined for a row without a vehicle or a place: there is nothing to say of it. */
export function fixOfRow(feed: TableFeed, { values, point }: VehicleRow, receivedAt: number): Fix | undefined {
  const cell = (field: FixField) => textOf(feed.fields[field] === undefined ? undefined : values[feed.fields[field]]);
  const vehicle = cell('vehicle');
  const lon = feed.fields.longitude === undefined ? point?.[0] : numberOf(cell('longitude'));
  const lat = feed.fields.latitude === undefined ? point?.[1] : numberOf(cell('latitude'));
  if (vehicle === '' || lon === undefined || lat === undefined) return undefined;
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return undefined;
  const speed = numberOf(cell('speed'));
  return {
    vehicle,
    at: momentOf(cell('at'), feed.timeZone),
    receivedAt,
    lon,
    lat,
    ...(speed === undefined ? {} : { speed: speed * metresASecond[feed.speed_unit] }),
    ...optional('bearing', numberOf(cell('bearing'))),
    ...optional('accuracy', numberOf(cell('accuracy'))),
    work: workOf(cell),
    kind: kindOf(feed, cell('kind')),
    source: feed.id,
  };
}

/** Seconds or milliseconds since 1970, or a time as written; null where there is none that can be read. */
export function momentOf(text: string, timeZone: string): number | null {
  const number = numberOf(text);
  // 1e11 ms is 1973; 1e11 s is the year 5138.
  if (number !== undefined) return number <= 0 ? null : number < 1e11 ? number * 1000 : number;
  const moment = instantOf(text, timeZone);
  return Number.isNaN(moment) ? null : moment;
}

function workOf(cell: (field: FixField) => string): Work {
  const said = tools.map((tool) => [tool, cell(tool)] as const).filter(([, text]) => text !== '');
  return Object.fromEntries(said.map(([tool, text]) => [tool, atWork.test(text)]));
}

function kindOf({ kinds, vehicle_kind }: TableFeed, text: string): VehicleKind {
  const mapped = Object.entries(kinds).find(([words]) => words.toLowerCase() === text.toLowerCase())?.[1];
  return mapped ?? vehicleKinds.find((kind) => kind === text) ?? vehicle_kind;
}

function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? `${value}`
      : '';
}

/** Also where a service sends numbers as text; a decimal comma is left to the exporter. */
function numberOf(text: string): number | undefined {
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function optional<Key extends string>(key: Key, value: number | undefined): { [K in Key]?: number } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: number });
}
