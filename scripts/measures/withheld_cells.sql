-- Which city-wide figures of tier C services may be shown, and which of them are suppressed.
--
-- grain: one row per measure, period and tier C service that has a row at all
-- reads: measures, measure_catalogue, services, periods
--
-- Monthly in a calendar year if every month of the year before had 10 or more requests; else, and in the first year,
-- calendar years only. A cell with fewer than 10 requests, none included, is suppressed in every measure, and so is a
-- row with a denominator under 10. Twelve months together, and a monthly service's year, show only where all their
-- months do: else the missing month could be had by subtraction.
with
  cells as (
    select
      services.service_code,
      measure_catalogue.measure_id,
      periods.period_type,
      periods.period_start,
      coalesce(received.numerator, 0) as received_count,
      coalesce(measures.denominator, 0) as denominator
    from
      services
      cross join measure_catalogue
      inner join periods on periods.basis = 'warehouse'
        and coalesce(periods.is_for_fulfilment = (measure_catalogue.measure_id = 'fulfilment_rate'), true)
      left join measures as received on received.basis = 'warehouse'
        and received.measure_id = 'requests_received'
        and received.period_type = periods.period_type
        and received.period_start = periods.period_start
        and received.service_code = services.service_code
      left join measures on measures.basis = 'warehouse'
        and measures.measure_id = measure_catalogue.measure_id
        and measures.period_type = periods.period_type
        and measures.period_start = periods.period_start
        and measures.service_code = services.service_code
    where
      services.tier = 'C'
      and measure_catalogue.is_tier_c
      and measure_catalogue.measure_id not in (select measure_id from measures where missing_reason = 'no_data')
  ),
  judged as (
    select
      cells.*,
      denominator < 10 or (received_count < 10 and period_type <> 'last_12_months') as is_suppressed
    from
      cells
  ),
  monthly_years as (
    select
      service_code,
      year(period_start) + 1 as calendar_year
    from
      judged
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
      judged.*
    from
      judged
      inner join monthly_years on judged.service_code = monthly_years.service_code
        and year(judged.period_start) = monthly_years.calendar_year
    where
      judged.period_type = 'month'
  ),
  sums as (
    select
      judged.service_code,
      judged.measure_id,
      judged.period_type,
      judged.period_start,
      count(monthly.period_start) = 12 and not bool_or(monthly.is_suppressed) as do_all_months_show
    from
      judged
      left join monthly on judged.service_code = monthly.service_code
        and judged.measure_id = monthly.measure_id
        and monthly.period_start >= judged.period_start
        and monthly.period_start < judged.period_start + interval 12 month
    where
      judged.period_type in ('year', 'last_12_months')
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
  judged.service_code,
  judged.measure_id,
  judged.period_type,
  judged.period_start,
  judged.is_suppressed
from
  judged
  inner join sums on judged.service_code = sums.service_code
    and judged.measure_id = sums.measure_id
    and judged.period_type = sums.period_type
    and judged.period_start = sums.period_start
  left join monthly_years on judged.service_code = monthly_years.service_code
    and year(judged.period_start) = monthly_years.calendar_year
where
  sums.do_all_months_show
  or (judged.period_type = 'year' and monthly_years.calendar_year is null)
