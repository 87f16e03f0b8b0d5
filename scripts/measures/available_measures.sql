-- Which measures the city's sources, and its list of residents, can give at all.
--
-- grain: one row per measure
-- reads: measure_catalogue, sources, published_areas
--
-- Without closings there is volume only: whether a request was done cannot be told from its opening.
with
  given as (
    select 'opening' as needs, true as is_given
    union all
    select 'residents', count(population) > 0 from published_areas
    union all
    select unnest(['closing', 'due']), bool_or(has_closing) from sources
    union all
    select 'history', bool_or(has_closing and has_reopenings) from sources
  )
select
  measure_catalogue.measure_id,
  measure_catalogue.unit,
  measure_catalogue.basis,
  given.is_given
from
  measure_catalogue
  inner join given on measure_catalogue.needs = given.needs
