-- What became of the requests, by the city's own reading of its statuses.
--
-- grain: one row per outcome that occurs
-- reads: requests
select
  outcome,
  count(*)::integer as request_count
from
  requests
group by all
