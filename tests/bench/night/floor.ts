/**
 * The bare floor of a night, as a process: plain DuckDB reads the same file once, groups it, and copies the same columns.
 *
 * It does what no night can leave out: read_csv of every byte into typed columns of a database on the disk, the city's
 * words for service, channel and area, counts and on-time shares by service, area and month, two quantiles of the days
 * to close in every slice, and the published rows, sorted, as CSV and as Parquet. It does not keep what was delivered,
 * find out how the file is written, know of time zones and changing clocks, of targets, duplicates, nights gone by or
 * privacy, bound a figure by an interval, check anything, write Arrow or hash a file.
 */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { quoteText } from '../../../scripts/warehouse/quote.ts';

const [, , folder = '', file = ''] = process.argv;
const instance = await DuckDBInstance.create(join(folder, 'floor.duckdb'));
const connection = await instance.connect();
const city = (name: string) => quoteText(join(folder, 'city', name));
const listOf = (name: string, code: string) => `
  select ${code}, unnest(string_split(matches, '|')) as word from read_csv(${city(name)}, header = true)`;

const columns = ['Case Number', 'Created On', 'Closed On', 'First Closed On', 'First Reopened On', 'Due On', 'Modified On', 'Times Reopened',
  'Status', 'Closure Reason', 'Category', 'Department', 'Channel', 'Ward', 'Longitude', 'Latitude', 'Address',
  'Description', 'Owner']; // prettier-ignore
const types: Readonly<Record<string, string>> = {
  'Times Reopened': 'integer',
  Longitude: 'double',
  Latitude: 'double',
};
const typeOf = (name: string) => types[name] ?? (name.endsWith(' On') ? 'timestamp' : 'varchar');

await timed('read', `
  create table requests as
  select
    "Case Number" as service_request_id,
    "Created On" as requested_datetime,
    "Modified On" as updated_datetime,
    "Closed On" as closed_datetime,
    "Due On" as expected_datetime,
    case when "Closed On" is null then 'open' else 'closed' end as status,
    lower("Closure Reason") as status_notes,
    channel_words.channel as source,
    services.name_en as service_name,
    services.service_code,
    services.service_group as service_subtype,
    services.department as agency_responsible,
    null::varchar as address,
    null::double as lat,
    null::double as long,
    services.name_fr as service_name_fr,
    lower("Status") as outcome,
    services.kind,
    coalesce('ward-' || right("Ward", 1), 'unknown') as area_id,
    case when "Ward" is null then 'none' else 'area' end as geo_precision,
    case when services.tier = 'B' then 'date' else 'hour' end as time_precision,
    "Created On"::date as requested_on,
    "Closed On"::date as closed_on,
    "First Closed On"::date as first_closed_on,
    "Closed On" <= "Due On" as is_on_time,
    "Times Reopened" as reopen_count,
    "First Reopened On"::date - "First Closed On"::date <= 30 as is_reopened,
    epoch("Closed On" - "Created On") / 86400 as days_to_close,
    services.tier
  from read_csv(${quoteText(file)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
      columns = {${columns.map((name) => `${quoteText(name)}: '${typeOf(name)}'`).join(', ')}}) as delivered
    left join (${listOf('services.csv', 'service_code')}) as service_words on service_words.word = delivered."Category"
    left join read_csv(${city('services.csv')}, header = true) as services using (service_code)
    left join (${listOf('channels.csv', 'channel')}) as channel_words on channel_words.word = delivered."Channel"`); // prettier-ignore

await timed('aggregate', `
  create table counts as
  select
    service_code, area_id, date_trunc('month', requested_on) as month,
    count(*) as received, count(closed_on) as closed, count_if(is_on_time) as on_time, count(is_on_time) as due
  from requests
  group by all;
  create table quantiles as
  select
    service_code, area_id, date_trunc('month', requested_on) as month, year(requested_on) as year,
    quantile_cont(days_to_close, [0.5, 0.9]) as days
  from requests
  group by grouping sets (
    (service_code, month), (area_id, month), (month), (service_code, year), (area_id, year), (year)
  )`); // prettier-ignore

const published = `
  select * exclude (tier) from requests where tier in ('A', 'B') order by requested_datetime, service_request_id`;
await timed('csv', `copy (${published}) to ${quoteText(join(folder, 'floor.csv'))} (format csv, header)`);
await timed('parquet', `copy (${published}) to ${quoteText(join(folder, 'floor.parquet'))} (format parquet, compression zstd)`); // prettier-ignore
if (statSync(join(folder, 'floor.csv')).size === 0) throw new Error('the floor wrote nothing');
connection.closeSync();
instance.closeSync();

/** One line for the bench: the name and its seconds. */
async function timed(name: string, statements: string): Promise<void> {
  const startedAt = performance.now();
  await connection.run(statements);
  process.stdout.write(`${name} ${((performance.now() - startedAt) / 1000).toFixed(3)}\n`);
}
