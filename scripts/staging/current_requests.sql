-- The one record that speaks for each request on this night.
--
-- grain: one row per request, by (source, id)
-- reads: dated_requests, rejected_requests, sources, night
--
-- Of several records of one id the newest update known at the night's moment wins, then the later delivered. A source
-- without ids gets one made of what closing does not change, and its occurrence number in the delivery.
with
  usable as (
    select
      dated_requests.*,
      sources.has_id
    from
      dated_requests
      inner join sources on dated_requests.source = sources.source
      anti join rejected_requests on dated_requests.source = rejected_requests.source
        and dated_requests.delivery_order = rejected_requests.delivery_order
  ),
  identified as (
    select
      usable.* exclude (id, has_id),
      coalesce(
        usable.id,
        md5(concat_ws('|', usable.requested_at, usable.service, usable.department, usable.area, usable.channel))
        || '-'
        || row_number() over (
          partition by
            usable.source, usable.has_id, usable.requested_at,
            usable.service, usable.department, usable.area, usable.channel
          order by usable.delivery_order
        )
      ) as id
    from
      usable
  )
select
  identified.*
from
  identified
  cross join night
qualify
  row_number() over (
    partition by identified.source, identified.id
    order by
      coalesce(identified.updated_at > night.as_of, false),
      identified.updated_at desc nulls last,
      identified.delivery_order desc
  ) = 1
