-- How many requests were dealt with, and how many were last seen still waiting, after each time.
--
-- grain: one row per basis, slice, period received and distinct time in days
-- reads: measured_requests, slices, period_months
--
-- In scope only. Handed-on and unmapped closings leave the curve at their closing ("if every request had to be
-- finished"); open requests leave it at their age. A request without a usable duration is not on the curve.
with
  monthly as (
    select
      basis,
      service_code,
      area_id,
      requested_month,
      days,
      count_if(is_dealt_with) as event_count,
      count(*) as step_count,
      count_if(is_open) as open_count,
      count_if(is_unmapped) as unmapped_count
    from
      measured_requests
    where
      is_in_scope
      and days is not null
    group by all
  )
select
  monthly.basis,
  period_months.period_type,
  period_months.period_start,
  case when slices.is_by_service then monthly.service_code else 'all' end as service_code,
  case when slices.is_by_area then monthly.area_id else 'all' end as area_id,
  period_months.days_since_end,
  monthly.days,
  sum(monthly.event_count)::bigint as event_count,
  sum(monthly.step_count)::bigint as step_count,
  sum(monthly.open_count)::bigint as open_count,
  sum(monthly.unmapped_count)::bigint as unmapped_count
from
  monthly
  inner join slices on monthly.basis = slices.basis
  inner join period_months on monthly.basis = period_months.basis
    and coalesce(not period_months.is_for_fulfilment, true)
    and monthly.requested_month = period_months.month_start
group by all
