-- Requests counted by how they came in, by what kind they are, and day by day: what is told of volume alone.
--
-- grain: one row per cell and period with any: by channel and by kind every period of months; by day the city and each
--   service
-- reads: published_requests, cells, periods, period_months
--
-- Tiers A and B only.
with
  by_way as (
    select
      cast(date_trunc('month', requested_on) as date) as requested_month,
      coalesce(source, 'all') as channel,
      coalesce(kind, 'all') as kind,
      count(*) as received_count
    from
      published_requests
    group by grouping sets ((date_trunc('month', requested_on), source), (date_trunc('month', requested_on), kind))
  ),
  by_day as (
    select
      requested_on,
      coalesce(service_code, 'all') as service_code,
      count(*) as received_count
    from
      published_requests
    group by grouping sets ((requested_on), (requested_on, service_code))
  )
select
  cells.cell_id,
  period_months.period_id,
  sum(by_way.received_count)::bigint as received_count
from
  by_way
  inner join cells on by_way.channel = cells.channel
    and by_way.kind = cells.kind
  inner join period_months on period_months.basis = 'published'
    and coalesce(not period_months.is_for_fulfilment, true)
    and by_way.requested_month = period_months.month_start
group by all
union all
select
  cells.cell_id,
  periods.period_id,
  by_day.received_count
from
  by_day
  inner join cells on cells.basis = 'published'
    and by_day.service_code = cells.service_code
    and cells.service_group = 'all'
    and cells.department = 'all'
    and cells.area_id = 'all'
    and cells.channel = 'all'
    and cells.kind = 'all'
  inner join periods on periods.period_type = 'day'
    and by_day.requested_on = periods.period_start
