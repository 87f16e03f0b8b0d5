/** The typed shape of a city folder: what people write, checked before anything else runs. */

import { z } from 'zod';
import type { LiveList, LiveSettings } from './live-settings.ts';
import { alertSettings, publishSettings } from './operation.ts';
import type { PlaceCollection, StreetCollection } from './streets.ts';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

export const outcomes = [
  'open',
  'fulfilled',
  'no_action',
  'handed_on',
  'referred',
  'duplicate',
  'cancelled',
  'invalid',
  'unmapped',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Outcomes that take a request out of every rate; published beside each rate all the same. */
export const outOfScopeOutcomes = ['referred', 'duplicate', 'cancelled', 'invalid'] as const;

export const kinds = ['request', 'complaint', 'application', 'comment', 'inquiry'] as const;
export type Kind = (typeof kinds)[number];

/** Kinds whose requests enter rates and times; comments and inquiries count in volume only. */
export const inScopeKinds = ['request', 'complaint', 'application'] as const;

/** A: a public thing; B: near a home; C: about a person or property. */
export const privacyTiers = ['A', 'B', 'C'] as const;
export type PrivacyTier = (typeof privacyTiers)[number];

export const targetUnits = ['hours', 'days', 'business_days'] as const;
export const eventKinds = ['storm', 'strike', 'outage', 'other'] as const;

/** The fields an adapter may ask a source for. Nothing else is ever read into a row. */
export const rawFields = [
  'id',
  'requested_at',
  'closed_at',
  'first_closed_at',
  'due_at',
  'updated_at',
  'reopen_count',
  'status',
  'closure',
  'service',
  'department',
  'channel',
  'area',
  'longitude',
  'latitude',
] as const;
export type RawField = (typeof rawFields)[number];

/** Fields without which a delivery is refused whole. */
export const requiredRawFields = ['requested_at', 'service'] as const satisfies readonly RawField[];

const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'a code: lower-case letters, digits, - and _, starting with a letter or digit');

const isoDate = z.iso.date();

/** Messages of this file are what is expected: an error prints them after that word. */
export const zoneWords = 'an IANA zone such as America/Toronto';
const timeZone = z
  .string()
  .refine(isTimeZone, { error: zoneWords, params: { known: Intl.supportedValuesOf('timeZone') } });

/** A text in each language; that each language of the city is there is checked across files. */
const localized = z.strictObject({ en: z.string().min(1).optional(), fr: z.string().min(1).optional() });
export type Localized = z.infer<typeof localized>;

const fieldSource = z.union([
  z.string().min(1),
  z.strictObject({
    column: z.string().min(1),
    /** A strptime pattern as DuckDB reads it; absent means the source's `date_format`. */
    date_format: z.string().min(1).optional(),
  }),
]);

const pointWords = 'a point in degrees, [longitude, latitude]: the longitude first';
const point = z.tuple(
  [z.number().min(-180, pointWords).max(180, pointWords), z.number().min(-90, pointWords).max(90, pointWords)],
  pointWords,
);

const sourceCommon = {
  id: code,
  /** A source that will send nothing more: it no longer holds `as_of` back. */
  ended: z.boolean().default(false),
  /** Closings up to this much before the opening are a clock's fault, and last 0. */
  clock_tolerance_seconds: z.number().int().min(0).default(0),
  /** Further instants (as written in the source) that mean "no date". */
  sentinels: z.array(z.string()).default([]),
  /** Points, as [longitude, latitude], that the source writes when it has no place. */
  default_points: z.array(point).default([]),
};

const demoSource = z.strictObject({ ...sourceCommon, kind: z.literal('demo'), seed: z.number().int().default(1) });

const filesSource = z.strictObject({
  ...sourceCommon,
  kind: z.literal('files'),
  /** A folder, relative to the city folder; `$NAME` at its start is read from the environment. */
  folder: z.string().min(1),
  pattern: z.string().min(1),
  /** Absent means found: UTF-8 where every byte says so, UTF-16 by its mark. */
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252', 'latin-1']).optional(),
  /** Absent means found, where only one of the four parts the header. */
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** `iso`, or a strptime pattern as DuckDB reads it. Absent means found, where dates can be read one way only. */
  date_format: z.string().min(1).optional(),
  /** The zone of times without an offset; absent means the city's. */
  time_zone: timeZone.optional(),
  /** `full_by_month`: each file is a month or more; of a month in several files, the latest delivered counts alone. */
  delivery: z.enum(['full', 'full_by_month', 'delta']).default('full'),
  /** Names of files in the order delivered, earliest first; those not listed come before them, by name. */
  order: z.array(z.string()).default([]),
  /** The moment to which the delivery is complete; absent means its newest date. */
  as_of: z.iso.datetime({ offset: true }).optional(),
  fields: z.partialRecord(z.enum(rawFields), fieldSource),
});

const source = z.discriminatedUnion('kind', [demoSource, filesSource]);
export type Source = z.infer<typeof source>;
export type FilesSource = z.infer<typeof filesSource>;
export type DemoSource = z.infer<typeof demoSource>;

