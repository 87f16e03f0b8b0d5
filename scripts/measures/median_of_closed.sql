-- The plain median of the closed requests alone, which knows nothing of those still waiting.
--
-- grain: one row per period and service: each month for `all`, the last twelve months for `all` and each service
-- reads: measured_requests, origins, recent_months
with
  on_curve as (
    select
      measured_requests.origin_id,
      measured_requests.requested_month,
      case when is_dealt_with then days end as closed_days
    from
      measured_requests
    where
      basis = 'published'
      and is_in_scope
      and days is not null
  ),
  recent as (
    select
      origins.service_code,
      (select min(month_start) from recent_months where basis = 'published') as period_start,
      on_curve.closed_days
    from
      on_curve
      inner join origins on on_curve.origin_id = origins.origin_id
      inner join recent_months on recent_months.basis = 'published'
        and on_curve.requested_month = recent_months.month_start
  )
select
  'month' as period_type,
  requested_month as period_start,
  'all' as service_code,
  median(closed_days) as value,
  count(closed_days) as numerator,
  count(*) as denominator
from
  on_curve
group by all
union all
select
  'last_12_months',
  period_start,
  service_code,
  median(closed_days),
  count(closed_days),
  count(*)
from
  recent
group by all
union all
select
  'last_12_months',
  period_start,
  'all',
  median(closed_days),
  count(closed_days),
  count(*)
from
  recent
group by all
