/** The typed shape of a city folder: what people write, checked before anything else runs. */

import { z } from 'zod';
import type { LiveList, LiveSettings } from './live-settings.ts';
import { alertSettings, publishSettings } from './operation.ts';
import { sourceSettings } from './sources.ts';
import type { PlaceCollection, StreetCollection } from './streets.ts';
import { code, timeZone } from './value-shapes.ts';

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

const isoDate = z.iso.date();

/** A text in each language; that each language of the city is there is checked across files. */
const localized = z.strictObject({ en: z.string().min(1).optional(), fr: z.string().min(1).optional() });
export type Localized = z.infer<typeof localized>;

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
  sources: z.array(sourceSettings).min(1),
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

function isClosed(points: readonly (readonly [number, number])[]): boolean {
  const first = points[0];
  const last = points.at(-1);
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}
