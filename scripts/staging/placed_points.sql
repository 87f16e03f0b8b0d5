-- Each place that requests were made for: its area, and the nearest intersection of that area within 200 metres.
--
-- grain: one row per source, point and term in which an area holds it
-- reads: located_points, near_intersections
--
-- The intersection never contradicts the area: one across the boundary, though nearer, is passed over. So a place and
-- its area together tell no more than the place does. Of two intersections equally near, the first by its id counts.
-- Personal information: places, though without a request.
with
  beside as (
    select
      located_points.longitude,
      located_points.latitude,
      located_points.term_from,
      near_intersections.node,
      metres_between(
        located_points.longitude, located_points.latitude, near_intersections.longitude, near_intersections.latitude
      ) as metres
    from
      located_points
      inner join near_intersections on latitude_cell(located_points.latitude) = near_intersections.near_row
        and longitude_cell(located_points.longitude) = near_intersections.near_column
        and located_points.area_id = near_intersections.area_id
        and located_points.term_from = near_intersections.term_from
    where
      located_points.source <> ''
      and metres <= 200
  ),
  nearest as (
    select
      longitude,
      latitude,
      term_from,
      min(struct_pack(metres := metres, node := node)).node as intersection
    from
      beside
    group by all
  )
select
  located_points.source,
  located_points.longitude,
  located_points.latitude,
  located_points.term_from,
  located_points.term_to,
  located_points.area_id,
  nearest.intersection
from
  located_points
  left join nearest on located_points.longitude = nearest.longitude
    and located_points.latitude = nearest.latitude
    and located_points.term_from = nearest.term_from
where
  located_points.source <> ''
