-- The time within which half, and nine in ten, of the requests received were dealt with.
--
-- grain: one row per cell, period received and quantile
-- reads: survival_curves, periods
--
-- The smallest time at which the curve has fallen to 1 - q; where it stands at 1 - q (within 1.5e-8) over an interval,
-- the middle of it, and at the curve's end the middle of its last step and the last observed time: as R's
-- quantile.survfit; nothing is dealt with inside such an interval. The limits are the same rule on the curve's own
-- limits (Brookmeyer and Crowley 1982).
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
      coalesce(
        min(events_so_far) filter (1 - survival + 1.5e-8 >= q),
        max(events_so_far)
      )::bigint as event_count,
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
  )
select
  solved.measure_id,
  solved.cell_id,
  solved.period_id,
  solved.quantile_days,
  solved.lower,
  solved.upper,
  solved.curve_count,
  solved.event_count,
  periods.days_since_end >= 0
    and (solved.open_count = 0 or coalesce(solved.upper <= periods.days_since_end, false)) as is_final,
  solved.unmapped_count
from
  solved
  inner join periods on solved.period_id = periods.period_id
