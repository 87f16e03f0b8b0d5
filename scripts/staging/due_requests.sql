-- When each request falls due: the CRM's own target, else the city's target in force on the day it was requested.
--
-- grain: one row per request that has a target
-- reads: mapped_requests, targets, business_days, night
--
-- A target in days ends with the n-th local day after; in business days, with the n-th business day after, by the
-- city's list of holidays.
with
  targeted as (
    select
      mapped_requests.source,
      mapped_requests.id,
      mapped_requests.requested_at,
      mapped_requests.requested_on,
      mapped_requests.due_at,
      mapped_requests.is_due_a_date,
      targets.value as target_value,
      targets.unit as target_unit
    from
      mapped_requests
      asof left join targets on mapped_requests.service_code = targets.service_code
        and mapped_requests.requested_on >= targets.valid_from
  ),
  first_business_days as (
    select
      business_day_count,
      min(local_day) as local_day
    from
      business_days
    group by all
  )
select
  targeted.source,
  targeted.id,
  case
    when targeted.due_at is not null and targeted.is_due_a_date
      then end_of_day(local_date(targeted.due_at, night.time_zone), night.time_zone)
    when targeted.due_at is not null then targeted.due_at
    when targeted.target_unit = 'hours' then targeted.requested_at + to_hours(targeted.target_value)
    when targeted.target_unit = 'days'
      then end_of_day(cast(targeted.requested_on + targeted.target_value as date), night.time_zone)
    else end_of_day(first_business_days.local_day, night.time_zone)
  end as due_at
from
  targeted
  cross join night
  left join business_days on targeted.requested_on = business_days.local_day
  left join first_business_days on targeted.target_unit = 'business_days'
    and first_business_days.business_day_count = business_days.business_day_count + targeted.target_value
where
  targeted.due_at is not null
  or targeted.target_value is not null
