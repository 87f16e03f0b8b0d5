-- Every request as the measures see it: the published record for tiers A and B, the warehouse's own for tier C.
--
-- grain: one row per request
-- reads: published_requests, withheld_requests, night
--
-- Figures of tiers A and B are made from what is published, so anybody can make them again. `days` is the time to
-- close, or, for a request still open, its age: to 0.01, or in whole local days where only dates are known.
with
  told as (
    select
      'published' as basis,
      published_requests.service_code,
      published_requests.area_id,
      published_requests.requested_on,
      published_requests.closed_on,
      published_requests.kind,
      published_requests.outcome,
      published_requests.is_on_time,
      local_date(published_requests.expected_datetime, city_zone()) as due_on,
      published_requests.time_precision = 'date' or published_requests.expected_datetime < night.as_of as is_past_due,
      published_requests.days_to_close,
      case
        when published_requests.time_precision = 'date' then (night.as_of_on - published_requests.requested_on)::double
        else days_between(published_requests.requested_datetime, night.as_of)
      end as age_days
    from
      published_requests
      cross join night
    union all
    select
      'warehouse' as basis,
      withheld_requests.service_code,
      'all' as area_id,
      withheld_requests.requested_on,
      withheld_requests.closed_on,
      withheld_requests.kind,
      withheld_requests.outcome,
      null::boolean as is_on_time,
      null::date as due_on,
      false as is_past_due,
      withheld_requests.days_to_close,
      case
        when withheld_requests.time_precision = 'date'
          then (night.month_end_on - withheld_requests.requested_on)::double
        else days_between(withheld_requests.requested_at, night.month_end_at)
      end as age_days
    from
      withheld_requests
      cross join night
  ),
  judged as (
    select
      told.*,
      kind in ('request', 'complaint', 'application')
        and outcome not in ('referred', 'duplicate', 'cancelled', 'invalid') as is_in_scope,
      outcome in ('fulfilled', 'no_action') as is_dealt_with,
      outcome = 'open' or (outcome = 'unmapped' and closed_on is null) as is_open
    from
      told
  )
select
  judged.basis,
  judged.service_code,
  judged.area_id,
  judged.requested_on,
  cast(date_trunc('month', judged.requested_on) as date) as requested_month,
  judged.closed_on,
  judged.due_on,
  judged.is_on_time,
  judged.is_open and judged.is_on_time is not null and judged.is_past_due as is_overdue,
  judged.is_in_scope,
  judged.is_dealt_with,
  judged.is_open,
  judged.outcome = 'unmapped' as is_unmapped,
  judged.outcome = 'fulfilled'
    and judged.closed_on is not null
    and coalesce(judged.days_to_close <= night.horizon_days, true) as is_fulfilled_within_horizon,
  case
    when judged.is_open then judged.age_days
    else judged.days_to_close
  end as days
from
  judged
  cross join night
