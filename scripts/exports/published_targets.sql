-- What the city promises for each service, with every change of it.
--
-- grain: one row per service and change of its target
-- reads: targets
select
  service_code,
  valid_from,
  value,
  unit,
  owner
from
  targets
