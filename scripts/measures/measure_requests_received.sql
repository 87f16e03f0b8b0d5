-- How many requests came in.
--
-- grain: one row per cell and period
-- reads: received_counts, volume_counts, periods
--
-- Every kind and outcome, comments and duplicates too. Final once the period is over.
with
  together as (
    select cell_id, period_id, received_count from received_counts
    union all
    select cell_id, period_id, received_count from volume_counts
  )
select
  'requests_received' as measure_id,
  together.cell_id,
  together.period_id,
  together.received_count::double as value,
  together.received_count as numerator,
  together.received_count as denominator,
  null::double as lower,
  null::double as upper,
  case when periods.is_over then 'final' else 'provisional' end as status,
  0::bigint as unmapped_count,
  null::varchar as missing_reason
from
  together
  inner join periods on together.period_id = periods.period_id
where
  coalesce(not periods.is_for_fulfilment, true)
