-- How many requests were waiting, and how many of them past their due time, at the end of each month.
--
-- grain: one row per slice and month
-- reads: measured_requests, slices, periods
--
-- Counted by what came and went: a request opens in its month, leaves in the month of its closing, and is overdue from
-- the month in which its due time passes. For the current month the moment is the night's. Tiers A and B only.
with
  changes as (
    select
      service_code, area_id, requested_month as month_start, 1 as open_change, 0 as overdue_change
    from measured_requests
    where basis = 'published' and is_in_scope and (is_open or closed_on is not null)
    union all
    select
      service_code, area_id, cast(date_trunc('month', greatest(closed_on, requested_on)) as date), -1, 0
    from measured_requests
    where basis = 'published' and is_in_scope and not is_open and closed_on is not null
    union all
    select
      service_code, area_id, cast(date_trunc('month', greatest(due_on, requested_on)) as date), 0, 1
    from measured_requests
    where basis = 'published' and is_in_scope and is_overdue
    union all
    select
      service_code, area_id,
      unnest([
        cast(date_trunc('month', greatest(due_on, requested_on)) as date),
        cast(date_trunc('month', closed_on) as date)
      ]),
      0,
      unnest([1, -1])
    from measured_requests
    where basis = 'published' and is_in_scope and is_on_time is not null and not is_open
      and date_trunc('month', closed_on) > date_trunc('month', greatest(due_on, requested_on))
  ),
  monthly as (
    select
      case when slices.is_by_service then changes.service_code else 'all' end as service_code,
      case when slices.is_by_area then changes.area_id else 'all' end as area_id,
      changes.month_start,
      sum(changes.open_change) as open_change,
      sum(changes.overdue_change) as overdue_change
    from
      changes
      inner join slices on slices.basis = 'published'
    group by all
  ),
  grid as (
    select
      cells.service_code,
      cells.area_id,
      periods.period_start as month_start
    from
      (select distinct service_code, area_id from monthly) as cells
      inner join periods on periods.basis = 'published' and periods.period_type = 'month'
  )
select
  grid.service_code,
  grid.area_id,
  grid.month_start,
  (sum(coalesce(monthly.open_change, 0)) over running)::bigint as open_count,
  (sum(coalesce(monthly.overdue_change, 0)) over running)::bigint as overdue_count
from
  grid
  left join monthly on grid.service_code = monthly.service_code
    and grid.area_id = monthly.area_id
    and grid.month_start = monthly.month_start
window
  running as (partition by grid.service_code, grid.area_id order by grid.month_start)
