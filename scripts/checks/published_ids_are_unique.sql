-- No two published records share an id.
--
-- severity: stops the night
-- why: readers join nights on it
-- reads: published_requests
select
  service_request_id as found,
  count(*) as row_count
from
  published_requests
group by all
having
  count(*) > 1
