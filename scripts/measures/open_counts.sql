-- How many requests were waiting, and how many of them past their due time, at the end of each month.
--
-- grain: one row per cell and month
-- reads: measured_requests, cell_origins, cells, months
--
-- Counted by what came and went: a request opens in its month, leaves in the month of its closing, and is overdue from
-- the month in which its due time passes. For the current month the moment is the night's. Tiers A and B only.
with
  waiting as (
    select
      origin_id,
      is_open,
      requested_month,
      cast(date_trunc('month', greatest(closed_on, requested_on)) as date) as closed_month,
      case
        when is_overdue or (is_on_time is not null and not is_open)
          then cast(date_trunc('month', greatest(due_on, requested_on)) as date)
      end as overdue_month
    from
      measured_requests
    where
      basis = 'published'
      and is_in_scope
      and (is_open or closed_on is not null)
  ),
  changes as (
    select origin_id, requested_month as month_start, count(*) as open_change, 0 as overdue_change
    from waiting
    group by all
    union all
    select origin_id, closed_month, -count(*), -count_if(overdue_month < closed_month)
    from waiting
    where not is_open
    group by all
    union all
    select origin_id, overdue_month, 0, count(*)
    from waiting
    where overdue_month is not null and (is_open or overdue_month < closed_month)
    group by all
  ),
  monthly as (
    select
      cell_origins.cell_id,
      changes.month_start,
      sum(changes.open_change)::bigint as open_change,
      sum(changes.overdue_change)::bigint as overdue_change
    from
      changes
      inner join cell_origins on changes.origin_id = cell_origins.origin_id
    group by all
  )
select
  cells.cell_id,
  months.month_start,
  (sum(coalesce(monthly.open_change, 0)) over running)::bigint as open_count,
  (sum(coalesce(monthly.overdue_change, 0)) over running)::bigint as overdue_count
from
  cells
  inner join months on cells.basis = months.basis
  left join monthly on cells.cell_id = monthly.cell_id
    and months.month_start = monthly.month_start
where
  cells.basis = 'published'
window
  running as (partition by cells.cell_id order by months.month_start)
