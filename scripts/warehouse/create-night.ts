/** The night's moment and settings, as the one-row tables that models read instead of a clock. */

import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import type { CitySettings } from '../../src/contract/city.ts';

type NightSettings = Pick<CitySettings, 'time_zone' | 'fulfilment_horizon_days'>;

/**
 * Makes `night`: `as_of`, `as_of_on` (the local date of the instant just before it), `month_end_at` and `month_end_on`
 * (the end, and last day, of the last whole month), `horizon_days`.
 */
export async function createNight(connection: DuckDBConnection, asOf: Date, settings: NightSettings): Promise<void> {
  await connection.run(
    `create or replace table night as
     select
       $as_of::timestamptz as as_of,
       local_date($as_of::timestamptz - interval 1 millisecond, $zone) as as_of_on,
       first_instant(date_trunc('month', timezone($zone, $as_of::timestamptz)), $zone) as month_end_at,
       cast(date_trunc('month', timezone($zone, $as_of::timestamptz)) - interval 1 day as date) as month_end_on,
       $horizon::integer as horizon_days`,
    { as_of: asOf.toISOString(), zone: settings.time_zone, horizon: String(settings.fulfilment_horizon_days) },
    { as_of: VARCHAR, zone: VARCHAR, horizon: VARCHAR },
  );
}
