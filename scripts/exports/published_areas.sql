-- The areas of the city, and how many people live there.
--
-- grain: one row per area and year of population; one without a year where none is known
-- reads: areas, area_populations
select
  areas.area_id,
  areas.name_en,
  areas.name_fr,
  areas.valid_from,
  areas.valid_to,
  area_populations.population_year,
  area_populations.population
from
  areas
  left join area_populations on areas.area_id = area_populations.area_id
