-- How many of the requests waiting at the end of the period had waited how long: the backlog by age.
--
-- grain: one row per band of age, cell and period with any
-- reads: open_counts, periods
--
-- By whole local days from the request to the last day of the period, or to the day of the night's moment. Together
-- they are the requests open (the denominator).
with
  banded as (
    select
      cell_id,
      month_start,
      open_count,
      unnest([
        'open_0_7_days', 'open_8_30_days', 'open_31_90_days', 'open_91_365_days', 'open_over_365_days'
      ]) as measure_id,
      unnest([
        open_count - over_7_days_count,
        over_7_days_count - over_30_days_count,
        over_30_days_count - over_90_days_count,
        over_90_days_count - over_365_days_count,
        over_365_days_count
      ]) as band_count
    from
      open_counts
    where
      open_count > 0
  )
select
  banded.measure_id,
  banded.cell_id,
  periods.period_id,
  banded.band_count::double as value,
  banded.band_count as numerator,
  banded.open_count as denominator,
  null::double as lower,
  null::double as upper,
  case when periods.is_over then 'final' else 'provisional' end as status,
  0::bigint as unmapped_count,
  null::varchar as missing_reason
from
  banded
  inner join periods on periods.basis = 'published'
    and coalesce(not periods.is_for_fulfilment, true)
    and banded.month_start = periods.last_month
where
  banded.band_count > 0
