-- The one record that speaks for each request on this night.
--
-- grain: one row per request, by (source, id)
-- reads: dated_requests, rejected_requests, replaced_requests, sources, night
--
-- Of several records of one id the newest update known at the night's moment wins, then the later delivered; but the
-- due time is the first one seen, so that a target that moves cannot edit lateness away. A source without ids gets one
-- made of what closing does not change, and its occurrence number in the delivery.
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
      anti join replaced_requests on dated_requests.source = replaced_requests.source
        and dated_requests.delivery_order = replaced_requests.delivery_order
  ),
  described as (
    select
      usable.* exclude (id),
      concat_ws(
        chr(31),
        requested_at,
        coalesce(service, chr(30)),
        coalesce(department, chr(30)),
        coalesce(area, chr(30)),
        coalesce(channel, chr(30))
      ) as what_stays
    from
      usable
    where
      not has_id
  ),
  identified as (
    select usable.* exclude (has_id) from usable where has_id
    union all by name
    select
      described.* exclude (has_id, what_stays),
      md5(what_stays) || '-' || row_number() over (partition by source, what_stays order by delivery_order) as id
    from
      described
  ),
  first_dues as (
    select
      source,
      id,
      first(due_at order by updated_at nulls first, delivery_order) as due_at,
      first(is_due_a_date order by updated_at nulls first, delivery_order) as is_due_a_date
    from
      identified
      semi join (select source, id from identified group by all having count(*) > 1) as repeated using (source, id)
    where
      due_at is not null
    group by all
  )
select
  identified.* exclude (due_at, is_due_a_date),
  coalesce(first_dues.due_at, identified.due_at) as due_at,
  coalesce(first_dues.is_due_a_date, identified.is_due_a_date) as is_due_a_date
from
  identified
  cross join night
  left join first_dues on identified.source = first_dues.source
    and identified.id = first_dues.id
qualify
  row_number() over (
    partition by identified.source, identified.id
    order by
      coalesce(identified.updated_at > night.as_of, false),
      identified.updated_at desc nulls last,
      identified.delivery_order desc
  ) = 1
