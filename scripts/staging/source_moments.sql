-- The newest thing each source tells of: the moment to which it is complete, where it does not declare one.
--
-- grain: one row per source
-- reads: dated_requests, sources
--
-- The newest of requested, closed and updated, never due; a date counts to its end; never later than the reading.
with
  newest as (
    select
      source,
      greatest(
        max(told_until(requested_at, is_requested_a_date)),
        max(told_until(closed_at, is_closed_a_date)),
        max(told_until(updated_at, is_updated_a_date))
      ) as newest_at
    from
      dated_requests
    group by all
  )
select
  newest.source,
  epoch_ms(least(newest.newest_at, sources.read_at))::double as until_ms
from
  newest
  inner join sources on newest.source = sources.source
