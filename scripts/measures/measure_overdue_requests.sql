-- How many of the requests waiting were past their due time at the end of the period.
--
-- grain: one row per cell and period with any
-- reads: open_counts, periods
--
-- Of those open (the denominator); by the outcome known now; for the current period, at the night's moment.
select
  'overdue_requests' as measure_id,
  open_counts.cell_id,
  periods.period_id,
  open_counts.overdue_count::double as value,
  open_counts.overdue_count as numerator,
  open_counts.open_count as denominator,
  null::double as lower,
  null::double as upper,
  case when periods.is_over then 'final' else 'provisional' end as status,
  0::bigint as unmapped_count,
  null::varchar as missing_reason
from
  open_counts
  inner join periods on periods.basis = 'published'
    and coalesce(not periods.is_for_fulfilment, true)
    and open_counts.month_start = periods.last_month
where
  open_counts.overdue_count > 0
