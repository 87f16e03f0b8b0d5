-- Of requests still waiting after so many days: in how many more days half, and nine in ten, were dealt with.
--
-- grain: one row per basis, service (or `all`), days already waited and quantile; of those with 20 still waiting
-- reads: waiting_curves, waiting_points
--
-- The curve of those who waited longer than k is the whole one divided by where it stands at k, and its Greenwood sum
-- what was added since: so no curve is made anew. Read off as in `days_to_close`. Only steps at which somebody was
-- dealt with are looked at: the curve and its limits move at no other.
with
  quantiles as (
    select unnest([0.5, 0.9]) as q
  ),
  since as (
    select
      waiting_points.basis,
      waiting_points.service_code,
      waiting_points.days_waited,
      waiting_points.last_days,
      waiting_points.last_days_above_zero,
      waiting_curves.days,
      waiting_curves.survival / waiting_points.survival as survival,
      case when waiting_curves.survival > 0
        then 1.959963984540054 * sqrt(waiting_curves.greenwood - waiting_points.greenwood)
          / -ln(waiting_curves.survival / waiting_points.survival) end as spread
    from
      waiting_curves
      inner join waiting_points on waiting_curves.basis = waiting_points.basis
        and waiting_curves.service_code = waiting_points.service_code
        and waiting_curves.days > waiting_points.days_waited
    where
      waiting_curves.dealt_with_count > 0
      and waiting_points.at_risk_count >= 20
  ),
  crossings as (
    select
      quantiles.q,
      since.* exclude (days, survival, spread),
      min(days) filter (1 - survival + 1.5e-8 >= q) as from_days,
      min(days) filter (1 - survival - 1.5e-8 >= q) as to_days,
      min(days) filter (1 - pow(survival, exp(spread)) + 1.5e-8 >= q) as lower_from_days,
      min(days) filter (1 - pow(survival, exp(spread)) - 1.5e-8 >= q) as lower_to_days,
      min(days) filter (1 - pow(survival, exp(-spread)) + 1.5e-8 >= q) as upper_from_days,
      min(days) filter (1 - pow(survival, exp(-spread)) - 1.5e-8 >= q) as upper_to_days
    from
      since
      cross join quantiles
    group by all
  )
select
  basis,
  service_code,
  days_waited,
  q,
  (from_days + coalesce(to_days, last_days)) / 2 - days_waited as more_days,
  (lower_from_days + coalesce(lower_to_days, last_days_above_zero)) / 2 - days_waited as more_lower,
  (upper_from_days + coalesce(upper_to_days, last_days_above_zero)) / 2 - days_waited as more_upper
from
  crossings
