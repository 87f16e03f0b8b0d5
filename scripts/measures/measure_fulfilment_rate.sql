-- Of the requests received, the share fulfilled within the horizon (90 × 24 h unless the city says otherwise).
--
-- grain: one row per cell and period
-- reads: received_counts, periods
--
-- Final when the period ended that long ago; before that the value is withheld (`not_due`), with the counts so far.
select
  'fulfilment_rate' as measure_id,
  received_counts.cell_id,
  received_counts.period_id,
  received_counts.fulfilled_count / received_counts.in_scope_count as value,
  received_counts.fulfilled_count as numerator,
  received_counts.in_scope_count as denominator,
  wilson_lower(received_counts.fulfilled_count, received_counts.in_scope_count) as lower,
  wilson_upper(received_counts.fulfilled_count, received_counts.in_scope_count) as upper,
  case when periods.is_past_horizon then 'final' else 'provisional' end as status,
  received_counts.unmapped_count,
  case when not periods.is_past_horizon then 'not_due' end as missing_reason
from
  received_counts
  inner join periods on received_counts.period_id = periods.period_id
where
  coalesce(periods.is_for_fulfilment, true)
  and received_counts.in_scope_count > 0
