-- The ways the city is cut. A dimension that a slice does not cut by is `all`.
--
-- grain: one row per slice
-- reads: nothing
--
-- Tier C requests (basis `warehouse`) enter the slice by service only: they have rows of their own and no totals.
select
  slice,
  is_by_service,
  is_by_area,
  basis
from
  (
    values
      ('all', false, false, 'published'),
      ('service', true, false, 'published'),
      ('area', false, true, 'published'),
      ('service', true, false, 'warehouse')
  ) as listed (slice, is_by_service, is_by_area, basis)
