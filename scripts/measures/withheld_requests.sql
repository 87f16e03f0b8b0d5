-- Requests of tier C as they stood at the end of the last whole month, for the few city-wide figures made of them.
--
-- grain: one row per request of tier C requested by then
-- reads: requests, night
--
-- Held to the month's end so that two releases of one month cannot be subtracted. Never published as records.
with
  cut as (
    select
      requests.*,
      coalesce(requests.closed_on <= night.month_end_on, false) as is_closed_by_then
    from
      requests
      cross join night
    where
      requests.tier = 'C'
      and requests.requested_on <= night.month_end_on
  )
select
  service_code,
  requested_at,
  requested_on,
  kind,
  case when closed_at is not null and not is_closed_by_then then 'open' else outcome end as outcome,
  case when is_closed_by_then then closed_on end as closed_on,
  case
    when not is_closed_by_then then null
    when time_precision = 'date' and closed_on >= requested_on then (closed_on - requested_on)::double
    when time_precision <> 'date' and closed_at >= requested_at then days_between(requested_at, closed_at)
    when closed_at between requested_at - to_seconds(clock_tolerance_seconds) and requested_at then 0::double
  end as days_to_close,
  time_precision
from
  cut
