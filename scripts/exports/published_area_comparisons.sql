-- Whether an area differs from the city by more than an area of its size would by chance.
--
-- grain: one row per measure and area with at least 20 requests in twelve months
-- reads: area_rates, funnel_limits
--
-- Where the areas differ by more than chance as a whole, the limits are widened by the root of the dispersion, around
-- the city's own rate. A rate of all or none has no limits but itself.
with
  widened as (
    select
      area_rates.*,
      sqrt(greatest(1, dispersion)) as factor,
      coalesce(funnel_limits.lower_95, city_value) - city_value as below_95,
      coalesce(funnel_limits.upper_95, city_value) - city_value as above_95,
      coalesce(funnel_limits.lower_998, city_value) - city_value as below_998,
      coalesce(funnel_limits.upper_998, city_value) - city_value as above_998
    from
      area_rates
      left join funnel_limits on area_rates.measure_id = funnel_limits.measure_id
        and area_rates.denominator = funnel_limits.denominator
  ),
  limited as (
    select
      widened.*,
      round(greatest(0, city_value + factor * below_95), 12) as lower_95,
      round(least(1, city_value + factor * above_95), 12) as upper_95,
      round(greatest(0, city_value + factor * below_998), 12) as lower_998,
      round(least(1, city_value + factor * above_998), 12) as upper_998
    from
      widened
  )
select
  measure_id,
  period_type,
  period_start,
  area_id,
  value,
  numerator::integer as numerator,
  denominator::integer as denominator,
  city_value,
  round(z, 12) as z,
  round(dispersion, 12) as dispersion,
  lower_95,
  upper_95,
  lower_998,
  upper_998,
  case
    when value < lower_998 or value > upper_998 then 'beyond_998'
    when value < lower_95 or value > upper_95 then 'beyond_95'
    else 'within'
  end as position
from
  limited
