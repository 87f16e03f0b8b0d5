-- Of the requests first closed in the period, the share opened again within 30 days.
--
-- grain: one row per cell and period in which any were first closed
-- reads: reopened_counts, periods
--
-- Final 30 days after the period. Where it is unknown of a single request, there is no share (`no_data`): those that
-- are unknown are those that were opened again at some time.
select
  'reopened_rate' as measure_id,
  reopened_counts.cell_id,
  reopened_counts.period_id,
  reopened_counts.reopened_count / nullif(reopened_counts.known_count, 0) as value,
  reopened_counts.reopened_count as numerator,
  reopened_counts.known_count as denominator,
  wilson_lower(reopened_counts.reopened_count, reopened_counts.known_count) as lower,
  wilson_upper(reopened_counts.reopened_count, reopened_counts.known_count) as upper,
  case when periods.is_past_reopening then 'final' else 'provisional' end as status,
  reopened_counts.unmapped_count,
  case when reopened_counts.unknown_count > 0 then 'no_data' end as missing_reason
from
  reopened_counts
  inner join periods on reopened_counts.period_id = periods.period_id
