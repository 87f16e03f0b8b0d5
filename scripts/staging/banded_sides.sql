-- The sides of the areas' polygons, each listed under every band of latitude that it passes.
--
-- grain: one row per side and band of 0.001° (111 m)
-- reads: area_sides
--
-- A point need only be held against the sides of its own band. Each side runs from south to north, whichever area it
-- belongs to: what two areas share is then reckoned alike for both, and no point falls between them.
with
  upward as (
    select
      area_id,
      from_latitude < to_latitude or (from_latitude = to_latitude and from_longitude < to_longitude) as is_upward,
      case when is_upward then from_longitude else to_longitude end as south_longitude,
      case when is_upward then to_longitude else from_longitude end as north_longitude,
      least(from_latitude, to_latitude) as south_latitude,
      greatest(from_latitude, to_latitude) as north_latitude
    from
      area_sides
  )
select
  area_id,
  unnest(range(latitude_band(south_latitude), latitude_band(north_latitude) + 1)) as band,
  south_longitude,
  south_latitude,
  north_longitude,
  north_latitude
from
  upward
