-- Requests counted by the period in which they were received, in every slice.
--
-- grain: one row per cell and period with any
-- reads: measured_requests, cell_origins, period_months
with
  monthly as (
    select
      origin_id,
      basis,
      requested_month,
      count(*) as received_count,
      count_if(is_open) as open_count,
      count_if(is_in_scope) as in_scope_count,
      count_if(is_in_scope and is_fulfilled_within_horizon) as fulfilled_count,
      count_if(is_in_scope and is_unmapped) as unmapped_count,
      count_if(is_in_scope and due_on is not null) as targeted_count
    from
      measured_requests
    group by all
  )
select
  cell_origins.cell_id,
  period_months.period_id,
  sum(monthly.received_count)::bigint as received_count,
  sum(monthly.open_count)::bigint as open_count,
  sum(monthly.in_scope_count)::bigint as in_scope_count,
  sum(monthly.fulfilled_count)::bigint as fulfilled_count,
  sum(monthly.unmapped_count)::bigint as unmapped_count,
  sum(monthly.targeted_count)::bigint as targeted_count
from
  monthly
  inner join cell_origins on monthly.origin_id = cell_origins.origin_id
  inner join period_months on monthly.basis = period_months.basis
    and monthly.requested_month = period_months.month_start
group by all
