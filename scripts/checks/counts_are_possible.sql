-- No numerator exceeds its denominator, residents apart; no share leaves 0 to 1; no limit is on the wrong side; a null
-- has its reason.
--
-- severity: stops the night
-- why: such a figure is an error whatever the records say
-- reads: published_measures, measure_catalogue
select
  published_measures.measure_id,
  published_measures.period_type,
  published_measures.period_start,
  published_measures.service_code,
  published_measures.service_group,
  published_measures.department,
  published_measures.area_id,
  published_measures.channel,
  published_measures.kind
from
  published_measures
  inner join measure_catalogue on published_measures.measure_id = measure_catalogue.measure_id
where
  (published_measures.numerator > published_measures.denominator and measure_catalogue.unit <> 'per_1000')
  or (measure_catalogue.unit = 'share' and not published_measures.value between 0 and 1)
  or published_measures.value < published_measures.lower - 1e-9
  or published_measures.value > published_measures.upper + 1e-9
  or (published_measures.value is null) <> (published_measures.missing_reason is not null)
