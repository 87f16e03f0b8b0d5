-- Each month beside what the months before it led one to expect: their mean, and how much one differs from the next.
--
-- grain: one row per measure, service (or `all`) and month with at least 24 points before it
-- reads: deviations
--
-- XmR (Shewhart; Wheeler 1993): the limits are 2.66 times the mean moving range from the mean. The month judged takes
-- no part in them. `lowest_of_seven` and `highest_of_seven` are of the seven points before it.
with
  numbered as (
    select
      deviations.*,
      case when is_point then deviation end as point_deviation,
      count(*) filter (is_point) over (
        partition by measure_id, service_code
        order by month_start
        rows between unbounded preceding and 1 preceding
      ) as point_count
    from
      deviations
  ),
  ranged as (
    select
      numbered.*,
      abs(point_deviation - lag(point_deviation ignore nulls) over (
        partition by measure_id, service_code
        order by month_start
      )) as moving_range,
      min(point_deviation) over seven as lowest_of_seven,
      max(point_deviation) over seven as highest_of_seven
    from
      numbered
    window
      seven as (
        partition by measure_id, service_code order by point_count range between 7 preceding and 1 preceding
      )
  ),
  centred as (
    select
      ranged.*,
      avg(point_deviation) over past as center,
      avg(moving_range) over past as mean_moving_range
    from
      ranged
    window
      past as (
        partition by measure_id, service_code order by month_start rows between unbounded preceding and 1 preceding
      )
  )
select
  centred.* exclude (is_point, point_deviation, moving_range, mean_moving_range),
  center - 2.66 * mean_moving_range as lower,
  center + 2.66 * mean_moving_range as upper
from
  centred
where
  point_count >= 24
