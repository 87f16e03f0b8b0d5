-- The cells of the slices: the whole city, each service, each area and so on.
--
-- grain: one row per cell
-- reads: cell_origins
select distinct
  cell_id,
  basis,
  service_code,
  service_group,
  department,
  area_id
from
  cell_origins
