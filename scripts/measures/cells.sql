-- The cells of the slices: the whole city, each service, each area, each channel and so on.
--
-- grain: one row per cell
-- reads: cell_origins, published_requests, slices
with
  placed as (
    select distinct
      cell_id,
      basis,
      service_code,
      service_group,
      department,
      area_id
    from
      cell_origins
  ),
  told as (
    select distinct source, kind from published_requests
  ),
  by_way as (
    select distinct
      case when slices.is_by_channel then told.source else 'all' end as channel,
      case when slices.is_by_kind then told.kind else 'all' end as kind
    from
      told
      inner join slices on slices.is_by_channel or slices.is_by_kind
  )
select
  placed.*,
  'all' as channel,
  'all' as kind
from
  placed
union all
select
  ((select coalesce(max(cell_id), 0) from placed) + row_number() over (order by channel, kind))::integer,
  'published',
  'all',
  'all',
  'all',
  'all',
  channel,
  kind
from
  by_way
