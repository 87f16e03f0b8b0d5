-- Requests that fell due in a period, and how many of them were dealt with in time.
--
-- grain: one row per cell and period in which any fell due
-- reads: measured_requests, night, cell_origins, period_months
--
-- By the local date on which they fell due. What falls due at the very midnight of the night's moment belongs to the
-- next day, of which there are no figures yet. Tiers A and B only.
with
  monthly as (
    select
      origin_id,
      cast(date_trunc('month', due_on) as date) as due_month,
      count(*) as due_count,
      count_if(is_on_time) as on_time_count,
      count_if(is_unmapped) as unmapped_count
    from
      measured_requests
      cross join night
    where
      basis = 'published'
      and is_on_time is not null
      and due_on <= night.as_of_on
    group by all
  )
select
  cell_origins.cell_id,
  period_months.period_id,
  sum(monthly.due_count)::bigint as due_count,
  sum(monthly.on_time_count)::bigint as on_time_count,
  sum(monthly.unmapped_count)::bigint as unmapped_count
from
  monthly
  inner join cell_origins on monthly.origin_id = cell_origins.origin_id
  inner join period_months on period_months.basis = 'published'
    and coalesce(not period_months.is_for_fulfilment, true)
    and monthly.due_month = period_months.month_start
group by all
