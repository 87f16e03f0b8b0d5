-- Requests first closed in a period, and how many of them were opened again within 30 days.
--
-- grain: one row per cell and period in which any were first closed
-- reads: measured_requests, cell_origins, period_months
--
-- In scope only. Where the source counts reopenings but does not tell when, some are unknown. Tiers A and B only.
with
  monthly as (
    select
      origin_id,
      cast(date_trunc('month', first_closed_on) as date) as first_closed_month,
      count(is_reopened) as known_count,
      count(*) filter (is_reopened) as reopened_count,
      count_if(is_reopened is null) as unknown_count,
      count_if(is_unmapped and is_reopened is not null) as unmapped_count
    from
      measured_requests
    where
      basis = 'published'
      and is_in_scope
      and first_closed_on is not null
    group by all
  )
select
  cell_origins.cell_id,
  period_months.period_id,
  sum(monthly.known_count)::bigint as known_count,
  sum(monthly.reopened_count)::bigint as reopened_count,
  sum(monthly.unknown_count)::bigint as unknown_count,
  sum(monthly.unmapped_count)::bigint as unmapped_count
from
  monthly
  inner join cell_origins on monthly.origin_id = cell_origins.origin_id
  inner join period_months on period_months.basis = 'published'
    and coalesce(not period_months.is_for_fulfilment, true)
    and monthly.first_closed_month = period_months.month_start
group by all
