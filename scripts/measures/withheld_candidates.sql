-- What could be said of each tier C service in each finished period, and which of it would say too much.
--
-- grain: one row per measure, period and tier C service; of measures that tier C may have
-- reads: measures, measure_catalogue, services, periods
--
-- Too much: a cell with fewer than 10 requests, none included, in every measure; and a row with a denominator under 10.
with
  candidates as (
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
  )
select
  candidates.*,
  denominator < 10 or (received_count < 10 and period_type <> 'last_12_months') as is_suppressed
from
  candidates
