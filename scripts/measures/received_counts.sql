-- Requests counted by the period in which they were received, in every slice.
--
-- grain: one row per basis, slice, period and non-empty cell
-- reads: measured_requests, slices, period_months
with
  monthly as (
    select
      basis,
      service_code,
      area_id,
      requested_month,
      count(*) as received_count,
      count_if(is_in_scope) as in_scope_count,
      count_if(is_in_scope and is_fulfilled_within_horizon) as fulfilled_count,
      count_if(is_in_scope and is_unmapped) as unmapped_count,
      count_if(is_in_scope and due_on is not null) as targeted_count
    from
      measured_requests
    group by all
  ),
  sliced as (
    select
      monthly.basis,
      case when slices.is_by_service then monthly.service_code else 'all' end as service_code,
      case when slices.is_by_area then monthly.area_id else 'all' end as area_id,
      monthly.requested_month,
      monthly.* exclude (basis, service_code, area_id, requested_month)
    from
      monthly
      inner join slices on monthly.basis = slices.basis
  )
select
  sliced.basis,
  period_months.period_type,
  period_months.period_start,
  period_months.is_for_fulfilment,
  sliced.service_code,
  sliced.area_id,
  period_months.is_over,
  period_months.is_past_horizon,
  sum(sliced.received_count)::bigint as received_count,
  sum(sliced.in_scope_count)::bigint as in_scope_count,
  sum(sliced.fulfilled_count)::bigint as fulfilled_count,
  sum(sliced.unmapped_count)::bigint as unmapped_count,
  sum(sliced.targeted_count)::bigint as targeted_count
from
  sliced
  inner join period_months on sliced.basis = period_months.basis
    and sliced.requested_month = period_months.month_start
group by all
