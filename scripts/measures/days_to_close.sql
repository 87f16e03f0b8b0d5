-- The time within which half, and nine in ten, of the requests received were dealt with.
--
-- grain: one row per cell, period received and quantile
-- reads: survival_curves, periods
--
-- The smallest time at which the curve has fallen to 1 - q; where it stands at 1 - q (within 1.5e-8) over an interval,
-- the middle of it, and at the curve's end the middle of its last step and the last observed time: as R's
-- quantile.survfit. The limits are the same rule on the curve's own limits (Brookmeyer and Crowley 1982).
with
  quantiles as (
    select unnest(['median_days_to_close', 'p90_days_to_close']) as measure_id, unnest([0.5, 0.9]) as q
  ),
  crossings as (
    select
      quantiles.measure_id,
      survival_curves.cell_id,
      survival_curves.period_id,
      max(days) as last_days,
      sum(step_count)::bigint as curve_count,
      sum(open_count)::bigint as open_count,
      sum(unmapped_count)::bigint as unmapped_count,
      min(days) filter (1 - survival + 1.5e-8 >= q) as from_days,
      min(days) filter (1 - survival - 1.5e-8 >= q) as to_days,
      min(days) filter (1 - survival_lower + 1.5e-8 >= q) as lower_from_days,
      min(days) filter (1 - survival_lower - 1.5e-8 >= q) as lower_to_days,
      min(days) filter (1 - survival_upper + 1.5e-8 >= q) as upper_from_days,
      min(days) filter (1 - survival_upper - 1.5e-8 >= q) as upper_to_days,
      max(days) filter (survival_lower is not null) as last_limited_days
    from
      survival_curves
      cross join quantiles
    group by all
  ),
  solved as (
    select
      crossings.*,
      (from_days + coalesce(to_days, last_days)) / 2 as quantile_days,
      (lower_from_days + coalesce(lower_to_days, last_limited_days)) / 2 as lower,
      (upper_from_days + coalesce(upper_to_days, last_limited_days)) / 2 as upper
    from
      crossings
  ),
  counted as (
    select
      solved.*,
      coalesce(
        sum(survival_curves.event_count)
          filter (survival_curves.days <= coalesce(solved.quantile_days, 'infinity')), 0
      )::bigint as event_count
    from
      solved
      inner join survival_curves on solved.cell_id = survival_curves.cell_id
        and solved.period_id = survival_curves.period_id
    group by all
  )
select
  counted.measure_id,
  counted.cell_id,
  counted.period_id,
  counted.quantile_days,
  counted.lower,
  counted.upper,
  counted.curve_count,
  counted.event_count,
  periods.days_since_end >= 0
    and (counted.open_count = 0 or coalesce(counted.upper <= periods.days_since_end, false)) as is_final,
  counted.unmapped_count
from
  counted
  inner join periods on counted.period_id = periods.period_id
