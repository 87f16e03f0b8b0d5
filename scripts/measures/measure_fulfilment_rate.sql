-- Of the requests received, the share fulfilled within the horizon (90 × 24 h unless the city says otherwise).
--
-- grain: one row per basis, period and slice
-- reads: received_counts
--
-- Final when the period ended that long ago; before that the value is withheld (`not_due`), with the counts so far.
select
  'fulfilment_rate' as measure_id,
  basis,
  period_type,
  period_start,
  service_code,
  area_id,
  fulfilled_count / in_scope_count as value,
  fulfilled_count as numerator,
  in_scope_count as denominator,
  wilson_lower(fulfilled_count, in_scope_count) as lower,
  wilson_upper(fulfilled_count, in_scope_count) as upper,
  case when is_past_horizon then 'final' else 'provisional' end as status,
  unmapped_count,
  case when not is_past_horizon then 'not_due' end as missing_reason
from
  received_counts
where
  coalesce(is_for_fulfilment, true)
  and in_scope_count > 0
