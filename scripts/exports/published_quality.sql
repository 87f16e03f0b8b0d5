-- What became of the records that are not of tier C, and what was wrong with them: this night, and the nights before.
--
-- grain: one row per night, and reason that occurred
-- reads: quality_counts, earlier_quality, night
--
-- Counts of tier C, and of services that no list names, are left out: less the published figures of tier C, they would
-- tell the suppressed ones. The operator sees them at the end of each night.
-- Denied by default: a new reason is published only when it is named here. Of earlier nights, only what they published
-- themselves is known (vintages/quality/), and a night made again is in its own place.
with
  counted as (
    select night.as_of_on as night_on, reason, request_count
    from quality_counts cross join night
    union all
    select night_on, reason, request_count
    from earlier_quality cross join night
    where night_on < night.as_of_on
    qualify dense_rank() over (order by night_on desc) < 400
  )
select
  night_on,
  reason,
  request_count
from
  counted
where
  reason in (
    'published_tier_a', 'published_tier_b', 'rejected_no_requested_at', 'rejected_no_id', 'superseded',
    'unmapped_outcome', 'unmapped_channel', 'unknown_area', 'overruled_area', 'moved_target',
    'closed_before_requested', 'closed_without_time'
  )
