-- How many people live in each area, and in the whole city, in each period.
--
-- grain: one row per period and area whose residents are known; the city is the area `all`
-- reads: periods, published_areas
--
-- By the newest year listed that is not after the year in which the period ends. The city is the sum of the areas in
-- force on the period's last day, and has no number where one of them has none. Tiers A and B only.
with
  dated as (
    select
      periods.period_id,
      published_areas.area_id,
      arg_max(published_areas.population, published_areas.population_year)
        filter (published_areas.population_year <= year(periods.period_end)) as resident_count,
      bool_and(
        coalesce(published_areas.valid_from <= periods.period_end, true)
        and coalesce(published_areas.valid_to >= periods.period_end, true)
      ) as is_in_force
    from
      periods
      cross join published_areas
    where
      periods.basis = 'published'
      and periods.period_type <> 'day'
    group by all
  )
select
  period_id,
  area_id,
  resident_count
from
  dated
where
  resident_count > 0
union all
select
  period_id,
  'all',
  sum(resident_count)::integer
from
  dated
where
  is_in_force
group by
  period_id
having
  bool_and(coalesce(resident_count > 0, false))
