-- Closings of which the city's own records know the time, and those within ten minutes of the request.
--
-- grain: one row per service, group, department and month in which any request in scope was closed
-- reads: requests
--
-- By exact times, which are not published: those that are have no minutes. A closing before its request, beyond the
-- source's clock tolerance, has no duration. Tiers A and B only, and never by area.
with
  closings as (
    select
      requests.*,
      time_precision <> 'date' and closed_at >= requested_at - to_seconds(clock_tolerance_seconds) as is_timed
    from
      requests
    where
      tier in ('A', 'B')
      and closed_on is not null
      and kind in ('request', 'complaint', 'application')
      and outcome not in ('referred', 'duplicate', 'cancelled', 'invalid')
  )
select
  service_code,
  service_group,
  department,
  cast(date_trunc('month', closed_on) as date) as closed_month,
  count(*)::bigint as closed_count,
  count_if(time_precision = 'date')::bigint as dated_count,
  count_if(is_timed)::bigint as timed_count,
  count_if(is_timed and closed_at <= requested_at + interval 10 minute)::bigint as quick_count,
  count_if(is_timed and outcome = 'unmapped')::bigint as unmapped_count
from
  closings
group by all
