-- Every month and year since the first request, and the last twelve whole months.
--
-- grain: one row per basis, type of period, start, and whether it is the fulfilment rate's own twelve months
-- reads: requests, night
--
-- Each basis has its moment: the night's, or for tier C the end of the last whole month, with finished periods only.
-- The fulfilment rate's last twelve months end with its newest final month. Twelve months of which the records cover
-- only a part are not listed.
with
  moments as (
    select 'published' as basis, as_of as moment_at, as_of_on as moment_on, horizon_days from night
    union all
    select 'warehouse' as basis, month_end_at, month_end_on, horizon_days from night
  ),
  first_month as (
    select
      min(requested_on) as first_requested_on,
      cast(date_trunc('month', min(requested_on)) as date) as month_start
    from
      requests
  ),
  months as (
    select
      moments.*,
      cast(unnest(generate_series(first_month.month_start, moments.moment_on, interval 1 month)) as date) as month_start
    from
      moments
      cross join first_month
  ),
  ended_months as (
    select
      months.*,
      first_instant(cast(month_start + interval 1 month as timestamp), city_zone()) as ended_at
    from
      months
  ),
  newest as (
    select
      ended_months.basis,
      horizon_days > 0 as is_for_fulfilment,
      max(month_start) filter (ended_at + to_hours(24 * horizon_days) <= moment_at) as last_month
    from ended_months
    group by all
    union all
    select
      ended_months.basis,
      false as is_for_fulfilment,
      max(month_start) filter (ended_at <= moment_at) as last_month
    from ended_months
    group by all
  ),
  listed as (
    select
      basis, 'month' as period_type, month_start as period_start,
      cast(month_start + interval 1 month - interval 1 day as date) as period_end,
      null::boolean as is_for_fulfilment
    from months
    union all
    select distinct
      basis, 'year', cast(date_trunc('year', month_start) as date),
      cast(date_trunc('year', month_start) + interval 1 year - interval 1 day as date),
      null::boolean
    from months
    union all
    select
      newest.basis, 'last_12_months', cast(newest.last_month - interval 11 month as date),
      cast(newest.last_month + interval 1 month - interval 1 day as date),
      newest.is_for_fulfilment
    from newest
    cross join first_month
    where newest.last_month - interval 11 month >= first_month.first_requested_on
  ),
  timed as (
    select
      listed.*,
      moments.moment_at,
      moments.moment_on,
      moments.horizon_days,
      first_instant(cast(listed.period_end + 1 as timestamp), city_zone()) as ended_at
    from
      listed
      inner join moments on listed.basis = moments.basis
  )
select
  basis,
  period_type,
  period_start,
  period_end,
  cast(date_trunc('month', least(period_end, moment_on)) as date) as last_month,
  is_for_fulfilment,
  ended_at <= moment_at as is_over,
  ended_at + to_hours(24 * horizon_days) <= moment_at as is_past_horizon,
  (epoch_ms(moment_at) - epoch_ms(ended_at)) / 86400000.0::double as days_since_end
from
  timed
where
  basis = 'published'
  or ended_at <= moment_at
