-- Every published figure.
--
-- grain: one row per measure, period and slice
-- reads: measures, measure_catalogue, withheld_cells
--
-- Tiers A and B as they are, the measure of the warehouse's exact times too; tier C only in the cells that its rules
-- allow, and suppressed where they say so.
with
  open_rows as (
    select
      measures.*
    from
      measures
      inner join measure_catalogue on measures.measure_id = measure_catalogue.measure_id
    where
      measures.basis = 'published'
      or measure_catalogue.basis = 'warehouse'
  ),
  withheld_rows as (
    select
      withheld_cells.measure_id,
      withheld_cells.period_type,
      withheld_cells.period_start,
      withheld_cells.service_code,
      'all' as service_group,
      'all' as department,
      'all' as area_id,
      'all' as channel,
      'all' as kind,
      case when not withheld_cells.is_suppressed then measures.value end as value,
      case when not withheld_cells.is_suppressed then measures.numerator end as numerator,
      case when not withheld_cells.is_suppressed then measures.denominator end as denominator,
      case when not withheld_cells.is_suppressed then measures.lower end as lower,
      case when not withheld_cells.is_suppressed then measures.upper end as upper,
      case when not withheld_cells.is_suppressed then measures.status else 'final' end as status,
      'warehouse' as basis,
      case when withheld_cells.is_suppressed then 'suppressed' else measures.missing_reason end as missing_reason
    from
      withheld_cells
      left join measures on measures.basis = 'warehouse'
        and withheld_cells.measure_id = measures.measure_id
        and withheld_cells.period_type = measures.period_type
        and withheld_cells.period_start = measures.period_start
        and withheld_cells.service_code = measures.service_code
  ),
  together as (
    from open_rows
    union all by name
    from withheld_rows
  )
select
  measure_id,
  period_type,
  period_start,
  service_code,
  service_group,
  department,
  area_id,
  channel,
  kind,
  value,
  numerator::integer as numerator,
  denominator::integer as denominator,
  lower,
  upper,
  status,
  basis,
  missing_reason
from
  together
