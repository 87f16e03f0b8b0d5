-- Records that no longer speak for their request, because a newer one of the same id does.
--
-- grain: one row per superseded record
-- reads: repeated_records, night
--
-- The newest update known at the night's moment wins, then the later delivered.
select
  repeated_records.source,
  repeated_records.delivery_order
from
  repeated_records
  cross join night
qualify
  row_number() over (
    partition by repeated_records.source, repeated_records.id
    order by
      coalesce(repeated_records.updated_at > night.as_of, false),
      repeated_records.updated_at desc nulls last,
      repeated_records.delivery_order desc
  ) > 1
