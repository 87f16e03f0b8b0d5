-- When each request was first seen closed and first seen open again, and how often it was opened again.
--
-- grain: one row per request of which more than one status is known
-- reads: status_steps, status_outcomes
--
-- For sources that do not count it themselves. Two entries of one moment and of one status are one step.
with
  judged as (
    select
      status_steps.source,
      status_steps.id,
      status_steps.step_at,
      status_steps.delivery_order,
      status_steps.closed_at,
      status_outcomes.outcome = 'open' as is_open
    from
      status_steps
      inner join status_outcomes on status_steps.source = status_outcomes.source
        and status_steps.status = status_outcomes.status
        and status_steps.closure = status_outcomes.closure
  ),
  compared as (
    select
      judged.*,
      lag(is_open) over (
        partition by source, id
        order by step_at nulls first, delivery_order nulls first, is_open
      ) as was_open
    from
      judged
  )
select
  source,
  id,
  min(coalesce(closed_at, step_at)) filter (not is_open) as first_closed_at,
  min(step_at) filter (is_open and not was_open) as first_reopened_at,
  count_if(is_open and not was_open)::integer as reopen_count
from
  compared
group by all
