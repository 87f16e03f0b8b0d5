-- Each request in the city's own words: its service, department, channel, area and what its status means.
--
-- grain: one row per request
-- reads: current_requests, sources, status_outcomes, service_matches, services, department_matches, channel_matches,
--   placed_points, area_words
--
-- A value that no list names is `unmapped`; a missing channel or a place outside the list is `unknown`. The area is the
-- one that holds the point, on the day of the request; without such a one it is the source's word for it. The
-- intersection is one of that area. Of a source that tells closings but no status, what has no closing is open.
with
  on_days as (
    select
      current_requests.*,
      local_date(requested_at, city_zone()) as requested_on,
      local_date(closed_at, city_zone()) as closed_on
    from
      current_requests
  )
select
  on_days.source,
  on_days.id,
  on_days.requested_at,
  on_days.closed_at,
  on_days.first_closed_at,
  on_days.first_reopened_at,
  on_days.due_at,
  on_days.is_due_a_date,
  on_days.is_target_moved,
  on_days.updated_at,
  on_days.reopen_count,
  on_days.clock_tolerance_seconds,
  on_days.is_requested_a_date,
  on_days.is_closed_a_date,
  on_days.requested_on,
  on_days.closed_on,
  case
    when sources.has_closing and not sources.has_status and on_days.closed_at is null then 'open'
    else status_outcomes.outcome
  end as mapped_outcome,
  coalesce(services.service_code, 'unmapped') as service_code,
  coalesce(services.service_group, 'unmapped') as service_group,
  coalesce(department_matches.department, services.department, 'unmapped') as department,
  coalesce(services.kind, 'request') as kind,
  coalesce(services.tier, 'C') as tier,
  case
    when on_days.channel is null then 'unknown'
    else coalesce(channel_matches.channel, 'unmapped')
  end as channel,
  coalesce(placed_points.area_id, area_words.area_id, 'unknown') as area_id,
  coalesce(placed_points.area_id <> area_words.area_id, false) as is_area_overruled,
  placed_points.intersection
from
  on_days
  inner join sources on on_days.source = sources.source
  inner join status_outcomes on on_days.source = status_outcomes.source
    and on_days.status = status_outcomes.status
    and on_days.closure = status_outcomes.closure
  left join service_matches on on_days.service = service_matches.match
  left join services on service_matches.service_code = services.service_code
  left join department_matches on on_days.department = department_matches.match
  left join channel_matches on on_days.channel = channel_matches.match
  left join placed_points on on_days.source = placed_points.source
    and on_days.longitude = placed_points.longitude
    and on_days.latitude = placed_points.latitude
    and on_days.requested_on between placed_points.term_from and placed_points.term_to
  left join area_words on on_days.area = area_words.match
    and on_days.requested_on between area_words.term_from and area_words.term_to
