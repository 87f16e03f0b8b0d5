-- The age of the one in the middle of the requests waiting at the end of each month; of two, half way between.
--
-- grain: one row per cell and month with any
-- reads: open_vintages, cell_origins, open_spells, months
--
-- In whole local days, to the last day of the month or the day of the night's moment. The middle is looked for by month
-- first and by day only within the month that holds it: no request is counted once for each month that it waited.
with
  middles as (
    select
      cell_id,
      month_start,
      requested_month,
      open_count,
      unmapped_count,
      so_far_count - request_count as older_count,
      (open_count + 1) // 2 as first_middle,
      open_count // 2 + 1 as second_middle
    from
      open_vintages
    where
      so_far_count >= first_middle
      and so_far_count - request_count < second_middle
  ),
  days as (
    select
      middles.*,
      open_spells.requested_on,
      count(*) as request_count
    from
      middles
      inner join cell_origins on middles.cell_id = cell_origins.cell_id
      inner join open_spells on cell_origins.origin_id = open_spells.origin_id
        and middles.requested_month = open_spells.requested_month
        and coalesce(middles.month_start < open_spells.closed_month, true)
    group by all
  ),
  counted as (
    select
      days.*,
      older_count + sum(request_count) over (
        partition by cell_id, month_start, requested_month
        order by requested_on
      ) as so_far_count
    from
      days
  ),
  found as (
    select
      cell_id,
      month_start,
      open_count,
      unmapped_count,
      min(requested_on) filter (so_far_count >= first_middle) as first_on,
      min(requested_on) filter (so_far_count >= second_middle) as second_on
    from
      counted
    group by all
  )
select
  found.cell_id,
  found.month_start,
  found.open_count,
  found.unmapped_count,
  ((months.month_end - first_on) + (months.month_end - second_on)) / 2 as median_age_days
from
  found
  inner join months on months.basis = 'published'
    and found.month_start = months.month_start
