-- Which calendar months make up each period.
--
-- grain: one row per period and month in it
-- reads: periods
select
  periods.*,
  cast(unnest(generate_series(periods.period_start, periods.last_month, interval 1 month)) as date) as month_start
from
  periods
