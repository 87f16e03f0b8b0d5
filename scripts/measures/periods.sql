-- Every day, month, season and year since the first request, and the last twelve whole months.
--
-- grain: one row per basis, type of period, start, and whether it is the fulfilment rate's own twelve months
-- reads: months
--
-- Tier C knows finished periods only, and neither days nor seasons. The fulfilment rate's last twelve months end with
-- its newest final month. Twelve months, and a winter from November or summer from May, of which the records cover only
-- a part are not listed. A day has no month: only what is counted by the day joins it.
with
  newest as (
    select
      basis, true as is_for_fulfilment, first_requested_on,
      max(month_start) filter (is_whole and ended_at + to_hours(24 * horizon_days) <= moment_at) as last_month
    from months
    group by all
    union all
    select basis, false, first_requested_on, max(month_start) filter (is_whole)
    from months
    group by all
  ),
  listed as (
    select
      basis, 'month' as period_type, month_start as period_start, interval 1 month as length,
      null::boolean as is_for_fulfilment
    from months
    union all
    select distinct basis, 'year', cast(date_trunc('year', month_start) as date), interval 1 year, null::boolean
    from months
    union all
    select distinct
      basis, 'season', cast(date_trunc('month', month_start) - to_months((month(month_start) + 1) % 6) as date),
      interval 6 month, null::boolean
    from months
    where basis = 'published'
      and month_start - to_months((month(month_start) + 1) % 6) >= first_requested_on
    union all
    select distinct
      basis, 'day', cast(unnest(generate_series(first_requested_on, moment_on, interval 1 day)) as date),
      interval 1 day, null::boolean
    from (select distinct basis, first_requested_on, moment_on from months where basis = 'published') as spans
    union all
    select basis, 'last_12_months', cast(last_month - interval 11 month as date), interval 1 year, is_for_fulfilment
    from newest
    where last_month - interval 11 month >= first_requested_on
  ),
  timed as (
    select
      listed.* exclude (length),
      moments.* exclude (basis),
      cast(period_start + length - interval 1 day as date) as period_end,
      first_instant(cast(period_start + length as timestamp), city_zone()) as ended_at
    from
      listed
      inner join (select distinct basis, moment_at, moment_on, horizon_days from months) as moments
        on listed.basis = moments.basis
  )
select
  row_number() over (order by basis, period_type, period_start, is_for_fulfilment)::integer as period_id,
  basis,
  period_type,
  period_start,
  period_end,
  case when period_type <> 'day' then cast(date_trunc('month', least(period_end, moment_on)) as date) end as last_month,
  is_for_fulfilment,
  ended_at <= moment_at as is_over,
  ended_at + to_hours(24 * horizon_days) <= moment_at as is_past_horizon,
  first_instant(cast(period_end + 31 as timestamp), city_zone()) <= moment_at as is_past_reopening,
  (epoch_ms(moment_at) - epoch_ms(ended_at)) / 86400000.0::double as days_since_end
from
  timed
where
  basis = 'published'
  or ended_at <= moment_at
