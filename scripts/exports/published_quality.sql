-- What became of the records that are not of tier C, and what was wrong with them.
--
-- grain: one row per reason that occurred
-- reads: quality_counts
--
-- Counts of tier C, and of services that no list names, are left out: less the published figures of tier C, they would
-- tell the suppressed ones. The operator sees them at the end of each night.
select
  reason,
  request_count
from
  quality_counts
where
  reason not in ('withheld_tier_c', 'unmapped_service')
