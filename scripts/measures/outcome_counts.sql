-- What became of the requests received in a period, as it is known now.
--
-- grain: one row per cell, period and outcome that occurred
-- reads: measured_requests, cell_origins, period_months
--
-- Every kind counts, comments and inquiries too. Tiers A and B only.
with
  monthly as (
    select
      origin_id,
      requested_month,
      outcome,
      count(*) as request_count
    from
      measured_requests
    where
      basis = 'published'
    group by all
  )
select
  cell_origins.cell_id,
  period_months.period_id,
  monthly.outcome,
  sum(monthly.request_count)::bigint as request_count
from
  monthly
  inner join cell_origins on monthly.origin_id = cell_origins.origin_id
  inner join period_months on period_months.basis = 'published'
    and coalesce(not period_months.is_for_fulfilment, true)
    and monthly.requested_month = period_months.month_start
group by all
