-- The records anybody may download: requests of tiers A and B, de-identified.
--
-- grain: one row per request of tier A or B
-- reads: requests, small_areas, services, intersections, night
--
-- Tier A: times floored to the local hour, days to 0.01. Tier B: local dates (as local midnight), whole days. An area
-- that would single out fewer than five requests of a tier B service in a year is `unknown`. A record of tier A bears
-- the nearest intersection of its area where one is near, and no other place; one of tier B none. Lateness is judged by
-- exact times for tier A, by local dates for tier B and wherever the source gives only dates.
with
  judged as (
    select
      requests.*,
      night.as_of,
      night.as_of_on,
      requests.tier = 'B' or requests.time_precision = 'date' as is_by_date,
      requests.kind in ('request', 'complaint', 'application')
        and requests.outcome not in ('referred', 'duplicate', 'cancelled', 'invalid') as is_in_scope,
      case when small_areas.area_id is null then requests.area_id else 'unknown' end as published_area_id
    from requests
      cross join night
      left join small_areas on requests.tier = 'B'
        and requests.service_code = small_areas.service_code
        and requests.area_id = small_areas.area_id
        and year(requests.requested_on) = small_areas.requested_year
    where requests.tier in ('A', 'B')
  ),
  timed as (
    select
      judged.*,
      hmac_of(judged.source || '|' || judged.id) as hmac,
      case when is_by_date then due_on <= as_of_on else due_at <= as_of end as is_due,
      case when is_by_date then closed_on <= due_on else closed_at <= due_at end as is_closed_by_due,
      case
        when is_by_date and closed_on >= requested_on then (closed_on - requested_on)::double
        when not is_by_date and closed_at >= requested_at then days_between(requested_at, closed_at)
        when closed_at between requested_at - to_seconds(clock_tolerance_seconds) and requested_at then 0::double
      end as days_to_close
    from judged
  )
select
  base32_of_80_bits(timed.hmac) as service_request_id,
  published_time(timed.requested_at, timed.is_by_date, city_zone()) as requested_datetime,
  case when timed.updated_at <= timed.as_of then published_time(timed.updated_at, timed.is_by_date, city_zone()) end
    as updated_datetime,
  published_time(timed.closed_at, timed.is_by_date, city_zone()) as closed_datetime,
  published_time(timed.due_at, timed.is_by_date, city_zone()) as expected_datetime,
  case when timed.outcome = 'open' then 'open' else 'closed' end as status,
  case when timed.outcome <> 'open' then timed.outcome end as status_notes,
  timed.channel as source,
  coalesce(nullif(services.name_en, ''), services.name_fr) as service_name,
  timed.service_code,
  timed.service_group as service_subtype,
  timed.department as agency_responsible,
  intersections.place as address,
  intersections.latitude as lat,
  intersections.longitude as long,
  coalesce(nullif(services.name_fr, ''), services.name_en) as service_name_fr,
  timed.outcome,
  timed.kind,
  timed.published_area_id as area_id,
  case
    when intersections.node is not null then 'intersection'
    else if(timed.published_area_id = 'unknown', 'none', 'area')
  end as geo_precision,
  case when timed.is_by_date then 'date' else 'hour' end as time_precision,
  timed.requested_on,
  timed.closed_on,
  timed.first_closed_on,
  case
    when timed.is_in_scope and timed.is_due
      then timed.outcome in ('fulfilled', 'no_action') and coalesce(timed.is_closed_by_due, false)
  end as is_on_time,
  timed.reopen_count,
  timed.is_reopened,
  timed.days_to_close
from
  timed
  inner join services on timed.service_code = services.service_code
  left join intersections on timed.tier = 'A' and timed.intersection = intersections.node
