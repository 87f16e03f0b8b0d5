-- Every local day, with how many business days there have been up to and including it.
--
-- grain: one row per day, from the first request to ten years after the night
-- reads: current_requests, holidays, night
--
-- Monday to Friday, less the city's list of holidays.
with
  days as (
    select
      cast(unnest(generate_series(
        (select min(local_date(requested_at, city_zone())) from current_requests),
        (select as_of_on + 3653 from night),
        interval 1 day
      )) as date) as local_day
  ),
  marked as (
    select
      days.local_day,
      isodow(days.local_day) <= 5 and holidays.holiday_on is null as is_business_day
    from
      days
      left join holidays on days.local_day = holidays.holiday_on
  )
select
  local_day,
  is_business_day,
  count_if(is_business_day) over (order by local_day)::bigint as business_day_count
from
  marked
