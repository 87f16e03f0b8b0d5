-- Which calendar months make up each period.
--
-- grain: one row per period and month in it
-- reads: periods
select
  period_id,
  basis,
  is_for_fulfilment,
  cast(unnest(generate_series(period_start, last_month, interval 1 month)) as date) as month_start
from
  periods
