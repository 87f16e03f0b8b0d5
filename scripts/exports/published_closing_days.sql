-- On which day before or after the due date the requests of the last twelve months were closed.
--
-- grain: one row per service (or `all`) and days from the due date; empty: still open, or never dealt with
-- reads: measured_requests, origins, recent_months, available_measures
--
-- In-scope requests of tiers A and B that fell due in those months, by local dates; -31 and 31 mean that or more. (Of
-- a null, `greatest` takes the other.)
with
  counted as (
    select
      measured_requests.origin_id,
      case when is_dealt_with and closed_on is not null
        then least(31, greatest(-31, closed_on - due_on)) end as days_from_due,
      count(*) as request_count
    from
      measured_requests
      inner join recent_months on measured_requests.basis = recent_months.basis
        and date_trunc('month', measured_requests.due_on) = recent_months.month_start
      inner join available_measures on available_measures.measure_id = 'on_time_rate'
        and available_measures.is_given
    where
      measured_requests.basis = 'published'
      and is_on_time is not null
    group by all
  )
select
  origins.service_code,
  counted.days_from_due::integer as days_from_due,
  sum(counted.request_count)::integer as request_count
from
  counted
  inner join origins on counted.origin_id = origins.origin_id
group by all
union all
select
  'all' as service_code,
  days_from_due::integer as days_from_due,
  sum(request_count)::integer as request_count
from
  counted
group by all
