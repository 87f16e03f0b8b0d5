-- The records of requests that were delivered more than once, as an update or by mistake.
--
-- grain: one row per usable record of an id that another record of the source bears too
-- reads: dated_requests, rejected_requests, replaced_requests
--
-- Most ids come once, and only for the others is there anything to choose: they are found by a hash of the id, which is
-- a tenth of the work of comparing the texts of all. The few that share a hash by chance do no harm here.
with
  usable as not materialized (
    select
      dated_requests.source,
      dated_requests.id,
      dated_requests.delivery_order,
      dated_requests.updated_at,
      dated_requests.due_at,
      dated_requests.is_due_a_date,
      hash(dated_requests.source, dated_requests.id) as id_hash
    from
      dated_requests
      anti join rejected_requests on dated_requests.source = rejected_requests.source
        and dated_requests.delivery_order = rejected_requests.delivery_order
      anti join replaced_requests on dated_requests.source = replaced_requests.source
        and dated_requests.delivery_order = replaced_requests.delivery_order
    where
      dated_requests.id is not null
  ),
  repeated_hashes as (
    select id_hash
    from usable
    group by all
    having count(*) > 1
  )
select
  usable.source,
  usable.id,
  usable.delivery_order,
  usable.updated_at,
  usable.due_at,
  usable.is_due_a_date
from
  usable
  semi join repeated_hashes on usable.id_hash = repeated_hashes.id_hash
