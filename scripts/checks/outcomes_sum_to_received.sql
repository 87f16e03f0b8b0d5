-- What became of the requests adds up to the requests received, in every cell.
--
-- severity: stops the night
-- why: an outcome that is counted nowhere, or twice, would make the city look better or worse than it is
-- reads: published_measures
select
  period_type,
  period_start,
  service_code,
  service_group,
  department,
  area_id,
  channel,
  kind,
  sum(numerator) filter (measure_id = 'requests_received') as received_count,
  sum(numerator) filter (measure_id like 'outcome%') as outcome_count
from
  published_measures
where
  basis = 'published'
  and missing_reason is null
group by all
having
  outcome_count <> received_count
