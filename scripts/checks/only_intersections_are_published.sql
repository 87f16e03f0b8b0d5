-- No published record bears a place that is not an intersection of the city's streets, and none of tier B bears any.
--
-- severity: stops the night
-- why: a point that is not an intersection is where somebody stood, or lives
-- reads: published_requests, services, intersections
select
  published_requests.service_code as found,
  count(*) as row_count
from
  published_requests
  inner join services on published_requests.service_code = services.service_code
  left join intersections on published_requests.address = intersections.place
    and published_requests.lat = intersections.latitude
    and published_requests.long = intersections.longitude
where
  (published_requests.address is not null or published_requests.lat is not null or published_requests.long is not null)
  and (services.tier <> 'A' or intersections.node is null)
group by all
