-- The ways the city is cut. A dimension that a slice does not cut by is `all`.
--
-- grain: one row per slice
-- reads: nothing
--
-- By channel and by kind only the requests received are counted. Tier C requests (basis `warehouse`) enter the slice by
-- service only: they have rows of their own and no totals.
select
  slice,
  basis,
  is_by_service,
  is_by_group,
  is_by_department,
  is_by_area,
  slice = 'channel' as is_by_channel,
  slice = 'kind' as is_by_kind
from
  (
    values
      ('all', 'published', false, false, false, false),
      ('service', 'published', true, false, false, false),
      ('group', 'published', false, true, false, false),
      ('department', 'published', false, false, true, false),
      ('area', 'published', false, false, false, true),
      ('group × area', 'published', false, true, false, true),
      ('service × area', 'published', true, false, false, true),
      ('channel', 'published', false, false, false, false),
      ('kind', 'published', false, false, false, false),
      ('service', 'warehouse', true, false, false, false)
  ) as listed (slice, basis, is_by_service, is_by_group, is_by_department, is_by_area)
