-- How long it takes from here: for requests already waiting so many days, and how many were dealt with by then.
--
-- grain: one row per basis, service (or `all`) and days already waited
-- reads: waiting_points, waiting_quantiles
--
-- Null where fewer than 20 still waited (`too_few`), where the curve is not known so far (`not_reached`), and where too
-- many closings are unmapped. The shares follow the rules of the measures: a service needs ten requests.
with
  judged as (
    select
      waiting_points.*,
      unmapped_count >= 5 and unmapped_count > 0.05 * cohort_count as is_unmapped,
      days_waited > last_days as is_beyond_all,
      case when survival > 0 and survival < 1
        then 1.959963984540054 * sqrt(greenwood) / -ln(survival) end as spread
    from
      waiting_points
  ),
  shared as (
    select
      judged.*,
      not is_unmapped and (service_code = 'all' or cohort_count >= 10) as is_told
    from
      judged
  )
select
  shared.basis,
  shared.service_code,
  shared.days_waited,
  shared.at_risk_count,
  case when is_told and not (is_beyond_all and survival > 0) then round(1 - survival, 12) end as dealt_with_share,
  case when is_told and not is_beyond_all then round(1 - pow(survival, exp(-spread)), 12) end as dealt_with_lower,
  case when is_told and not is_beyond_all then round(1 - pow(survival, exp(spread)), 12) end as dealt_with_upper,
  case when is_told and not (is_beyond_all and open_share > 0) then round(dealt_with_share_aj, 12) end
    as dealt_with_share_aj,
  case when is_told and not (is_beyond_all and open_share > 0) then round(handed_on_share_aj, 12) end
    as handed_on_share_aj,
  case when not is_unmapped then round(halves.more_days, 12) end as median_more_days,
  case when not is_unmapped then round(halves.more_lower, 12) end as median_more_lower,
  case when not is_unmapped then round(halves.more_upper, 12) end as median_more_upper,
  case when not is_unmapped then round(tenths.more_days, 12) end as p90_more_days,
  case when not is_unmapped then round(tenths.more_lower, 12) end as p90_more_lower,
  case when not is_unmapped then round(tenths.more_upper, 12) end as p90_more_upper,
  case
    when is_unmapped then 'unmapped'
    when at_risk_count < 20 then 'too_few'
    when halves.more_days is null then 'not_reached'
  end as missing_reason
from
  shared
  left join waiting_quantiles as halves on halves.q = 0.5
    and shared.basis = halves.basis
    and shared.service_code = halves.service_code
    and shared.days_waited = halves.days_waited
  left join waiting_quantiles as tenths on tenths.q = 0.9
    and shared.basis = tenths.basis
    and shared.service_code = tenths.service_code
    and shared.days_waited = tenths.days_waited
