-- Of the requests that fell due, the share dealt with at or before the target.
--
-- grain: one row per cell and period in which requests fell due
-- reads: due_counts, received_counts, periods
--
-- A request still open when its due time passes is late, so a month is final once it is over. A cell in which requests
-- were received, and none has a target, says so (`no_target`). Tiers A and B only.
with
  untargeted as (
    select
      received_counts.cell_id,
      received_counts.period_id,
      0::bigint as due_count,
      0::bigint as on_time_count,
      0::bigint as unmapped_count
    from
      received_counts
      anti join due_counts on received_counts.cell_id = due_counts.cell_id
        and received_counts.period_id = due_counts.period_id
    where
      received_counts.in_scope_count > 0
      and received_counts.targeted_count = 0
  ),
  together as (
    from due_counts
    union all by name
    from untargeted
  )
select
  'on_time_rate' as measure_id,
  together.cell_id,
  together.period_id,
  together.on_time_count / nullif(together.due_count, 0) as value,
  together.on_time_count as numerator,
  together.due_count as denominator,
  wilson_lower(together.on_time_count, together.due_count) as lower,
  wilson_upper(together.on_time_count, together.due_count) as upper,
  case when periods.is_over then 'final' else 'provisional' end as status,
  together.unmapped_count,
  case when together.due_count = 0 then 'no_target' end as missing_reason
from
  together
  inner join periods on together.period_id = periods.period_id
where
  periods.basis = 'published'
  and coalesce(not periods.is_for_fulfilment, true)
