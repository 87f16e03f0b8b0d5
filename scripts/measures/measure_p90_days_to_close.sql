-- How long it took: the time within which nine in ten of the requests received were dealt with.
--
-- grain: one row per cell and period
-- reads: days_to_close
--
-- Requests still open count for as long as they have been watched, so recent months are not flattered. The numerator
-- is the requests dealt with by that time, the denominator those on the curve; their ratio is not the value.
select
  measure_id,
  cell_id,
  period_id,
  quantile_days as value,
  event_count as numerator,
  curve_count as denominator,
  lower,
  upper,
  case when is_final then 'final' else 'provisional' end as status,
  unmapped_count,
  case when quantile_days is null then 'not_reached' end as missing_reason
from
  days_to_close
where
  measure_id = 'p90_days_to_close'
