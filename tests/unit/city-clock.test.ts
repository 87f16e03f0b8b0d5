/** The city's clock by its table of offsets says what the database's own calendar says, also where clocks change. */

import { expect, test } from 'vitest';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { setCityZone } from '../../scripts/warehouse/set-variables.ts';

/** Half an hour of summer time, changes a minute after midnight, a month without summer time, a day left out, none. */
const zones = [
  'America/Toronto',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/Regina',
];

/** Every 97 minutes of 46 years, from before the table begins. */
const moments = "select timestamp '1985-01-01' + to_minutes(97 * range) as moment from range(250000)";

test.each(zones)('in %s every local time and every instant is where the calendar puts it', async (zone) => {
  const { connection, close } = await openWarehouse({ file: ':memory:' });
  await setCityZone(connection, zone);
  const reader = await connection.runAndReadAll(`
    with moments as (${moments}),
    asked as (
      select
        moment,
        timezone(city_zone(), moment) as later,
        timezone(city_zone(), moment) - interval 1 hour as earlier,
        timezone(city_zone(), moment::timestamptz) as shown
      from moments
    )
    select
      count_if(steady_offset(epoch_us(moment)) is not null) > 100000 as is_table_used,
      count_if(first_instant(moment, city_zone())
        is distinct from case when timezone(city_zone(), earlier) = moment then earlier else later end) as wrong_instants,
      count_if(local_date(moment::timestamptz, city_zone()) is distinct from shown::date) as wrong_dates,
      count_if(floor_to_local_hour(moment::timestamptz, city_zone())
        is distinct from moment::timestamptz - (shown - date_trunc('hour', shown))) as wrong_hours
    from asked`);
  close();
  expect(reader.getRowsJS()).toEqual([[true, 0n, 0n, 0n]]);
});
