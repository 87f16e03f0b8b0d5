-- Every measure in one long shape, each value either there or null for one stated reason.
--
-- grain: one row per measure, basis, period and slice
-- reads: measured_cells, cells, measure_closed_in_10_minutes_share, periods, available_measures, night
--
-- Where several reasons hold, the first of: no_data, no_target, not_due, no_time, unmapped, too_few, not_reached.
-- Suppression is added where the figures are published. Values are rounded to twelve decimals, so that the same figure
-- made in another order of additions is the same figure.
with
  placed as (
    select
      measured_cells.* exclude (cell_id),
      cells.* exclude (cell_id)
    from
      measured_cells
      inner join cells on measured_cells.cell_id = cells.cell_id
    union all by name
    from measure_closed_in_10_minutes_share
  ),
  named as (
    select
      placed.* exclude (period_id, missing_reason, basis),
      placed.missing_reason as own_reason,
      case when placed.basis = 'published' then available_measures.basis else placed.basis end as basis,
      periods.period_type,
      periods.period_start,
      available_measures.unit = 'count' as is_count,
      case when (service_code, service_group, department, area_id) = ('all', 'all', 'all', 'all') then 1 else 10 end
        as enough
    from
      placed
      inner join periods on placed.period_id = periods.period_id
      inner join available_measures on placed.measure_id = available_measures.measure_id
    where
      available_measures.is_given
  ),
  reasoned as (
    select
      named.*,
      case
        when own_reason in ('no_data', 'no_target', 'not_due', 'no_time') then own_reason
        when not is_count and unmapped_count >= 5 and unmapped_count > 0.05 * denominator then 'unmapped'
        when not is_count and denominator < enough then 'too_few'
        else own_reason
      end as missing_reason
    from
      named
  )
select
  measure_id, period_type, period_start, service_code, service_group, department, area_id, channel, kind,
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
  'all' as service_code, 'all' as service_group, 'all' as department, 'all' as area_id, 'all' as channel, 'all' as kind,
  'final' as status,
  available_measures.basis,
  'no_data' as missing_reason
from
  available_measures
  cross join night
where
  not available_measures.is_given
