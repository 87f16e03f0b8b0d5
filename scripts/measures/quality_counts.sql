-- What became of every record delivered, and what was wrong with those that count: for the operator.
--
-- grain: one row per reason that occurred
-- reads: staged_counts, rejected_requests, requests, published_requests, withheld_requests, sources, night
--
-- Delivered = published A + published B + withheld C + rejected + superseded + withdrawn + after the night's moment;
-- withheld records are counted as of the end of the last whole month, like all that is said of tier C.
with
  counted as (
    select 'published_tier_a' as reason, count_if(tier = 'A') as request_count from requests
    union all
    select 'published_tier_b', count_if(tier = 'B') from requests
    union all
    select 'withheld_tier_c', count(*) from withheld_requests
    union all
    select reason, count(*) from rejected_requests group by all
    union all
    select 'superseded', delivered_count - rejected_count - withdrawn_count - current_count from staged_counts
    union all
    select 'withdrawn', withdrawn_count from staged_counts
    union all
    select 'after_as_of', current_count - (select count(*) from requests) from staged_counts
    union all
    select 'unmapped_service', count_if(service_code = 'unmapped' and requested_on <= night.month_end_on)
    from requests cross join night
    union all
    select 'unmapped_outcome', count_if(requests.outcome = 'unmapped' and requests.tier <> 'C' and sources.has_closing)
    from requests inner join sources on requests.source = sources.source
    union all
    select 'unmapped_channel', count_if(channel = 'unmapped' and tier <> 'C') from requests
    union all
    select 'unknown_area', count_if(area_id = 'unknown') from published_requests
    union all
    select 'overruled_area', count_if(is_area_overruled and tier <> 'C') from requests
    union all
    select 'moved_target', count_if(is_target_moved and tier <> 'C') from requests
    union all
    select
      'closed_before_requested',
      count_if(
        tier <> 'C'
        and closed_at < requested_at - to_seconds(clock_tolerance_seconds)
        and (closed_on < requested_on or not (time_precision = 'date' or tier = 'B'))
      )
    from requests
    union all
    select
      'closed_without_time',
      count_if(tier <> 'C' and outcome not in ('open', 'duplicate', 'unmapped') and closed_at is null)
    from requests
  )
select
  reason,
  request_count::integer as request_count
from
  counted
where
  request_count > 0
