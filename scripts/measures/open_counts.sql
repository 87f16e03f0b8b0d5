-- How many requests were waiting at the end of each month, how many of them past their due time, and how many for long.
--
-- grain: one row per cell and month
-- reads: open_spells, night, cell_origins, cells, months
--
-- Counted by what came and went: a request opens in its month (at an age of 0), comes to an age of so many whole local
-- days in the month of that day, is overdue from the month in which its due time passes, and leaves in the month of its
-- closing. For the current month the moment is the night's. Tiers A and B only.
with
  ages as (
    select unnest([0, 8, 31, 91, 366]) as age_days
  ),
  reached as (
    select
      origin_id,
      age_days,
      cast(date_trunc('month', requested_on + age_days) as date) as month_start,
      closed_month,
      count(*) as request_count
    from
      open_spells
      cross join ages
      cross join night
    where
      requested_on + age_days <= night.as_of_on
      and (closed_month is null or requested_on + age_days < closed_month)
    group by all
    union all
    select origin_id, null, overdue_month, closed_month, count(*)
    from open_spells
    where overdue_month is not null
    group by all
  ),
  changes as (
    select origin_id, age_days, month_start, request_count as change from reached
    union all
    select origin_id, age_days, closed_month, -request_count from reached where closed_month is not null
  ),
  monthly as (
    select
      cell_origins.cell_id,
      changes.month_start,
      sum(changes.change) filter (age_days = 0) as open_change,
      sum(changes.change) filter (age_days is null) as overdue_change,
      sum(changes.change) filter (age_days = 8) as over_7_change,
      sum(changes.change) filter (age_days = 31) as over_30_change,
      sum(changes.change) filter (age_days = 91) as over_90_change,
      sum(changes.change) filter (age_days = 366) as over_365_change
    from
      changes
      inner join cell_origins on changes.origin_id = cell_origins.origin_id
    group by all
  )
select
  cells.cell_id,
  months.month_start,
  coalesce(sum(monthly.open_change) over running, 0)::bigint as open_count,
  coalesce(sum(monthly.overdue_change) over running, 0)::bigint as overdue_count,
  coalesce(sum(monthly.over_7_change) over running, 0)::bigint as over_7_days_count,
  coalesce(sum(monthly.over_30_change) over running, 0)::bigint as over_30_days_count,
  coalesce(sum(monthly.over_90_change) over running, 0)::bigint as over_90_days_count,
  coalesce(sum(monthly.over_365_change) over running, 0)::bigint as over_365_days_count
from
  cells
  inner join months on cells.basis = months.basis
  left join monthly on cells.cell_id = monthly.cell_id
    and months.month_start = monthly.month_start
where
  cells.basis = 'published'
window
  running as (partition by cells.cell_id order by months.month_start)
