-- Each measure has one row for a period and slice.
--
-- severity: stops the night
-- why: two rows for one figure would contradict each other
-- reads: published_measures
select
  measure_id,
  period_type,
  period_start,
  service_code,
  service_group,
  department,
  area_id,
  channel,
  kind,
  count(*) as row_count
from
  published_measures
group by all
having
  count(*) > 1
