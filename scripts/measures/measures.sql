-- Every measure in one long shape, each value either there or null for one stated reason.
--
-- grain: one row per measure, basis, period and slice
-- reads: measure_requests_received, measure_fulfilment_rate, measure_on_time_rate, measure_median_days_to_close,
--   measure_p90_days_to_close, measure_closed_within, measure_open_requests, measure_overdue_requests,
--   measure_catalogue, sources, night
--
-- Where several reasons hold, the first of: no_data, no_target, not_due, unmapped, too_few, not_reached. Suppression
-- is added where the figures are published. Values are rounded to twelve decimals, so that the same figure made in
-- another order of additions is the same figure.
with
  together as (
    from measure_requests_received
    union all by name from measure_fulfilment_rate
    union all by name from measure_on_time_rate
    union all by name from measure_median_days_to_close
    union all by name from measure_p90_days_to_close
    union all by name from measure_closed_within
    union all by name from measure_open_requests
    union all by name from measure_overdue_requests
  ),
  available as (
    select
      measure_catalogue.measure_id,
      measure_catalogue.unit,
      case measure_catalogue.needs
        when 'closing' then bool_or(sources.has_closing)
        when 'due' then bool_or(sources.has_closing)
        else true
      end as is_given
    from
      measure_catalogue
      cross join sources
    group by measure_catalogue.measure_id, measure_catalogue.unit, measure_catalogue.needs
  ),
  reasoned as (
    select
      together.* exclude (missing_reason),
      case
        when missing_reason in ('no_target', 'not_due') then missing_reason
        when available.unit <> 'count' and unmapped_count >= 5 and unmapped_count > 0.05 * denominator then 'unmapped'
        when available.unit <> 'count'
          and denominator < case when service_code = 'all' and area_id = 'all' then 1 else 10 end then 'too_few'
        else missing_reason
      end as missing_reason
    from
      together
      inner join available on together.measure_id = available.measure_id
    where
      available.is_given
  )
select
  measure_id,
  period_type,
  period_start,
  service_code,
  area_id,
  case when missing_reason is null then round(value, 12) end as value,
  numerator,
  denominator,
  case when missing_reason is null then round(lower, 12) end as lower,
  case when missing_reason is null then round(upper, 12) end as upper,
  status,
  basis,
  missing_reason
from
  reasoned
union all
select
  available.measure_id,
  'last_12_months' as period_type,
  cast(date_trunc('month', night.month_end_on) - interval 11 month as date) as period_start,
  'all' as service_code,
  'all' as area_id,
  null as value,
  null as numerator,
  null as denominator,
  null as lower,
  null as upper,
  'final' as status,
  'published' as basis,
  'no_data' as missing_reason
from
  available
  cross join night
where
  not available.is_given
