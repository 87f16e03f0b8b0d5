-- The intersections that a request may be shown at, each listed under every cell from which it may be near enough.
--
-- grain: one row per intersection, term in which an area holds it, and cell: its own and the eight around it
-- reads: intersections, located_points
--
-- A point need only be held against the intersections of its own cell. A lonely intersection is not among them: where
-- fewer than six are in the nine cells around it, it may stand for one house, and the area says enough.
with
  celled as (
    select
      node,
      longitude,
      latitude,
      latitude_cell(latitude) as own_row,
      longitude_cell(longitude) as own_column
    from
      intersections
  ),
  steps as (
    select unnest([-1, 0, 1]) as step
  ),
  spread as (
    select
      celled.*,
      celled.own_row + upward.step as near_row,
      celled.own_column + across.step as near_column
    from
      celled
      cross join steps as upward
      cross join steps as across
  ),
  crowds as (
    select
      near_row,
      near_column,
      count(*) as intersection_count
    from
      spread
    group by all
  )
select
  spread.node,
  spread.longitude,
  spread.latitude,
  spread.near_row,
  spread.near_column,
  located_points.area_id,
  located_points.term_from
from
  spread
  inner join crowds on spread.own_row = crowds.near_row
    and spread.own_column = crowds.near_column
  inner join located_points on located_points.source = ''
    and spread.longitude = located_points.longitude
    and spread.latitude = located_points.latitude
where
  crowds.intersection_count >= 6
