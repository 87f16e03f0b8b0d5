-- The areas, unknown included, add up to the city; so do the services of tiers A and B.
--
-- severity: stops the night
-- why: a reader who adds up the parts must get the whole
-- reads: published_measures
with
  sums as (
    select
      measure_id,
      period_type,
      period_start,
      coalesce(sum(numerator) filter (service_code = 'all' and area_id = 'all'), 0) as city_count,
      coalesce(sum(numerator) filter (service_code = 'all' and area_id <> 'all'), 0) as area_count,
      coalesce(sum(numerator) filter (service_code <> 'all' and basis = 'published'), 0) as service_count
    from
      published_measures
    where
      measure_id in ('requests_received', 'open_requests', 'overdue_requests')
    group by all
  )
select
  sums.*
from
  sums
where
  city_count <> area_count
  or city_count <> service_count
