-- Each request in the city's own words: its service, department, channel, area and what its status means.
--
-- grain: one row per request
-- reads: current_requests, status_outcomes, service_matches, services, department_matches, channel_matches,
--   area_matches
--
-- A value that no list names is `unmapped`; a missing channel or a place outside the list is `unknown`.
select
  current_requests.source,
  current_requests.id,
  current_requests.requested_at,
  current_requests.closed_at,
  current_requests.first_closed_at,
  current_requests.due_at,
  current_requests.is_due_a_date,
  current_requests.updated_at,
  current_requests.reopen_count,
  current_requests.clock_tolerance_seconds,
  current_requests.is_requested_a_date,
  current_requests.is_closed_a_date,
  local_date(current_requests.requested_at, city_zone()) as requested_on,
  local_date(current_requests.closed_at, city_zone()) as closed_on,
  status_outcomes.outcome as mapped_outcome,
  coalesce(services.service_code, 'unmapped') as service_code,
  coalesce(services.service_group, 'unmapped') as service_group,
  coalesce(department_matches.department, services.department, 'unmapped') as department,
  coalesce(services.kind, 'request') as kind,
  coalesce(services.tier, 'C') as tier,
  case
    when current_requests.channel is null then 'unknown'
    else coalesce(channel_matches.channel, 'unmapped')
  end as channel,
  coalesce(area_matches.area_id, 'unknown') as area_id
from
  current_requests
  inner join status_outcomes on current_requests.source = status_outcomes.source
    and current_requests.status = status_outcomes.status
    and current_requests.closure = status_outcomes.closure
  left join service_matches on current_requests.service = service_matches.match
  left join services on service_matches.service_code = services.service_code
  left join department_matches on current_requests.department = department_matches.match
  left join channel_matches on current_requests.channel = channel_matches.match
  left join area_matches on current_requests.area = area_matches.match
