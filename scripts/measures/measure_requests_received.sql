-- How many requests came in.
--
-- grain: one row per basis, period and slice
-- reads: received_counts
--
-- Every kind and outcome, comments and duplicates too. Final once the period is over.
select
  'requests_received' as measure_id,
  basis,
  period_type,
  period_start,
  service_code,
  area_id,
  received_count::double as value,
  received_count as numerator,
  received_count as denominator,
  null::double as lower,
  null::double as upper,
  case when is_over then 'final' else 'provisional' end as status,
  0::bigint as unmapped_count,
  null::varchar as missing_reason
from
  received_counts
where
  coalesce(not is_for_fulfilment, true)
