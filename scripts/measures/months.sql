-- Every calendar month since the first request, and the moment to which it is judged.
--
-- grain: one row per basis and month
-- reads: requests, night
--
-- `month_end` is its last day, of the current month the moment's. Each basis has its moment: the night's, or for tier C
-- the end of the last whole month. A month is whole when it is over and requests came in up to its last week: a
-- delivery that ends in July tells nothing of August, whatever its last closing was.
with
  moments as (
    select 'published' as basis, as_of as moment_at, as_of_on as moment_on, horizon_days from night
    union all
    select 'warehouse' as basis, month_end_at, month_end_on, horizon_days from night
  ),
  request_days as (
    select
      min(requested_on) as first_requested_on,
      max(requested_on) as last_requested_on,
      cast(date_trunc('month', min(requested_on)) as date) as first_month
    from
      requests
  ),
  listed as (
    select
      moments.*,
      request_days.first_requested_on,
      request_days.last_requested_on,
      cast(unnest(generate_series(first_month, moments.moment_on, interval 1 month)) as date) as month_start
    from
      moments
      cross join request_days
  ),
  ended as (
    select
      listed.*,
      first_instant(cast(month_start + interval 1 month as timestamp), city_zone()) as ended_at
    from
      listed
  )
select
  basis,
  month_start,
  least(cast(month_start + interval 1 month - interval 1 day as date), moment_on) as month_end,
  ended_at,
  ended_at <= moment_at and last_requested_on >= month_start + interval 1 month - interval 7 day as is_whole,
  moment_at,
  moment_on,
  horizon_days,
  first_requested_on
from
  ended
