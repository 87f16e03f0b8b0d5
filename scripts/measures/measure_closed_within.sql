-- The share of the requests received that was dealt with within 1, 7, 30 and 90 days.
--
-- grain: one row per measure, basis, period and slice
-- reads: survival_curves
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
      survival_curves.basis,
      survival_curves.period_type,
      survival_curves.period_start,
      survival_curves.service_code,
      survival_curves.area_id,
      survival_curves.days_since_end,
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
  measure_id,
  basis,
  period_type,
  period_start,
  service_code,
  area_id,
  1 - survival as value,
  event_count as numerator,
  curve_count as denominator,
  case when survival_upper >= 0 then 1 - survival_upper end as lower,
  case when survival_lower >= 0 then 1 - survival_lower end as upper,
  case
    when days_since_end >= horizon_days or (open_count = 0 and days_since_end >= 0) then 'final'
    else 'provisional'
  end as status,
  unmapped_count,
  case when last_days < horizon_days and last_survival > 0 then 'not_reached' end as missing_reason
from
  read_off
