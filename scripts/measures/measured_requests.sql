-- Every request as the measures see it: the published record for tiers A and B, the warehouse's own for tier C.
--
-- grain: one row per request
-- reads: published_requests, withheld_requests, origins, night
--
-- Figures of tiers A and B are made from what is published, so anybody can make them again. `days` is the time to
-- close, or, for a request still open, its age: to 0.01, or in whole local days where only dates are known.
with
  told as (
    select
      origins.origin_id, origins.basis, requested_on, closed_on, first_closed_on, published_requests.kind, outcome,
      is_on_time,
      is_reopened,
      local_date(expected_datetime, city_zone()) as due_on,
      time_precision = 'date' or expected_datetime < night.as_of as is_past_due,
      days_to_close,
      case
        when time_precision = 'date' then (night.as_of_on - requested_on)::double
        else days_between(requested_datetime, night.as_of)
      end as age_days
    from
      published_requests
      cross join night
      inner join origins on origins.basis = 'published'
        and published_requests.service_code = origins.service_code
        and published_requests.service_subtype = origins.service_group
        and published_requests.agency_responsible = origins.department
        and published_requests.area_id = origins.area_id
    union all
    select
      origins.origin_id, origins.basis, requested_on, closed_on, null::date, withheld_requests.kind, outcome,
      null::boolean,
      null::boolean,
      null::date,
      false,
      days_to_close,
      case
        when time_precision = 'date' then (night.month_end_on - requested_on)::double
        else days_between(requested_at, night.month_end_at)
      end
    from
      withheld_requests
      cross join night
      inner join origins on origins.basis = 'warehouse'
        and withheld_requests.service_code = origins.service_code
  ),
  judged as (
    select
      told.*,
      kind in ('request', 'complaint', 'application')
        and outcome not in ('referred', 'duplicate', 'cancelled', 'invalid') as is_in_scope,
      outcome = 'open' or (outcome = 'unmapped' and closed_on is null) as is_open
    from
      told
  )
select
  origin_id,
  basis,
  cast(date_trunc('month', requested_on) as date) as requested_month,
  requested_on,
  closed_on,
  first_closed_on,
  due_on,
  outcome,
  is_on_time,
  is_open and is_on_time is not null and is_past_due as is_overdue,
  is_reopened,
  is_in_scope,
  outcome in ('fulfilled', 'no_action') as is_dealt_with,
  is_open,
  outcome = 'unmapped' as is_unmapped,
  outcome = 'fulfilled'
    and closed_on is not null
    and coalesce(days_to_close <= horizon_days, true) as is_fulfilled_within_horizon,
  case when is_open then age_days else days_to_close end as days
from
  judged
  cross join night
