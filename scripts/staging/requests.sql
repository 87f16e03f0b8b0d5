-- Every request the city has received, as it stood at the night's moment, by exact times.
--
-- grain: one row per request, by (source, id), requested at or before the night's moment
-- reads: due_requests, night
--
-- Nothing after the moment exists: a later closing has not happened, and the request is open. What only the midnight of
-- the moment itself tells belongs to the next day, of which there are no figures yet. Whether a request was opened
-- again within 30 days of its first closing is unknown where the moment of it is: so for one that is open, was closed
-- before, and is said never to have been opened again. Personal information: this table never leaves the warehouse.
with
  judged as (
    select
      due_requests.*,
      night.as_of,
      night.as_of_on,
      local_date(due_requests.first_closed_at, city_zone()) as told_first_closed_on,
      local_date(due_requests.first_reopened_at, city_zone()) as told_first_reopened_on,
      due_requests.mapped_outcome <> 'open'
        and due_requests.closed_on <= night.as_of_on
        and (
          due_requests.is_requested_a_date
          or due_requests.is_closed_a_date
          or due_requests.closed_at <= night.as_of
        ) as is_closing_known
    from
      due_requests
      cross join night
  ),
  known as (
    select
      judged.*,
      case
        when is_requested_a_date or (is_closing_known and is_closed_a_date) then 'date'
        else 'second'
      end as time_precision,
      case when first_closed_at <= as_of and told_first_closed_on <= as_of_on then told_first_closed_on end
        as first_closed_on,
      case when first_reopened_at <= as_of and told_first_reopened_on <= as_of_on then told_first_reopened_on end
        as first_reopened_on
    from
      judged
    where
      requested_on <= as_of_on
      and (is_requested_a_date or (is_closing_known and is_closed_a_date) or requested_at <= as_of)
  )
select
  source,
  id,
  requested_at,
  case when is_closing_known then closed_at end as closed_at,
  case when first_closed_on is not null then first_closed_at end as first_closed_at,
  first_closed_on,
  due_at,
  updated_at,
  requested_on,
  case when is_closing_known then closed_on end as closed_on,
  local_date(due_at, city_zone()) as due_on,
  is_target_moved,
  time_precision,
  case when closed_at is not null and not is_closing_known then 'open' else mapped_outcome end as outcome,
  kind,
  service_code,
  service_group,
  department,
  tier,
  channel,
  area_id,
  is_area_overruled,
  intersection,
  reopen_count,
  case
    when first_closed_on is null then null
    when first_reopened_on is not null then first_reopened_on <= first_closed_on + 30
    when first_reopened_at is not null then false
    when reopen_count = 0 and mapped_outcome <> 'open' then false
  end as is_reopened,
  clock_tolerance_seconds
from
  known
