/**
 * The bare floor of the measures, as a process: plain DuckDB groups the same staged requests in the same slices.
 *
 * It does what no night can leave out: counts, conditional counts and plain quantiles of every measure, by `group by` over
 * grouping sets, for each month, each year and the last twelve months. It does not know of requests that are still open
 * when it takes a quantile, does not say what was open at the end of any month but by what came and went in it, makes no
 * public record, bounds nothing by an interval, knows no winter and no summer, and withholds nothing.
 */

import { DuckDBInstance } from '@duckdb/node-api';

const [, , file = ''] = process.argv;
const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
const connection = await instance.connect();
await connection.run(`set memory_limit = '2500 MiB'`);

const places = ['', 'service_code', 'service_group', 'department', 'area_id', 'service_group, area_id', 'service_code, area_id']; // prettier-ignore
const withoutAreas = places.filter((place) => !place.includes('area_id'));

await timed('told', `
  create temp table told as
  select
    service_code, service_group, department, area_id, channel, kind, outcome, requested_on, closed_on, due_on,
    first_closed_on, is_reopened,
    kind in ('request', 'complaint', 'application')
      and outcome not in ('referred', 'duplicate', 'cancelled', 'invalid') as is_in_scope,
    outcome in ('fulfilled', 'no_action') and closed_at <= due_at as is_on_time,
    closed_at <= requested_at + interval 10 minute as is_quick,
    epoch(closed_at - requested_at) / 86400 as days
  from requests
  where tier in ('A', 'B')`); // prettier-ignore

await byMonthsAndYears('requested_on', places, `
  count(*), count_if(is_in_scope), count_if(is_in_scope and outcome = 'fulfilled' and days <= 90),
  count_if(outcome = 'open'), count_if(outcome = 'fulfilled'), count_if(outcome = 'no_action'),
  count_if(outcome = 'handed_on'), count_if(outcome = 'referred'), count_if(outcome = 'duplicate'),
  count_if(outcome = 'cancelled'), count_if(outcome = 'invalid'), count_if(outcome = 'unmapped'),
  count_if(days <= 1), count_if(days <= 7), count_if(days <= 30), count_if(days <= 90),
  quantile_cont(days, [0.5, 0.9]) filter (is_in_scope)`); // prettier-ignore
await byMonthsAndYears('due_on', places, `count_if(is_in_scope), count_if(is_in_scope and is_on_time)`);
await byMonthsAndYears('first_closed_on', places, `count_if(is_in_scope), count_if(is_in_scope and is_reopened)`);
await byMonthsAndYears('closed_on', withoutAreas, `count_if(is_in_scope), count_if(is_in_scope and is_quick)`);
await timed('waiting', `
  create temp table left_by_age as
  select
    date_trunc('month', closed_on) as month, ${columnsOf(places)},
    count_if(days < 8), count_if(days < 31), count_if(days < 91), count_if(days < 366), count(*)
  from told where is_in_scope
  group by grouping sets (${setsOf(places, ['month'])});
  create temp table waiting_now as
  select ${columnsOf(places)}, quantile_cont((select max(requested_on) from told) - requested_on, 0.5)
  from told where is_in_scope and outcome = 'open'
  group by grouping sets (${setsOf(places, [])})`); // prettier-ignore
await byMonthsAndYears('requested_on', ['channel', 'kind'], 'count(*)');
await timed('days', `
  create temp table daily as
  select requested_on, service_code, count(*) from told
  group by grouping sets ((requested_on), (requested_on, service_code))`); // prettier-ignore
await timed('withheld', `
  create temp table withheld as
  select
    date_trunc('month', requested_on) as month, year(requested_on) as year, service_code,
    count(*), count_if(outcome = 'fulfilled'),
    quantile_cont(epoch(closed_at - requested_at) / 86400, [0.5, 0.9])
  from requests where tier = 'C'
  group by grouping sets ((month, service_code), (year, service_code))`); // prettier-ignore

connection.closeSync();
instance.closeSync();

async function byMonthsAndYears(clock: string, slices: readonly string[], aggregates: string): Promise<void> {
  const name = `${clock}_${slices.length}`;
  await timed(name, `
    create temp table ${name} as
    select date_trunc('month', ${clock}) as month, year(${clock}) as year, ${columnsOf(slices)}, ${aggregates}
    from told
    group by grouping sets (${setsOf(slices, ['month', 'year'])});
    create temp table ${name}_recent as
    select ${columnsOf(slices)}, ${aggregates}
    from told
    where ${clock} > (select max(requested_on) from told) - interval 12 month
    group by grouping sets (${setsOf(slices, [])})`); // prettier-ignore
}

function columnsOf(slices: readonly string[]): string {
  return [...new Set(slices.flatMap((slice) => slice.split(', ')))].filter((name) => name !== '').join(', ');
}

function setsOf(slices: readonly string[], periods: readonly string[]): string {
  const sets = periods.length === 0 ? [...slices] : periods.flatMap((period) => slices.map((one) => join(period, one)));
  return sets.map((set) => `(${set})`).join(', ');
}

function join(period: string, slice: string): string {
  return slice === '' ? period : `${period}, ${slice}`;
}

/** One line for the bench: the name and its seconds of the processors. */
async function timed(name: string, statements: string): Promise<void> {
  const before = process.cpuUsage();
  await connection.run(statements);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${name} ${((user + system) / 1e6).toFixed(3)}\n`);
}
