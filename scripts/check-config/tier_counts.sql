-- What would be published of each privacy tier: how many services and requests, and from which day to which.
--
-- grain: one row per tier that has requests
-- reads: requests
select
  tier,
  count(distinct service_code)::integer as service_count,
  count(*)::integer as request_count,
  min(requested_on) as first_on,
  max(requested_on) as last_on,
  count_if(area_id = 'unknown')::integer as unknown_area_count,
  count_if(service_code = 'unmapped')::integer as unmapped_service_count
from
  requests
group by all
