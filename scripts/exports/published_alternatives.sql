-- What other formulas would say, beside each measure that they are taken for.
--
-- grain: one row per formula and period: each whole month for `all`, the last twelve months for `all` and each service
-- reads: published_measures, months, alternative_counts, median_of_closed
--
-- Only where the measure itself has a value, of the same period: there is nothing to compare with otherwise.
with
  formulas as (
    select
      unnest(['on_time_of_closed', 'median_of_closed', 'closings_of_requests']) as alternative_id,
      unnest(['on_time_rate', 'median_days_to_close', 'fulfilment_rate']) as measure_id
  ),
  beside as (
    select
      formulas.alternative_id,
      published_measures.measure_id,
      period_type,
      period_start,
      service_code,
      case period_type when 'month' then period_start else period_start + interval 11 month end as last_month
    from
      published_measures
      inner join formulas on published_measures.measure_id = formulas.measure_id
    where
      basis = 'published'
      and (period_type = 'last_12_months' or (period_type = 'month' and service_code = 'all'))
      and service_group = 'all'
      and department = 'all'
      and area_id = 'all'
      and channel = 'all'
      and kind = 'all'
      and value is not null
  ),
  whole as (
    select
      beside.*
    from
      beside
      inner join months on months.basis = 'published' and months.is_whole and beside.last_month = months.month_start
  ),
  told as (
    select
      whole.* exclude (last_month),
      sum(numerator) / nullif(sum(denominator), 0) as value,
      sum(numerator)::bigint as numerator,
      sum(denominator)::bigint as denominator
    from whole
      inner join alternative_counts on whole.alternative_id = alternative_counts.alternative_id
        and whole.service_code = alternative_counts.service_code
        and alternative_counts.month_start between whole.period_start and whole.last_month
    group by all
    union all
    select
      whole.* exclude (last_month),
      median_of_closed.* exclude (period_type, period_start, service_code)
    from whole
      inner join median_of_closed on whole.alternative_id = 'median_of_closed'
        and whole.period_type = median_of_closed.period_type
        and whole.period_start = median_of_closed.period_start
        and whole.service_code = median_of_closed.service_code
  )
select
  told.* exclude (value, numerator, denominator),
  round(value, 12) as value,
  numerator::integer as numerator,
  denominator::integer as denominator
from
  told
where
  value is not null
