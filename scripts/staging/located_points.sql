-- Which area holds each place that requests were made for, and each intersection, while the same areas are in force.
--
-- grain: one row per source, point and term in which an area holds it
-- reads: points, banded_sides, area_terms
--
-- The even-odd rule (Shimrat 1962): a line from the point to the east crosses the sides of an area an odd number of
-- times if the point is inside. A point on a side or a corner is inside as well. Of several areas the first by its id
-- has it. Personal information: places, though without a request.
with
  -- `turn` is positive where the point is west of the side, 0 on its line.
  beside as (
    select
      points.source,
      points.longitude,
      points.latitude,
      banded_sides.area_id,
      points.latitude < banded_sides.north_latitude as is_below_end,
      points.longitude >= least(banded_sides.south_longitude, banded_sides.north_longitude) as is_over,
      (banded_sides.north_longitude - banded_sides.south_longitude) * (points.latitude - banded_sides.south_latitude)
        - (points.longitude - banded_sides.south_longitude)
        * (banded_sides.north_latitude - banded_sides.south_latitude) as turn
    from
      points
      inner join banded_sides on latitude_band(points.latitude) = banded_sides.band
        and points.latitude between banded_sides.south_latitude and banded_sides.north_latitude
        and points.longitude <= greatest(banded_sides.south_longitude, banded_sides.north_longitude)
  ),
  holding as (
    select
      source,
      longitude,
      latitude,
      area_id
    from
      beside
    group by all
    having
      count_if(turn > 0 and is_below_end) % 2 = 1
      or bool_or(turn = 0 and is_over)
  )
select
  holding.source,
  holding.longitude,
  holding.latitude,
  area_terms.term_from,
  area_terms.term_to,
  min(holding.area_id) as area_id
from
  holding
  inner join area_terms on holding.area_id = area_terms.area_id
group by all
