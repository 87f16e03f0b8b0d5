-- What became of the requests received: how many are open, were fulfilled, needed nothing done, were handed on …
--
-- grain: one row per measure (`outcome_` and the outcome), cell and period in which it occurred
-- reads: outcome_counts, received_counts, periods
--
-- By the outcome known now; together they are the requests received. Final when the period is over and none is open.
select
  'outcome_' || outcome_counts.outcome as measure_id,
  outcome_counts.cell_id,
  outcome_counts.period_id,
  outcome_counts.request_count::double as value,
  outcome_counts.request_count as numerator,
  received_counts.received_count as denominator,
  null::double as lower,
  null::double as upper,
  case when periods.is_over and received_counts.open_count = 0 then 'final' else 'provisional' end as status,
  0::bigint as unmapped_count,
  null::varchar as missing_reason
from
  outcome_counts
  inner join received_counts on outcome_counts.cell_id = received_counts.cell_id
    and outcome_counts.period_id = received_counts.period_id
  inner join periods on outcome_counts.period_id = periods.period_id
