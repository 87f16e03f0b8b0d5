-- Requests that stood open at the end of a month, with the month they were closed in and the one they became late in.
--
-- grain: one row per request in scope that is open, or was closed in a later month than it was requested in
-- reads: measured_requests
--
-- By the outcome known now. A request closed without a date never stood open. Tiers A and B only.
with
  spells as (
    select
      origin_id,
      requested_on,
      requested_month,
      is_unmapped,
      case when not is_open then cast(date_trunc('month', greatest(closed_on, requested_on)) as date) end
        as closed_month,
      case
        when is_overdue or (is_on_time is not null and not is_open)
          then cast(date_trunc('month', greatest(due_on, requested_on)) as date)
      end as overdue_month
    from
      measured_requests
    where
      basis = 'published'
      and is_in_scope
      and (is_open or closed_on is not null)
  )
select
  origin_id,
  requested_on,
  requested_month,
  is_unmapped,
  closed_month,
  case when closed_month is null or overdue_month < closed_month then overdue_month end as overdue_month
from
  spells
where
  closed_month is null
  or closed_month > requested_month
