/** The sources of a city: which system each is, how it is asked, and the only fields that are ever asked for. */

import { z } from 'zod';
import { isPersonal } from './personal-fields.ts';
import { code, timeZone } from './value-shapes.ts';

/** The fields an adapter may ask a source for. Nothing else is ever read into a row. */
export const rawFields = [
  'id',
  'requested_at',
  'closed_at',
  'first_closed_at',
  'first_reopened_at',
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

const fieldSource = z.union([
  z.string().min(1),
  z.strictObject({
    column: z.string().min(1),
    /** A strptime pattern as DuckDB reads it; absent means the source's `date_format`. */
    date_format: z.string().min(1).optional(),
  }),
]);

/** A column by its name, with its own way of writing times where it has one. */
export type FieldSpec = z.infer<typeof fieldSource>;

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
  /** Of a workbook; absent means its first. */
  sheet: z.string().min(1).optional(),
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

/** `$NAME`: the environment's NAME, or the file that its NAME_FILE names. No secret stands in `city.json`. */
const secret = z.string().regex(/^\$[A-Za-z_][A-Za-z0-9_]*$/, '$NAME, for a secret that the environment holds');

const httpAddress = z.string().refine(isHttpAddress, 'an https:// address');

/** Without TLS only this machine itself, by its name as a whole: a secret goes there. */
function isHttpAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || /\s/.test(text) || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(url.hostname));
}

/** What an API calls each field. A field that is `null` is not asked for. */
const apiFields = z
  .partialRecord(z.enum(rawFields), z.string().min(1).nullable())
  .refine(
    (fields) => Object.values(fields).every((name) => name === null || !isPersonal(name)),
    'no field that holds a name, a contact or free text of a resident',
  );

/** A field of a case, perhaps by way of a related record: `RecordType.Name`. */
const salesforceName = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/;

const caseFields = apiFields
  .refine(
    (fields) => Object.values(fields).every((name) => name === null || salesforceName.test(name)),
    'the API name of a field, such as Ward__c or RecordType.Name',
  )
  .refine(({ id = 'Id' }) => id === 'Id', 'Id: deleted cases and their history are told by it alone');

const salesforceSource = z.strictObject({
  ...sourceCommon,
  kind: z.literal('salesforce'),
  /** The city's My Domain, such as https://example.my.salesforce.com */
  url: httpAddress,
  sign_in: z.discriminatedUnion('flow', [
    z.strictObject({ flow: z.literal('client_credentials'), client_id: secret, client_secret: secret }),
    z.strictObject({
      flow: z.literal('jwt_bearer'),
      client_id: secret,
      username: secret,
      /** A private key as PEM. */
      private_key: secret,
      /** Absent means https://login.salesforce.com; of a sandbox https://test.salesforce.com */
      audience: httpAddress.optional(),
    }),
  ]),
  api_version: z
    .string()
    .regex(/^\d\d\.0$/, 'a version such as 62.0')
    .default('62.0'),
  /** Whether closings and reopenings are read from the history of cases (`CaseHistory2`). */
  history: z.boolean().default(true),
  fields: caseFields.default({}),
});

/** What a `Case` calls the fields, unless `fields` says otherwise. */
export const salesforceFields = {
  id: 'Id',
  requested_at: 'CreatedDate',
  closed_at: 'ClosedDate',
  updated_at: 'SystemModstamp',
  status: 'Status',
  service: 'Type',
  channel: 'Origin',
} as const satisfies { readonly [Field in RawField]?: string };

const open311Source = z.strictObject({
  ...sourceCommon,
  kind: z.literal('open311'),
  /** The address before `/requests.json`, such as https://311.example.ca/open311/v2 */
  url: httpAddress,
  jurisdiction_id: z.string().min(1).optional(),
  api_key: secret.optional(),
  format: z.enum(['json', 'xml']).default('json'),
  /** The first day that is asked for. */
  since: z.iso.date(),
  /** Absent means found: the most that one answer has held. */
  page_size: z.number().int().min(1).max(10_000).optional(),
  requests_per_second: z.number().positive().max(20).default(1),
  fields: apiFields.default({}),
});

/**
 * What GeoReport v2 calls the fields, unless `fields` says otherwise. It has no time of closing: that of a closed
 * request is its last update.
 */
export const open311Fields = {
  id: 'service_request_id',
  requested_at: 'requested_datetime',
  updated_at: 'updated_datetime',
  due_at: 'expected_datetime',
  status: 'status',
  service: 'service_name',
  department: 'agency_responsible',
  longitude: 'long',
  latitude: 'lat',
} as const satisfies { readonly [Field in RawField]?: string };

export const sourceSettings = z.discriminatedUnion('kind', [demoSource, filesSource, salesforceSource, open311Source]);
export type Source = z.infer<typeof sourceSettings>;
export type FilesSource = z.infer<typeof filesSource>;
export type DemoSource = z.infer<typeof demoSource>;
export type SalesforceSource = z.infer<typeof salesforceSource>;
export type Open311Source = z.infer<typeof open311Source>;
