-- In which months the requests waiting at the end of each month had come in.
--
-- grain: one row per cell, month, and earlier or same month of which any request was then open
-- reads: open_spells, cell_origins, months
--
-- `so_far_count` counts from the oldest.
with
  spelled as (
    select
      origin_id,
      requested_month,
      closed_month,
      count(*) as request_count,
      count_if(is_unmapped) as unmapped_count
    from
      open_spells
    group by all
  ),
  celled as (
    select
      cell_origins.cell_id,
      spelled.requested_month,
      spelled.closed_month,
      sum(spelled.request_count)::bigint as request_count,
      sum(spelled.unmapped_count)::bigint as unmapped_count
    from
      spelled
      inner join cell_origins on spelled.origin_id = cell_origins.origin_id
    group by all
  ),
  vintages as (
    select
      celled.cell_id,
      months.month_start,
      celled.requested_month,
      sum(celled.request_count)::bigint as request_count,
      sum(celled.unmapped_count)::bigint as unmapped_count
    from
      celled
      inner join months on months.basis = 'published'
        and months.month_start >= celled.requested_month
        and coalesce(months.month_start < celled.closed_month, true)
    group by all
  )
select
  cell_id,
  month_start,
  requested_month,
  request_count,
  (sum(request_count) over (in_cell order by requested_month))::bigint as so_far_count,
  (sum(request_count) over in_cell)::bigint as open_count,
  (sum(unmapped_count) over in_cell)::bigint as unmapped_count
from
  vintages
window
  in_cell as (partition by cell_id, month_start)
