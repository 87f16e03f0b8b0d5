-- Every calendar month since the first request, and the moment to which it is judged.
--
-- grain: one row per basis and month
-- reads: requests, night
--
-- Each basis has its moment: the night's, or for tier C the end of the last whole month.
with
  moments as (
    select 'published' as basis, as_of as moment_at, as_of_on as moment_on, horizon_days from night
    union all
    select 'warehouse' as basis, month_end_at, month_end_on, horizon_days from night
  ),
  first_request as (
    select
      min(requested_on) as first_requested_on,
      cast(date_trunc('month', min(requested_on)) as date) as first_month
    from
      requests
  ),
  listed as (
    select
      moments.*,
      first_request.first_requested_on,
      cast(unnest(generate_series(first_month, moments.moment_on, interval 1 month)) as date) as month_start
    from
      moments
      cross join first_request
  )
select
  basis,
  month_start,
  first_instant(cast(month_start + interval 1 month as timestamp), city_zone()) as ended_at,
  moment_at,
  moment_on,
  horizon_days,
  first_requested_on
from
  listed
