-- Which city-wide figures of tier C services may be shown, and which of them are suppressed.
--
-- grain: one row per measure, period and tier C service that has a row at all
-- reads: withheld_candidates
--
-- Monthly in a calendar year if every month of the year before had 10 or more requests; else, and in the first year,
-- calendar years only. Twelve months together, and a monthly service's year, show only where all their months do: else
-- the missing month could be had by subtraction.
with
  monthly_years as (
    select
      service_code,
      year(period_start) + 1 as calendar_year
    from
      withheld_candidates
    where
      measure_id = 'requests_received'
      and period_type = 'month'
    group by all
    having
      count(*) = 12
      and min(received_count) >= 10
  ),
  monthly as (
    select
      withheld_candidates.*
    from
      withheld_candidates
      inner join monthly_years on withheld_candidates.service_code = monthly_years.service_code
        and year(withheld_candidates.period_start) = monthly_years.calendar_year
    where
      withheld_candidates.period_type = 'month'
  ),
  sums as (
    select
      withheld_candidates.service_code,
      withheld_candidates.measure_id,
      withheld_candidates.period_type,
      withheld_candidates.period_start,
      count(monthly.period_start) = 12 and not bool_or(monthly.is_suppressed) as do_all_months_show
    from
      withheld_candidates
      left join monthly on withheld_candidates.service_code = monthly.service_code
        and withheld_candidates.measure_id = monthly.measure_id
        and monthly.period_start >= withheld_candidates.period_start
        and monthly.period_start < withheld_candidates.period_start + interval 12 month
    where
      withheld_candidates.period_type in ('year', 'last_12_months')
    group by all
  )
select
  service_code,
  measure_id,
  period_type,
  period_start,
  is_suppressed
from
  monthly
union all
select
  withheld_candidates.service_code,
  withheld_candidates.measure_id,
  withheld_candidates.period_type,
  withheld_candidates.period_start,
  withheld_candidates.is_suppressed
from
  withheld_candidates
  inner join sums on withheld_candidates.service_code = sums.service_code
    and withheld_candidates.measure_id = sums.measure_id
    and withheld_candidates.period_type = sums.period_type
    and withheld_candidates.period_start = sums.period_start
  left join monthly_years on withheld_candidates.service_code = monthly_years.service_code
    and year(withheld_candidates.period_start) = monthly_years.calendar_year
where
  sums.do_all_months_show
  or (withheld_candidates.period_type = 'year' and monthly_years.calendar_year is null)
