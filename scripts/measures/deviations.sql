-- How far each month lies from the same month of earlier years.
--
-- grain: one row per measure, service (or `all`) and whole month with at least three earlier years
-- reads: monthly_values
--
-- Expected is the median of up to five earlier years, as in the seasonal band. A count deviates by the logarithm of its
-- ratio to that, so that half and double weigh alike; a share by the difference. A month of 20 or more is a point of
-- the series; a count under 20 can still be judged by the points before it.
with
  expected as (
    select
      monthly_values.measure_id,
      monthly_values.is_count,
      monthly_values.service_code,
      monthly_values.month_start,
      monthly_values.value,
      monthly_values.weight,
      median(past.value) as expected
    from
      monthly_values
      inner join monthly_values as past on monthly_values.measure_id = past.measure_id
        and monthly_values.service_code = past.service_code
        and month(monthly_values.month_start) = month(past.month_start)
        and past.month_start between monthly_values.month_start - interval 5 year
          and monthly_values.month_start - interval 1 year
        and past.value is not null
    where
      monthly_values.is_final
      and monthly_values.value is not null
    group by all
    having
      count(*) >= 3
  )
select
  measure_id,
  is_count,
  service_code,
  month_start,
  value,
  expected,
  weight >= 20 as is_point,
  round(case when is_count then ln(value / expected) else value - expected end, 12) as deviation
from
  expected
where
  case when is_count then value > 0 and expected > 0 else weight >= 20 end
