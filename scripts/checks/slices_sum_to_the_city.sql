-- The cells of every slice add up to the city: areas with unknown, services of tiers A and B, groups, departments.
--
-- severity: stops the night
-- why: a reader who adds up the parts must get the whole
-- reads: published_measures, slices
with
  sliced as (
    select
      measure_id,
      period_type,
      period_start,
      service_code <> 'all' as is_by_service,
      service_group <> 'all' as is_by_group,
      department <> 'all' as is_by_department,
      area_id <> 'all' as is_by_area,
      sum(numerator) as slice_count
    from
      published_measures
    where
      basis = 'published'
      and (measure_id in ('requests_received', 'open_requests', 'overdue_requests') or measure_id like 'outcome%')
    group by all
  )
select
  measure_id,
  period_type,
  period_start,
  list(slice_count order by slice_count) as slice_counts
from
  sliced
group by all
having
  min(slice_count) <> max(slice_count)
  or (count(*) <> (select count(*) from slices where basis = 'published') and count(slice_count) > 0)
