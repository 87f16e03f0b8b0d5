-- When each request falls due: the CRM's own target, else the city's target in force on the day it was requested.
--
-- grain: one row per request; `due_at` is null for one without a target
-- reads: mapped_requests, targets, business_days
--
-- A target in days ends with the n-th local day after; in business days, with the n-th business day after, by the
-- city's list of holidays. Hours elapse; where only the date of the request is known they are whole days, and a day
-- that is begun counts: no request is late that may have been in time.
with
  -- A span of days for each target, and no `asof` join: that would sort every request.
  targets_in_force as (
    select
      service_code,
      value,
      unit,
      valid_from,
      lead(valid_from, 1, date 'infinity') over (partition by service_code order by valid_from) as replaced_from
    from
      targets
  ),
  targeted as (
    select
      mapped_requests.*,
      targets_in_force.value as target_value,
      targets_in_force.unit as target_unit
    from
      mapped_requests
      left join targets_in_force on mapped_requests.service_code = targets_in_force.service_code
        and mapped_requests.requested_on >= targets_in_force.valid_from
        and mapped_requests.requested_on < targets_in_force.replaced_from
  ),
  counted as (
    select
      targeted.*,
      case
        when targeted.due_at is null and targeted.target_unit = 'business_days'
          then business_days.business_day_count + targeted.target_value
      end as business_day_count
    from
      targeted
      left join business_days on targeted.requested_on = business_days.local_day
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
  counted.* exclude (due_at, is_due_a_date, target_value, target_unit, business_day_count),
  case
    when counted.due_at is not null and counted.is_due_a_date
      then end_of_day(local_date(counted.due_at, city_zone()), city_zone())
    when counted.due_at is not null then counted.due_at
    when counted.target_unit = 'hours' and counted.is_requested_a_date
      then end_of_day(cast(counted.requested_on + (counted.target_value + 23) // 24 as date), city_zone())
    when counted.target_unit = 'hours' then counted.requested_at + to_hours(counted.target_value)
    when counted.target_unit = 'days'
      then end_of_day(cast(counted.requested_on + counted.target_value as date), city_zone())
    else end_of_day(first_business_days.local_day, city_zone())
  end as due_at
from
  counted
  left join first_business_days on counted.business_day_count = first_business_days.business_day_count
