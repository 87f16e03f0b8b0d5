-- How many requests were dealt with, and how many were last seen still waiting, after each time.
--
-- grain: one row per cell, period received and distinct time in days
-- reads: measured_requests, cell_origins, period_months
--
-- In scope only. Handed-on and unmapped closings leave the curve at their closing ("if every request had to be
-- finished"); open requests leave it at their age. A request without a usable duration is not on the curve.
with
  monthly as (
    select
      origin_id,
      basis,
      requested_month,
      days,
      count_if(is_dealt_with)::integer as event_count,
      count(*)::integer as step_count,
      count_if(is_open)::integer as open_count,
      count_if(is_unmapped)::integer as unmapped_count
    from
      measured_requests
    where
      is_in_scope
      and days is not null
    group by all
  )
select
  cell_origins.cell_id,
  period_months.period_id,
  monthly.days,
  sum(monthly.event_count)::integer as event_count,
  sum(monthly.step_count)::integer as step_count,
  sum(monthly.open_count)::integer as open_count,
  sum(monthly.unmapped_count)::integer as unmapped_count
from
  monthly
  inner join cell_origins on monthly.origin_id = cell_origins.origin_id
  inner join period_months on monthly.basis = period_months.basis
    and coalesce(not period_months.is_for_fulfilment, true)
    and monthly.requested_month = period_months.month_start
group by all
