-- The figures whose months are watched for signals, in every whole month.
--
-- grain: one row per measure, service (or `all`) and whole month
-- reads: published_measures, months
--
-- A count without a row is zero where anything at all was asked of the city in that month; a share without one is not
-- known. `weight` is what the figure is made of: the count itself, or a share's denominator.
with
  watched as (
    select
      measure_id,
      measure_id = 'requests_received' as is_count,
      service_code,
      period_start as month_start,
      value,
      denominator as weight,
      status = 'final' as is_final
    from
      published_measures
    where
      measure_id in ('requests_received', 'on_time_rate', 'closed_within_7_days')
      and basis = 'published'
      and period_type = 'month'
      and service_group = 'all'
      and department = 'all'
      and area_id = 'all'
      and channel = 'all'
      and kind = 'all'
  ),
  told_months as (
    select
      months.month_start
    from
      months
      inner join watched on watched.measure_id = 'requests_received'
        and watched.service_code = 'all'
        and months.month_start = watched.month_start
    where
      months.basis = 'published'
      and months.is_whole
      and months.month_start >= months.first_requested_on
  ),
  series as (
    select distinct measure_id, is_count, service_code from watched
  )
select
  series.measure_id,
  series.is_count,
  series.service_code,
  told_months.month_start,
  case when series.is_count then coalesce(watched.value, 0) else watched.value end as value,
  coalesce(watched.weight, 0) as weight,
  coalesce(watched.is_final, series.is_count) as is_final
from
  series
  cross join told_months
  left join watched on series.measure_id = watched.measure_id
    and series.service_code = watched.service_code
    and told_months.month_start = watched.month_start
