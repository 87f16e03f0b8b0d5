-- The requests received on the days of a month add up to those of the month, for the city and each service.
--
-- severity: stops the night
-- why: a reader who adds up the days must get the month
-- reads: published_measures
select
  service_code,
  date_trunc('month', period_start) as month,
  coalesce(sum(numerator) filter (period_type = 'day'), 0) as day_count,
  coalesce(sum(numerator) filter (period_type = 'month'), 0) as month_count
from
  published_measures
where
  measure_id = 'requests_received'
  and basis = 'published'
  and period_type in ('day', 'month')
  and service_group = 'all'
  and department = 'all'
  and area_id = 'all'
  and channel = 'all'
  and kind = 'all'
group by all
having
  day_count <> month_count
