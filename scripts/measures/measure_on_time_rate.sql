-- Of the requests that fell due, the share dealt with at or before the target.
--
-- grain: one row per period and slice in which requests fell due
-- reads: measured_requests, slices, period_months, received_counts
--
-- A request still open when its due time passes is late, so a month is final once it is over. A slice of which no
-- request has a target says so (`no_target`). Tiers A and B only.
with
  monthly as (
    select
      service_code,
      area_id,
      cast(date_trunc('month', due_on) as date) as due_month,
      count_if(is_on_time) as on_time_count,
      count(*) as due_count,
      count_if(is_unmapped) as unmapped_count
    from
      measured_requests
    where
      basis = 'published'
      and is_on_time is not null
    group by all
  ),
  due as (
    select
      period_months.period_type,
      period_months.period_start,
      case when slices.is_by_service then monthly.service_code else 'all' end as service_code,
      case when slices.is_by_area then monthly.area_id else 'all' end as area_id,
      period_months.is_over,
      sum(monthly.on_time_count)::bigint as on_time_count,
      sum(monthly.due_count)::bigint as due_count,
      sum(monthly.unmapped_count)::bigint as unmapped_count
    from
      monthly
      inner join slices on slices.basis = 'published'
      inner join period_months on period_months.basis = 'published'
        and coalesce(not period_months.is_for_fulfilment, true)
        and monthly.due_month = period_months.month_start
    group by all
  ),
  untargeted as (
    select
      received_counts.period_type,
      received_counts.period_start,
      received_counts.service_code,
      received_counts.area_id,
      received_counts.is_over,
      0::bigint as on_time_count,
      0::bigint as due_count,
      0::bigint as unmapped_count
    from
      received_counts
      anti join due on received_counts.period_type = due.period_type
        and received_counts.period_start = due.period_start
        and received_counts.service_code = due.service_code
        and received_counts.area_id = due.area_id
    where
      received_counts.basis = 'published'
      and coalesce(not received_counts.is_for_fulfilment, true)
      and received_counts.in_scope_count > 0
      and received_counts.targeted_count = 0
  ),
  together as (
    from due
    union all
    from untargeted
  )
select
  'on_time_rate' as measure_id,
  'published' as basis,
  period_type,
  period_start,
  service_code,
  area_id,
  on_time_count / nullif(due_count, 0) as value,
  on_time_count as numerator,
  due_count as denominator,
  wilson_lower(on_time_count, due_count) as lower,
  wilson_upper(on_time_count, due_count) as upper,
  case when is_over then 'final' else 'provisional' end as status,
  unmapped_count,
  case when due_count = 0 then 'no_target' end as missing_reason
from
  together
