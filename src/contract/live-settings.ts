/** The typed shape of `city/live/`: what people write for the live lane, before a winter and during a storm. */

import { z } from 'zod';
import { languages } from './city.ts';
import { liveServices, passStates, vehicleKinds } from './live.ts';
import { streetClasses } from './streets.ts';

const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'a code is lower-case letters, digits, - and _, starting with a letter or digit');

/** What a table of vehicles may hold; columns that are not mapped are not asked for, and never kept. */
export const fixFields = [
  'vehicle',
  'at',
  'longitude',
  'latitude',
  'speed',
  'bearing',
  'accuracy',
  'kind',
  'blade',
  'wing',
  'spreader',
  'blower',
  'loader',
] as const;
export type FixField = (typeof fixFields)[number];

export const speedUnits = ['m/s', 'km/h', 'mph'] as const;

const feedCommon = {
  id: code,
  /** Of a vehicle whose kind the feed does not say. */
  vehicle_kind: z.enum(vehicleKinds).default('plow'),
};

const tableCommon = {
  /** The column of each field; the vehicle's is needed. */
  fields: z.partialRecord(z.enum(fixFields), z.string().min(1)),
  speed_unit: z.enum(speedUnits).default('km/h'),
  /** The kind that a value of the column `kind` means, without regard to case. */
  kinds: z.record(z.string(), z.enum(vehicleKinds)).default({}),
};

const address = z
  .string()
  .regex(/^(?:https?:\/\/\S+|\$[A-Za-z_][A-Za-z0-9_]*\S*)$/, 'an address that begins with https://, or $NAME for one');
const webCommon = {
  /** `$NAME` in it, or in a header, is read from the environment, so that no key need stand in the folder. */
  url: address,
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/, 'the name of a header'), z.string().min(1)).default({}),
};

const feed = z.discriminatedUnion('kind', [
  z.strictObject({ ...feedCommon, kind: z.literal('demo-storm'), seed: z.number().int().default(1) }),
  z.strictObject({
    ...feedCommon,
    ...tableCommon,
    kind: z.literal('folder'),
    /** Relative to the city folder; `$NAME` at its start is read from the environment. */
    folder: z.string().min(1),
  }),
  z.strictObject({ ...feedCommon, ...webCommon, kind: z.literal('gtfs-realtime') }),
  z.strictObject({
    ...feedCommon,
    ...tableCommon,
    ...webCommon,
    kind: z.literal('arcgis'),
    /** Numbers of the layers with vehicles; none means every layer of points. */
    layers: z.array(z.number().int().min(0)).default([]),
  }),
  /** A log of fixes, or a folder of them: whatever it holds comes again at its own time. */
  z.strictObject({ ...feedCommon, kind: z.literal('replay'), log: z.string().min(1) }),
]);
export type FeedSettings = z.infer<typeof feed>;
export type FeedOf<Kind extends FeedSettings['kind']> = Extract<FeedSettings, { kind: Kind }>;

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day of the year as MM-DD');

/** `settings.json`. */
export const liveSettings = z.strictObject({
  /** None where supervisors' lists are all there is. */
  feeds: z.array(feed).default([]),
  /** How many vehicles of each kind a storm brings out: "27 of 31 reporting". */
  expected: z.partialRecord(z.enum(vehicleKinds), z.number().int().min(0)).default({}),
  poll_seconds: z.number().int().min(5).max(300).default(10),
  /** Before a position, or a street that was just done, is seen by anybody. */
  publish_delay_seconds: z.number().int().min(60).max(3600).default(300),
  /** Days for which raw fixes are kept, by the city's own rule. */
  raw_days: z.number().int().min(1).max(366).default(14),
  /** Where the public's files are written; absent: `live/` in the data folder. Relative to the data folder. */
  folder: z.string().min(1).optional(),
  /** Outside of it no feed is expected to send. It may go over the new year. */
  season: z.strictObject({ from: monthDay, until: monthDay }),
  /** Places, such as a driver's home or a shelter, near which no vehicle is ever shown. */
  hidden_places: z
    .array(
      z.strictObject({
        name: z.string().default(''),
        longitude: z.number().min(-180).max(180),
        latitude: z.number().min(-90).max(90),
        radius_metres: z.number().positive().max(5000).default(150),
      }),
    )
    .default([]),
});
export type LiveSettings = z.infer<typeof liveSettings>;

const instant = z.iso.datetime({
  offset: true,
  error: 'an instant with its offset, such as 2027-01-12T03:00:00-05:00',
});

/** `event.json`: the storm being worked, or the last one. Nothing from before it began is shown. */
export const liveEvent = z
  .strictObject({
    id: code,
    name: z.partialRecord(z.enum(languages), z.string().min(1)),
    started_at: instant,
    ended_at: instant.nullable().default(null),
  })
  .refine(({ started_at, ended_at }) => ended_at === null || Date.parse(ended_at) > Date.parse(started_at), {
    path: ['ended_at'],
    error: 'an instant after started_at',
  });
export type LiveEvent = z.infer<typeof liveEvent>;

/** `hide.json`: in force within one publish. What is hidden says so, and is never shown as not done. */
export const liveHide = z.strictObject({
  everything: z.boolean().default(false),
  /** By the feed's own names. */
  vehicles: z.array(z.string().min(1)).default([]),
  /** Ids of areas: neither their vehicles nor what was done to their streets. */
  areas: z.array(code).default([]),
});
export type LiveHide = z.infer<typeof liveHide>;

/** A person's words for a street; a machine alone can have driven it. */
export const overrideStates = passStates.filter((state) => state !== 'drove');

/** Each list of the live folder: its file, and the shape of a row. */
export const liveLists = {
  /** A supervisor's list: it wins over what machines say, and works where no machine says anything. */
  overrides: z.strictObject({
    /** The id of a segment or a street, or a street's name as on its sign. */
    place: z.string().min(1, 'a street or a segment'),
    service: z.enum(liveServices),
    state: z.enum(overrideStates),
    /** In the city's own time, or an instant with its offset. */
    at: z.string().regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/, 'a time such as 2027-01-12 06:40'),
    /** Who says so, by role and never by name. */
    role: z.string().min(1, 'a role, such as supervisor'),
  }),
  /** What council approved. */
  levels_of_service: z.strictObject({
    class: z.enum(streetClasses),
    service: z.enum(liveServices),
    /** After the snow has ended, or as the citation says. */
    hours: z.coerce.number().positive(),
    /** Where it is written. */
    citation: z.url(),
    since: z.iso.date(),
  }),
} as const;
export type LiveListName = keyof typeof liveLists;
export type LiveList<Name extends LiveListName> = z.infer<(typeof liveLists)[Name]>[];

/** `live.json` of the night's exports: what the pages of streets say beside the streets themselves. */
export interface PublishedLive {
  readonly publish_delay_seconds: number;
  readonly levels_of_service: LiveList<'levels_of_service'>;
}
