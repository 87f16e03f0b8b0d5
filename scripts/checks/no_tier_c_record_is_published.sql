-- No record of a tier C service, or of a service that no list names, is published.
--
-- severity: stops the night
-- why: tier C is about a person or their property
-- reads: published_requests, services
select
  published_requests.service_code as found,
  count(*) as row_count
from
  published_requests
  left join services on published_requests.service_code = services.service_code
where
  services.tier is null
  or services.tier not in ('A', 'B')
group by all
