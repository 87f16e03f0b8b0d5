-- Points that so many requests share that the system may write them where it knows no place.
--
-- grain: one row per source and point of a hundred requests and one in fifty
-- reads: current_requests, sources
with
  located as (
    select
      current_requests.source,
      round(current_requests.longitude, 5) as longitude,
      round(current_requests.latitude, 5) as latitude
    from
      current_requests
      inner join sources on current_requests.source = sources.source
    where
      is_place(current_requests.longitude, current_requests.latitude, sources.default_points)
  ),
  counted as (
    select
      source,
      longitude,
      latitude,
      count(*) as request_count,
      sum(count(*)) over (partition by source) as located_count
    from
      located
    group by
      source,
      longitude,
      latitude
  )
select
  source,
  longitude,
  latitude,
  request_count::integer as request_count
from
  counted
where
  request_count >= 100
  and request_count >= 0.02 * located_count
