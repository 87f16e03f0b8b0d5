-- What other formulas count, month by month.
--
-- grain: one row per formula, service (or `all`) and month
-- reads: measured_requests, origins
--
-- Closed means dealt with. Of those that fell due and are closed, the share closed in time says nothing of those still
-- waiting; closings beside requests sets the work of one month against the requests of another.
with
  of_origins as (
    select
      'on_time_of_closed' as alternative_id,
      origin_id,
      cast(date_trunc('month', due_on) as date) as month_start,
      count_if(is_on_time) as numerator,
      count(*) as denominator
    from measured_requests
    where basis = 'published' and is_on_time is not null and is_dealt_with
    group by all
    union all
    select
      'closings_of_requests',
      origin_id,
      cast(date_trunc('month', closed_on) as date),
      count(*),
      0
    from measured_requests
    where basis = 'published' and is_in_scope and is_dealt_with and closed_on is not null
    group by all
    union all
    select
      'closings_of_requests',
      origin_id,
      requested_month,
      0,
      count(*)
    from measured_requests
    where basis = 'published' and is_in_scope
    group by all
  )
select
  alternative_id,
  origins.service_code,
  month_start,
  sum(numerator)::bigint as numerator,
  sum(denominator)::bigint as denominator
from
  of_origins
  inner join origins on of_origins.origin_id = origins.origin_id
group by all
union all
select
  alternative_id,
  'all' as service_code,
  month_start,
  sum(numerator)::bigint as numerator,
  sum(denominator)::bigint as denominator
from
  of_origins
group by all
