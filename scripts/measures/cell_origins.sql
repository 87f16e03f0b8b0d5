-- Which origins of requests make up each cell of each slice.
--
-- grain: one row per cell and origin in it
-- reads: origins, slices
with
  sliced as (
    select
      origins.origin_id,
      origins.basis,
      case when slices.is_by_service then origins.service_code else 'all' end as service_code,
      case when slices.is_by_group then origins.service_group else 'all' end as service_group,
      case when slices.is_by_department then origins.department else 'all' end as department,
      case when slices.is_by_area then origins.area_id else 'all' end as area_id
    from
      origins
      inner join slices on origins.basis = slices.basis
        and not slices.is_by_channel
        and not slices.is_by_kind
  )
select
  dense_rank() over (order by basis, service_code, service_group, department, area_id)::integer as cell_id,
  origin_id,
  basis,
  service_code,
  service_group,
  department,
  area_id
from
  sliced
