-- How long half of the requests waiting at the end of the period had waited, at least.
--
-- grain: one row per cell and period with any waiting
-- reads: open_ages, periods
--
-- In whole local days. Numerator and denominator are the requests open.
select
  'median_open_age_days' as measure_id,
  open_ages.cell_id,
  periods.period_id,
  open_ages.median_age_days as value,
  open_ages.open_count as numerator,
  open_ages.open_count as denominator,
  null::double as lower,
  null::double as upper,
  case when periods.is_over then 'final' else 'provisional' end as status,
  open_ages.unmapped_count,
  null::varchar as missing_reason
from
  open_ages
  inner join periods on periods.basis = 'published'
    and coalesce(not periods.is_for_fulfilment, true)
    and open_ages.month_start = periods.last_month
