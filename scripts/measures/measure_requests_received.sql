-- How many requests came in.
--
-- grain: one row per cell and period
-- reads: received_counts, periods
--
-- Every kind and outcome, comments and duplicates too. Final once the period is over.
select
  'requests_received' as measure_id,
  received_counts.cell_id,
  received_counts.period_id,
  received_counts.received_count::double as value,
  received_counts.received_count as numerator,
  received_counts.received_count as denominator,
  null::double as lower,
  null::double as upper,
  case when periods.is_over then 'final' else 'provisional' end as status,
  0::bigint as unmapped_count,
  null::varchar as missing_reason
from
  received_counts
  inner join periods on received_counts.period_id = periods.period_id
where
  coalesce(not periods.is_for_fulfilment, true)