/** `city.json`. */
export const citySettings = z.strictObject({
  id: code,
  name: localized,
  /** The first is the default; a page exists in each. */
  languages: z.array(z.enum(languages)).min(1),
  time_zone: timeZone,
  /** Every page of a demonstration says so, and it may publish with the default secret. */
  demo: z.boolean().default(false),
  site: z.strictObject({
    /** Where the site is published, with its base path if it has one. */
    url: z.url(),
    accent: z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour as #rrggbb, such as #1f4e79'),
    /** The city's own website, and where a request is made. */
    city_url: z.url(),
    portal_url: z.url(),
  }),
  publisher: z.strictObject({ name: localized, steward: localized, email: z.email() }),
  licence: z.strictObject({ name: localized, url: z.url() }),
  fulfilment_horizon_days: z.number().int().min(1).max(365).default(90),
  /** Local time by which a night's figures are promised. */
  expected_by: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a local time as HH:MM, such as 06:00'),
  sources: z.array(source).min(1),
  /** How the site gets to where the public reads it; absent means that `site` in the data folder is that place. */
  publish: publishSettings.optional(),
  alerts: alertSettings.optional(),
});
export type CitySettings = z.infer<typeof citySettings>;

const names = { name_en: z.string().default(''), name_fr: z.string().default('') };
/** Values of the source that mean this row, separated by `|` (one inside a value is `\|`), without regard to case. */
const matches = z.string().default('');

export function splitMatches(text: string): string[] {
  return text.split(/(?<!\\)\|/).map((value) => value.replaceAll('\\|', '|'));
}

export function joinMatches(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('|', '\\|')).join('|');
}

/** Each list of the city folder: its file, and the shape of a row. */
export const cityLists = {
  service_groups: z.strictObject({ service_group: code, ...names }),
  departments: z.strictObject({ department: code, ...names, matches }),
  channels: z.strictObject({ channel: code, ...names, matches }),
  services: z.strictObject({
    service_code: code,
    service_group: code,
    department: code,
    kind: z.enum(kinds),
    tier: z.enum(privacyTiers, { error: 'a tier: A, B or C' }),
    ...names,
    matches,
  }),
  statuses: z.strictObject({
    /** The source it applies to; `*` for any. */
    source: z.union([code, z.literal('*')]),
    /** The source's status and closure reason, without regard to case; `*` matches any, blank matches blank. */
    status: z.string(),
    closure: z.string(),
    outcome: z.enum(outcomes),
  }),
  targets: z.strictObject({
    service_code: code,
    valid_from: isoDate,
    value: z.coerce.number().int().positive(),
    unit: z.enum(targetUnits),
    owner: z.string(),
  }),
  holidays: z.strictObject({ holiday_on: isoDate, ...names }),
  events: z.strictObject({ event_id: code, kind: z.enum(eventKinds), starts_on: isoDate, ends_on: isoDate, ...names }),
} as const;
export type CityListName = keyof typeof cityLists;
export type CityList<Name extends CityListName> = z.infer<(typeof cityLists)[Name]>[];

/** Lists a city may leave out. */
export const optionalCityLists = ['targets', 'holidays', 'events'] as const satisfies readonly CityListName[];

const ring = z
  .array(z.tuple([z.number(), z.number()]))
  .min(4)
  .refine((points) => isClosed(points), { error: 'a ring that ends where it starts' });

const areaGeometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
export type AreaGeometry = z.infer<typeof areaGeometry>;

/** `areas.geojson`: longitude and latitude, WGS 84. A null geometry is an area known by name only. */
export const areaCollection = z.strictObject({
  type: z.literal('FeatureCollection'),
  name: z.string().optional(),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      properties: z.strictObject({
        area_id: code,
        ...names,
        matches,
        /** Residents by census or estimate year. */
        population: z.record(z.string().regex(/^\d{4}$/), z.number().int().positive()).default({}),
        valid_from: isoDate.nullable().default(null),
        valid_to: isoDate.nullable().default(null),
      }),
      geometry: areaGeometry.nullable(),
    }),
  ),
});
export type AreaCollection = z.infer<typeof areaCollection>;
export type Area = AreaCollection['features'][number];

/** A whole city folder, checked. */
export interface City {
  /** The folder it was read from: file sources are relative to it. */
  readonly folder: string;
  readonly settings: CitySettings;
  readonly lists: { readonly [Name in CityListName]: CityList<Name> };
  readonly areas: AreaCollection;
  /** Null where the folder has no `streets.geojson`. */
  readonly streets: CityStreets | null;
}

/** The streets of a city, and what its live folder says that the public may know of them. */
export interface CityStreets {
  readonly streets: StreetCollection;
  readonly places: PlaceCollection;
  readonly levels: LiveList<'levels_of_service'>;
  readonly publishDelaySeconds: LiveSettings['publish_delay_seconds'];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isClosed(points: readonly (readonly [number, number])[]): boolean {
  const first = points[0];
  const last = points.at(-1);
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}
