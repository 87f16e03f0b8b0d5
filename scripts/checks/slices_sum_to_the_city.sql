-- The cells of every slice add up to the city: areas with unknown, services of tiers A and B, groups, departments, and,
-- of the requests received, channels and kinds.
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
      channel <> 'all' as is_by_channel,
      kind <> 'all' as is_by_kind,
      sum(numerator) as slice_count
    from
      published_measures
    where
      basis = 'published'
      and period_type <> 'day'
      and (
        measure_id in ('requests_received', 'overdue_requests')
        or measure_id like 'open%'
        or measure_id like 'outcome%'
      )
    group by all
  ),
  expected as (
    select
      count_if(basis = 'published') as volume_slices,
      count_if(basis = 'published' and not (is_by_channel or is_by_kind)) as other_slices
    from
      slices
  )
select
  measure_id,
  period_type,
  period_start,
  list(slice_count order by slice_count) as slice_counts
from
  sliced
  cross join expected
group by all
having
  min(slice_count) <> max(slice_count)
  or (
    count(slice_count) > 0
    and count(*) <> max(case when measure_id = 'requests_received' then volume_slices else other_slices end)
  )
