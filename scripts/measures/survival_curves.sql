-- The share of requests still waiting after each time, in every cell and period received.
--
-- grain: one row per cell, period received and distinct time in days
-- reads: curve_steps
--
-- Kaplan and Meier (1958): the running product of 1 - d/n, d dealt with among n still watched. Its 95 % limits are
-- log-log (Kalbfleisch and Prentice), with Greenwood's variance (1926); where the share is 0 or 1 there are none.
-- Counts are added as doubles, which hold them exactly: a sum of integers has 128 bits, and takes half as long again.
with
  risked as (
    select
      curve_steps.*,
      sum(event_count::double) over running as events_so_far,
      sum(step_count::double) over (partition by cell_id, period_id)
        - sum(step_count::double) over running
        + step_count as at_risk_count
    from
      curve_steps
    window
      running as (partition by cell_id, period_id order by days rows between unbounded preceding and current row)
  ),
  survived as (
    select
      risked.*,
      product(1 - event_count / at_risk_count) over running as survival,
      sum(case when event_count < at_risk_count
        then event_count / (at_risk_count * (at_risk_count - event_count)) else 0 end) over running as greenwood
    from
      risked
    window
      running as (partition by cell_id, period_id order by days rows between unbounded preceding and current row)
  ),
  spread as (
    select
      survived.*,
      case when survival > 0 and survival < 1
        then 1.959963984540054 * sqrt(greenwood) / -ln(survival) end as spread
    from
      survived
  )
select
  cell_id,
  period_id,
  days,
  event_count,
  step_count,
  open_count,
  unmapped_count,
  events_so_far::integer as events_so_far,
  survival,
  pow(survival, exp(spread)) as survival_lower,
  pow(survival, exp(-spread)) as survival_upper
from
  spread
