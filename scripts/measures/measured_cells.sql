-- What every measure says of every cell, one under the other.
--
-- grain: one row per measure, cell and period
-- reads: measure_requests_received, measure_fulfilment_rate, measure_on_time_rate, measure_median_days_to_close,
--   measure_p90_days_to_close, measure_closed_within, measure_open_requests, measure_overdue_requests, measure_outcome
from measure_requests_received
union all by name from measure_fulfilment_rate
union all by name from measure_on_time_rate
union all by name from measure_median_days_to_close
union all by name from measure_p90_days_to_close
union all by name from measure_closed_within
union all by name from measure_open_requests
union all by name from measure_overdue_requests
union all by name from measure_outcome
