-- When each request falls due: the CRM's own target, else the city's target in force on the day it was requested.
--
-- grain: one row per request that has a target
-- reads: mapped_requests, targets, business_days
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
  counted as (
    select
      targeted.*,
      case
        when targeted.target_unit = 'business_days' then business_days.business_day_count + targeted.target_value
      end as business_day_count
    from
      targeted
      left join business_days on targeted.requested_on = business_days.local_day
    where
      targeted.due_at is not null
      or targeted.target_value is not null
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
  counted.source,
  counted.id,
  case
    when counted.due_at is not null and counted.is_due_a_date
      then end_of_day(local_date(counted.due_at, city_zone()), city_zone())
    when counted.due_at is not null then counted.due_at
    when counted.target_unit = 'hours' then counted.requested_at + to_hours(counted.target_value)
    when counted.target_unit = 'days'
      then end_of_day(cast(counted.requested_on + counted.target_value as date), city_zone())
    else end_of_day(first_business_days.local_day, city_zone())
  end as due_at
from
  counted
  left join first_business_days on counted.business_day_count = first_business_days.business_day_count
