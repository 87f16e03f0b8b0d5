/** The shape of `manifest.json` and `night.json`: what a release says of itself. */

import { z } from 'zod';
import { languages } from './city.ts';

const instant = z.iso.datetime();
const date = z.iso.date();
const localized = z.strictObject({ en: z.string().optional(), fr: z.string().optional() });

export const manifestSchema = z.strictObject({
  plainview: z.string(),
  release_id: z.string(),
  /** The moment to which every source is complete; never the clock. */
  as_of: instant,
  built_at: instant,
  next_expected_at: instant,
  /** Everything the site says of the city itself, from `city.json`. */
  city: z.strictObject({
    id: z.string(),
    name: localized,
    languages: z.array(z.enum(languages)),
    time_zone: z.string(),
    demo: z.boolean(),
    url: z.url(),
    city_url: z.url(),
    portal_url: z.url(),
    accent: z.string(),
    publisher: localized,
    steward: localized,
    email: z.string(),
    licence: z.strictObject({ name: localized, url: z.url() }),
    fulfilment_horizon_days: z.number().int(),
  }),
  coverage: z.strictObject({
    first_requested_on: date,
    last_requested_on: date,
    /** First day of the first and the last whole months inside the coverage; null when there is none. */
    first_whole_month: date.nullable(),
    last_whole_month: date.nullable(),
    /** Whether any source tells when a request was closed; without it there is volume only. */
    has_closing: z.boolean().default(true),
    /** Whether any source tells when a request was first closed and when it was opened again. */
    has_reopenings: z.boolean().default(false),
  }),
  /** Paths are relative to the manifest's folder. */
  files: z.array(
    z.strictObject({
      path: z.string(),
      dataset: z.string().nullable(),
      format: z.enum(['csv', 'arrow', 'parquet', 'geojson', 'json', 'sql']),
      media_type: z.string(),
      bytes: z.number().int(),
      rows: z.number().int().nullable(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** Codes of things a reader should know before using the figures; the site has a sentence for each. */
  warnings: z.array(z.strictObject({ code: z.string(), count: z.number().int() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const nightSchema = z.strictObject({
  state: z.enum(['published']),
  release_id: z.string(),
  as_of: instant,
  built_at: instant,
  next_expected_at: instant,
});
export type Night = z.infer<typeof nightSchema>;
