-- What every measure says of every cell, one under the other.
--
-- grain: one row per measure, cell and period
-- reads: measure_requests_received, measure_fulfilment_rate, measure_on_time_rate, measure_median_days_to_close,
--   measure_p90_days_to_close, measure_closed_within, measure_open_requests, measure_overdue_requests,
--   measure_open_bands, measure_median_open_age_days, measure_reopened_rate, measure_requests_per_1000_residents,
--   measure_outcome
from measure_requests_received
union all by name from measure_fulfilment_rate
union all by name from measure_on_time_rate
union all by name from measure_median_days_to_close
union all by name from measure_p90_days_to_close
union all by name from measure_closed_within
union all by name from measure_open_requests
union all by name from measure_overdue_requests
union all by name from measure_open_bands
union all by name from measure_median_open_age_days
union all by name from measure_reopened_rate
union all by name from measure_requests_per_1000_residents
union all by name from measure_outcome
