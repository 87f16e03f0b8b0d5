-- Of the requests of the last twelve months: how many were dealt with, handed on or last seen waiting after each time.
--
-- grain: one row per basis, service (or `all`, of tiers A and B) and distinct time in days
-- reads: measured_requests, origins, recent_months, available_measures
--
-- In scope only, as the curves of the measures. A closing as handed on or unmapped is another end than being dealt
-- with.
with
  of_origins as (
    select
      measured_requests.origin_id,
      measured_requests.basis,
      days,
      count_if(is_dealt_with)::integer as dealt_with_count,
      count_if(not is_dealt_with and not is_open)::integer as handed_on_count,
      count_if(is_unmapped)::integer as unmapped_count,
      count(*)::integer as step_count
    from
      measured_requests
      inner join recent_months on measured_requests.basis = recent_months.basis
        and measured_requests.requested_month = recent_months.month_start
      inner join available_measures on available_measures.measure_id = 'median_days_to_close'
        and available_measures.is_given
    where
      is_in_scope
      and days is not null
    group by all
  ),
  of_services as (
    select
      of_origins.basis,
      origins.service_code,
      days,
      sum(dealt_with_count)::integer as dealt_with_count,
      sum(handed_on_count)::integer as handed_on_count,
      sum(unmapped_count)::integer as unmapped_count,
      sum(step_count)::integer as step_count
    from
      of_origins
      inner join origins on of_origins.origin_id = origins.origin_id
    group by all
  )
from of_services
union all by name
select
  basis,
  'all' as service_code,
  days,
  sum(dealt_with_count)::integer as dealt_with_count,
  sum(handed_on_count)::integer as handed_on_count,
  sum(unmapped_count)::integer as unmapped_count,
  sum(step_count)::integer as step_count
from
  of_services
where
  basis = 'published'
group by all
