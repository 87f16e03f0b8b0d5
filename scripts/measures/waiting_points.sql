-- Where the curves stand after each number of days that a reader may have waited.
--
-- grain: one row per basis, service (or `all`) and days already waited
-- reads: waiting_curves, waits
with
  wholes as (
    select
      basis,
      service_code,
      sum(step_count)::integer as cohort_count,
      sum(unmapped_count)::integer as unmapped_count,
      max(days) as last_days,
      max(days) filter (survival > 0) as last_days_above_zero
    from
      waiting_curves
    group by all
  ),
  asked as (
    select
      wholes.*,
      waits.days_waited
    from
      wholes
      inner join waits on wholes.basis = waits.basis
  )
select
  asked.basis,
  asked.service_code,
  asked.days_waited,
  asked.cohort_count,
  asked.unmapped_count,
  asked.last_days,
  asked.last_days_above_zero,
  coalesce(waiting_curves.at_risk_count - waiting_curves.step_count, asked.cohort_count) as at_risk_count,
  coalesce(waiting_curves.survival, 1) as survival,
  coalesce(waiting_curves.greenwood, 0) as greenwood,
  coalesce(waiting_curves.open_share, 1) as open_share,
  coalesce(waiting_curves.dealt_with_share_aj, 0) as dealt_with_share_aj,
  coalesce(waiting_curves.handed_on_share_aj, 0) as handed_on_share_aj
from
  asked
  asof left join waiting_curves on asked.basis = waiting_curves.basis
    and asked.service_code = waiting_curves.service_code
    and asked.days_waited >= waiting_curves.days
