-- Every measure in one long shape, each value either there or null for one stated reason.
--
-- grain: one row per measure, basis, period and slice
-- reads: measured_cells, cells, periods, available_measures, night
--
-- Where several reasons hold, the first of: no_data, no_target, not_due, unmapped, too_few, not_reached. Suppression
-- is added where the figures are published. Values are rounded to twelve decimals, so that the same figure made in
-- another order of additions is the same figure.
with
  named as (
    select
      measured_cells.* exclude (cell_id, period_id, missing_reason),
      measured_cells.missing_reason as own_reason,
      cells.* exclude (cell_id),
      periods.period_type,
      periods.period_start,
      available_measures.unit = 'count' as is_count,
      case when cells.service_code = 'all' and cells.service_group = 'all' and cells.department = 'all'
        and cells.area_id = 'all' then 1 else 10 end as enough
    from
      measured_cells
      inner join cells on measured_cells.cell_id = cells.cell_id
      inner join periods on measured_cells.period_id = periods.period_id
      inner join available_measures on measured_cells.measure_id = available_measures.measure_id
    where
      available_measures.is_given
  ),
  reasoned as (
    select
      named.*,
      case
        when own_reason in ('no_target', 'not_due') then own_reason
        when not is_count and unmapped_count >= 5 and unmapped_count > 0.05 * denominator then 'unmapped'
        when not is_count and denominator < enough then 'too_few'
        else own_reason
      end as missing_reason
    from
      named
  )
select
  measure_id,
  period_type,
  period_start,
  service_code,
  service_group,
  department,
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
union all by name
select
  available_measures.measure_id,
  'last_12_months' as period_type,
  cast(date_trunc('month', night.month_end_on) - interval 11 month as date) as period_start,
  'all' as service_code,
  'all' as service_group,
  'all' as department,
  'all' as area_id,
  'final' as status,
  'published' as basis,
  'no_data' as missing_reason
from
  available_measures
  cross join night
where
  not available_measures.is_given
