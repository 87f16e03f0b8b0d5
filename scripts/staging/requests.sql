-- Every request the city has received, as it stood at the night's moment, by exact times.
--
-- grain: one row per request, by (source, id), requested at or before the night's moment
-- reads: mapped_requests, due_requests, night
--
-- Nothing after the moment exists: a later closing has not happened, and the request is open. Personal information:
-- this table never leaves the warehouse.
with
  known as (
    select
      mapped_requests.*,
      due_requests.due_at as first_due_at,
      case
        when mapped_requests.mapped_outcome = 'open' then false
        when mapped_requests.time_precision = 'date' then mapped_requests.closed_on <= night.as_of_on
        else mapped_requests.closed_at <= night.as_of
      end as is_closing_known
    from
      mapped_requests
      cross join night
      left join due_requests on mapped_requests.source = due_requests.source
        and mapped_requests.id = due_requests.id
    where
      case
        when mapped_requests.time_precision = 'date' then mapped_requests.requested_on <= night.as_of_on
        else mapped_requests.requested_at <= night.as_of
      end
  )
select
  source,
  id,
  requested_at,
  case when is_closing_known then closed_at end as closed_at,
  case when is_closing_known then first_closed_at end as first_closed_at,
  first_due_at as due_at,
  updated_at,
  requested_on,
  case when is_closing_known then closed_on end as closed_on,
  local_date(first_due_at, city_zone()) as due_on,
  time_precision,
  case when closed_at is not null and not is_closing_known then 'open' else mapped_outcome end as outcome,
  kind,
  service_code,
  service_group,
  department,
  tier,
  channel,
  area_id,
  reopen_count,
  clock_tolerance_seconds
from
  known
