-- Which measures the city's sources can give at all.
--
-- grain: one row per measure
-- reads: measure_catalogue, sources
--
-- Without closings there is volume only: whether a request was done cannot be told from its opening.
select
  measure_catalogue.measure_id,
  measure_catalogue.unit,
  bool_or(measure_catalogue.needs = 'opening' or sources.has_closing) as is_given
from
  measure_catalogue
  cross join sources
group by all
