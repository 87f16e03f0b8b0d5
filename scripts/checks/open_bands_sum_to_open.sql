-- The requests open of each age add up to the requests open, in every cell.
--
-- severity: stops the night
-- why: a request whose age is in no band, or in two, would make the backlog look younger or older than it is
-- reads: published_measures
select
  period_type,
  period_start,
  service_code,
  service_group,
  department,
  area_id,
  coalesce(sum(numerator) filter (measure_id = 'open_requests'), 0) as open_count,
  coalesce(sum(numerator) filter (measure_id like 'open%days'), 0) as banded_count
from
  published_measures
where
  measure_id like 'open%'
  and missing_reason is null
group by all
having
  open_count <> banded_count
