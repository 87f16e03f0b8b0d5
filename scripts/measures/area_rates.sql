-- The rate of each area over twelve months beside the city's own.
--
-- grain: one row per measure and area with at least 20 requests
-- reads: published_measures
--
-- `z` is the difference in standard errors of the area, if its rate were the city's. Their mean square is the
-- dispersion: over 1 the areas differ by more than chance, for reasons that no limit of chance knows of.
with
  yearly as (
    select
      measure_id,
      period_type,
      period_start,
      area_id,
      value,
      numerator,
      denominator
    from
      published_measures
    where
      measure_id in ('fulfilment_rate', 'on_time_rate')
      and basis = 'published'
      and period_type = 'last_12_months'
      and service_code = 'all'
      and service_group = 'all'
      and department = 'all'
      and channel = 'all'
      and kind = 'all'
      and value is not null
  ),
  compared as (
    select
      yearly.*,
      city.value as city_value,
      coalesce(
        (yearly.value - city.value) / nullif(sqrt(city.value * (1 - city.value) / yearly.denominator), 0),
        0
      ) as z
    from
      yearly
      inner join yearly as city on city.area_id = 'all'
        and yearly.measure_id = city.measure_id
        and yearly.period_start = city.period_start
    where
      yearly.area_id not in ('all', 'unknown')
      and yearly.denominator >= 20
  )
select
  compared.*,
  avg(z * z) over (partition by measure_id) as dispersion
from
  compared
