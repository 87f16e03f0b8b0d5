-- Each service, department and area together that any request came from.
--
-- grain: one row per basis and combination
-- reads: published_requests, withheld_requests
--
-- Requests are counted by origin first, which is a number and not four names, and only the counts are cut into slices.
with
  told as (
    select distinct
      'published' as basis,
      service_code,
      service_subtype as service_group,
      agency_responsible as department,
      area_id
    from
      published_requests
    union all
    select distinct
      'warehouse',
      service_code,
      'all',
      'all',
      'all'
    from
      withheld_requests
  )
select
  row_number() over (order by basis, service_code, service_group, department, area_id)::integer as origin_id,
  basis,
  service_code,
  service_group,
  department,
  area_id
from
  told
