-- What each request says of itself in the source's own words, as compared with the lists and as written.
--
-- grain: one row per request
-- reads: current_requests, raw_requests
select
  current_requests.source,
  current_requests.service,
  current_requests.department,
  current_requests.channel,
  current_requests.area,
  current_requests.status,
  current_requests.closure,
  trim(raw_requests.service) as service_as_written,
  trim(raw_requests.department) as department_as_written,
  trim(raw_requests.channel) as channel_as_written,
  trim(raw_requests.area) as area_as_written,
  coalesce(trim(raw_requests.status), '') as status_as_written,
  coalesce(trim(raw_requests.closure), '') as closure_as_written
from
  current_requests
  inner join raw_requests on current_requests.source = raw_requests.source
    and current_requests.delivery_order = raw_requests.delivery_order
