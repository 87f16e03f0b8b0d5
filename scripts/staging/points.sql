-- Every place that has to be put into an area: where requests were made for, and where streets meet.
--
-- grain: one row per source and point; an intersection of the streets has the source ''
-- reads: current_requests, sources, intersections
--
-- What a source writes for "no place" is none. Personal information: places, though without a request.
with
  written as (
    select distinct source, longitude, latitude
    from current_requests
    where latitude is not null
  )
select
  written.source,
  written.longitude,
  written.latitude
from
  written
  inner join sources on written.source = sources.source
where
  is_place(written.longitude, written.latitude, sources.default_points)
union all
select
  '' as source,
  longitude,
  latitude
from
  intersections
