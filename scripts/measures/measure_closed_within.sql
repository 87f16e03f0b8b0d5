-- The share of the requests received that was dealt with within 1, 7, 30 and 90 days.
--
-- grain: one row per measure, cell and period
-- reads: survival_curves, periods
--
-- One minus the survival curve at t. Where no request has been watched for t days, and the curve has not come to its
-- end before, the share is not known yet (`not_reached`).
with
  horizons as (
    select
      measure_id,
      horizon_days
    from
      (
        values
          ('closed_within_1_days', 1),
          ('closed_within_7_days', 7),
          ('closed_within_30_days', 30),
          ('closed_within_90_days', 90)
      ) as listed (measure_id, horizon_days)
  ),
  read_off as (
    select
      horizons.measure_id,
      horizons.horizon_days,
      survival_curves.cell_id,
      survival_curves.period_id,
      coalesce(arg_max(survival, days) filter (days <= horizon_days), 1) as survival,
      arg_max(coalesce(survival_lower, -1), days) filter (days <= horizon_days) as survival_lower,
      arg_max(coalesce(survival_upper, -1), days) filter (days <= horizon_days) as survival_upper,
      max(days) as last_days,
      min(survival) as last_survival,
      coalesce(sum(event_count) filter (days <= horizon_days), 0)::bigint as event_count,
      sum(step_count)::bigint as curve_count,
      sum(open_count)::bigint as open_count,
      sum(unmapped_count)::bigint as unmapped_count
    from
      survival_curves
      cross join horizons
    group by all
  )
select
  read_off.measure_id,
  read_off.cell_id,
  read_off.period_id,
  1 - read_off.survival as value,
  read_off.event_count as numerator,
  read_off.curve_count as denominator,
  case when read_off.survival_upper >= 0 then 1 - read_off.survival_upper end as lower,
  case when read_off.survival_lower >= 0 then 1 - read_off.survival_lower end as upper,
  case
    when periods.days_since_end >= read_off.horizon_days then 'final'
    when periods.days_since_end >= 0 and read_off.open_count = 0 then 'final'
    else 'provisional'
  end as status,
  read_off.unmapped_count,
  case when read_off.last_days < read_off.horizon_days and read_off.last_survival > 0 then 'not_reached' end
    as missing_reason
from
  read_off
  inner join periods on read_off.period_id = periods.period_id
