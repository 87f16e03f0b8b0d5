/** The night's moment and settings, as the one-row tables that models read instead of a clock. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { CitySettings } from '../../src/contract/city.ts';
import { quoteText } from './quote.ts';

type NightSettings = Pick<CitySettings, 'time_zone' | 'fulfilment_horizon_days'>;

/** Makes `night`. */
export async function createNight(connection: DuckDBConnection, asOf: Date, settings: NightSettings): Promise<void> {
  await connection.run(nightStatement(asOf, settings));
}

/**
 * The statement for it: `as_of`, `as_of_on` (the local date of the instant just before it), `month_end_at` and
 * `month_end_on` (the end, and last day, of the last whole month), `horizon_days`.
 */
export function nightStatement(asOf: Date, settings: NightSettings): string {
  const zone = quoteText(settings.time_zone);
  const at = `${quoteText(asOf.toISOString())}::timestamptz`;
  return `create or replace table night as
select
  ${at} as as_of,
  local_date(${at} - interval 1 millisecond, ${zone}) as as_of_on,
  first_instant(date_trunc('month', timezone(${zone}, ${at})), ${zone}) as month_end_at,
  cast(date_trunc('month', timezone(${zone}, ${at})) - interval 1 day as date) as month_end_on,
  ${settings.fulfilment_horizon_days}::integer as horizon_days`;
}
