-- Of the requests closed in the period, the share closed within ten minutes: a sign of closing as a matter of form.
--
-- grain: one row per slice without areas and period, with ten or more of them
-- reads: timed_closings, slices, period_months, periods
--
-- Of closings with a time; where all that were closed have only dates, there is no share (`no_time`). Made of the exact
-- times of the city's own records: a cell of fewer than ten is left out, counts and all.
with
  sliced as (
    select
      period_months.period_id,
      case when slices.is_by_service then timed_closings.service_code else 'all' end as service_code,
      case when slices.is_by_group then timed_closings.service_group else 'all' end as service_group,
      case when slices.is_by_department then timed_closings.department else 'all' end as department,
      sum(timed_closings.closed_count)::bigint as closed_count,
      sum(timed_closings.dated_count)::bigint as dated_count,
      sum(timed_closings.timed_count)::bigint as timed_count,
      sum(timed_closings.quick_count)::bigint as quick_count,
      sum(timed_closings.unmapped_count)::bigint as unmapped_count
    from
      timed_closings
      inner join slices on slices.basis = 'published'
        and not (slices.is_by_area or slices.is_by_channel or slices.is_by_kind)
      inner join period_months on period_months.basis = 'published'
        and coalesce(not period_months.is_for_fulfilment, true)
        and timed_closings.closed_month = period_months.month_start
    group by all
  )
select
  'closed_in_10_minutes_share' as measure_id,
  'published' as basis,
  sliced.service_code,
  sliced.service_group,
  sliced.department,
  'all' as area_id,
  'all' as channel,
  'all' as kind,
  sliced.period_id,
  sliced.quick_count / nullif(sliced.timed_count, 0) as value,
  sliced.quick_count as numerator,
  sliced.timed_count as denominator,
  wilson_lower(sliced.quick_count, sliced.timed_count) as lower,
  wilson_upper(sliced.quick_count, sliced.timed_count) as upper,
  case when periods.is_over then 'final' else 'provisional' end as status,
  sliced.unmapped_count,
  case when sliced.dated_count = sliced.closed_count then 'no_time' end as missing_reason
from
  sliced
  inner join periods on sliced.period_id = periods.period_id
where
  sliced.timed_count >= 10
  or (sliced.dated_count = sliced.closed_count and sliced.closed_count >= 10)
