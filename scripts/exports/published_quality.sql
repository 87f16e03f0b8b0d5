-- What became of the records that are not of tier C, and what was wrong with them.
--
-- grain: one row per reason that occurred
-- reads: quality_counts
--
-- Counts of tier C, and of services that no list names, are left out: less the published figures of tier C, they would
-- tell the suppressed ones. The operator sees them at the end of each night.
-- Denied by default: a new reason is published only when it is named here.
select
  reason,
  request_count
from
  quality_counts
where
  reason in (
    'published_tier_a', 'published_tier_b', 'rejected_no_requested_at', 'rejected_no_id', 'superseded', 'after_as_of',
    'unmapped_outcome', 'unmapped_channel', 'unknown_area', 'overruled_area', 'closed_before_requested',
    'closed_without_time'
  )
