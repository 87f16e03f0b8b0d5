-- An id for each record of a source that has none: of what closing does not change, and its occurrence in the delivery.
--
-- grain: one row per usable record of a source without ids
-- reads: dated_requests, rejected_requests, replaced_requests, sources
--
-- The same request gets the same id the next night, as long as the deliveries before it stay the same.
with
  described as (
    select
      dated_requests.source,
      dated_requests.delivery_order,
      concat_ws(
        chr(31),
        dated_requests.requested_at,
        coalesce(dated_requests.service, chr(30)),
        coalesce(dated_requests.department, chr(30)),
        coalesce(dated_requests.area, chr(30)),
        coalesce(dated_requests.channel, chr(30))
      ) as what_stays
    from
      dated_requests
      inner join sources on dated_requests.source = sources.source
      anti join rejected_requests on dated_requests.source = rejected_requests.source
        and dated_requests.delivery_order = rejected_requests.delivery_order
      anti join replaced_requests on dated_requests.source = replaced_requests.source
        and dated_requests.delivery_order = replaced_requests.delivery_order
    where
      not sources.has_id
  )
select
  source,
  delivery_order,
  md5(what_stays) || '-' || row_number() over (partition by source, what_stays order by delivery_order) as id
from
  described
