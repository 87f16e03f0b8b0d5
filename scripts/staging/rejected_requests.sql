-- Records that cannot be counted at all, with the reason.
--
-- grain: one row per rejected record
-- reads: dated_requests, sources
select
  dated_requests.source,
  dated_requests.delivery_order,
  case when dated_requests.requested_at is null then 'rejected_no_requested_at' else 'rejected_no_id' end as reason
from
  dated_requests
  inner join sources on dated_requests.source = sources.source
where
  dated_requests.requested_at is null
  or (sources.has_id and dated_requests.id is null)
