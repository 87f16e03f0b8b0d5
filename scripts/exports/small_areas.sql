-- Where a record of a tier B service would single people out: the areas with fewer than five requests of it in a year.
--
-- grain: one row per tier B service, area and year of requests that lose their area
-- reads: requests
--
-- The count is that of the calendar year before; in the first year of data, that year's.
with
  first_year as (
    select
      min(year(requested_on)) as first_year
    from
      requests
  ),
  yearly_counts as (
    select
      service_code,
      area_id,
      year(requested_on) as requested_year,
      count(*) as request_count
    from
      requests
    where
      tier = 'B'
    group by all
  )
select
  yearly_counts.service_code,
  yearly_counts.area_id,
  yearly_counts.requested_year
from
  yearly_counts
  cross join first_year
  left join yearly_counts as counted on yearly_counts.service_code = counted.service_code
    and yearly_counts.area_id = counted.area_id
    and greatest(yearly_counts.requested_year - 1, first_year.first_year) = counted.requested_year
where
  coalesce(counted.request_count, 0) < 5
