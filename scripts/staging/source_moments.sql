-- The newest thing each source tells of: the moment to which it is complete, where it does not declare one.
--
-- grain: one row per source
-- reads: raw_requests, sources
--
-- The newest of requested, closed and updated, never due; a date counts to its end; never later than the reading.
with
  told as (
    select
      raw_requests.source,
      sources.time_zone,
      sources.sentinels,
      sources.read_at,
      unnest([trim(requested_at), trim(closed_at), trim(updated_at)]) as told_at
    from
      raw_requests
      inner join sources on raw_requests.source = sources.source
  ),
  newest as (
    select
      source,
      read_at,
      max(
        case
          when length(told_at) = 10 then first_instant(cast(try_cast(told_at as date) + 1 as timestamp), city_zone())
          else instant_of(told_at, time_zone)
        end
      ) as newest_at
    from
      told
    where
      not is_sentinel(told_at, sentinels)
    group by all
  )
select
  source,
  epoch_ms(least(newest_at, read_at))::double as until_ms
from
  newest
