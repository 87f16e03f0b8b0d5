-- The share of the requests of the last twelve months that was still waiting after each time, by two reckonings.
--
-- grain: one row per basis, service (or `all`) and distinct time in days
-- reads: waiting_steps
--
-- `survival`: Kaplan and Meier (1958), with Greenwood's sum (1926), as `survival_curves`. The other reckoning takes
-- being handed on as an end of its own: the share that came to each end, by Aalen and Johansen (1978).
with
  risked as (
    select
      waiting_steps.*,
      sum(step_count) over (
        partition by basis, service_code
        order by days
        rows between current row and unbounded following
      )::integer as at_risk_count
    from
      waiting_steps
  ),
  survived as (
    select
      risked.*,
      product(1 - dealt_with_count / at_risk_count) over until_now as survival,
      sum(case when dealt_with_count < at_risk_count
        then dealt_with_count / (at_risk_count::double * (at_risk_count - dealt_with_count)) else 0 end)
        over until_now as greenwood,
      product(1 - (dealt_with_count + handed_on_count) / at_risk_count) over until_now as open_share,
      coalesce(product(1 - (dealt_with_count + handed_on_count) / at_risk_count) over before, 1) as open_share_before
    from
      risked
    window
      until_now as (partition by basis, service_code order by days rows between unbounded preceding and current row),
      before as (partition by basis, service_code order by days rows between unbounded preceding and 1 preceding)
  )
select
  basis,
  service_code,
  days,
  dealt_with_count,
  unmapped_count,
  step_count,
  at_risk_count,
  survival,
  greenwood,
  open_share,
  sum(open_share_before * dealt_with_count / at_risk_count) over until_now as dealt_with_share_aj,
  sum(open_share_before * handed_on_count / at_risk_count) over until_now as handed_on_share_aj
from
  survived
window
  until_now as (partition by basis, service_code order by days rows between unbounded preceding and current row)
