-- Which months differ from the same month of earlier years by more than chance alone would explain.
--
-- grain: one row per measure, service (or `all`) and month judged
-- reads: judged_months
--
-- A run: this month and the seven points before it, all on one side of the centre. Judged to twelve decimals, so that
-- months that are all alike are.
with
  rounded as (
    select
      judged_months.* replace (round(center, 12) as center, round(lower, 12) as lower, round(upper, 12) as upper),
      case when is_count then expected * exp(lower) else greatest(0, expected + lower) end as lower_value,
      case when is_count then expected * exp(upper) else least(1, expected + upper) end as upper_value
    from
      judged_months
  )
select
  measure_id,
  service_code,
  month_start as period_start,
  value,
  expected,
  deviation,
  center,
  lower,
  upper,
  round(lower_value, 12) as lower_value,
  round(upper_value, 12) as upper_value,
  point_count::integer as point_count,
  case
    when deviation > upper then 'above'
    when deviation < lower then 'below'
    when least(deviation, lowest_of_seven) > center then 'run_above'
    when greatest(deviation, highest_of_seven) < center then 'run_below'
    else 'none'
  end as signal
from
  rounded
