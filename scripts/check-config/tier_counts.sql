-- What would be published of each privacy tier: how many services and requests, and from which day to which.
--
-- grain: one row per tier that has requests
-- reads: requests, small_areas
--
-- Of tier B an area that would single people out is withheld: that is another thing than an area nobody knows.
select
  requests.tier,
  count(distinct requests.service_code)::integer as service_count,
  count(*)::integer as request_count,
  min(requests.requested_on) as first_on,
  max(requests.requested_on) as last_on,
  count_if(requests.area_id = 'unknown')::integer as unknown_area_count,
  count_if(requests.area_id <> 'unknown' and small_areas.area_id is not null)::integer as withheld_area_count,
  count_if(requests.service_code = 'unmapped')::integer as unmapped_service_count
from
  requests
  left join small_areas on requests.tier = 'B'
    and requests.service_code = small_areas.service_code
    and requests.area_id = small_areas.area_id
    and year(requests.requested_on) = small_areas.requested_year
group by all
