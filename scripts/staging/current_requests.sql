-- The one record that speaks for each request on this night.
--
-- grain: one row per request, by (source, id)
-- reads: dated_requests, sources, rejected_requests, replaced_requests, superseded_records, withdrawn_requests,
--   made_ids, repeated_records, observed_closings, night
--
-- The due time is the first one seen, so that a target that moves cannot edit lateness away; that it moved is told.
-- What was updated after the night's moment has moved nothing yet. Of a source that delivers changes, what it does not
-- tell of reopenings is what the nights have seen; of one that tells when a request was opened again, a request without
-- that moment never was.
with
  first_dues as (
    select
      source,
      id,
      first(due_at order by updated_at nulls first, delivery_order) as due_at,
      first(is_due_a_date order by updated_at nulls first, delivery_order) as is_due_a_date,
      min(told_until(due_at, is_due_a_date)) < max(told_until(due_at, is_due_a_date)) as is_target_moved
    from
      repeated_records
      cross join night
    where
      due_at is not null
      and coalesce(updated_at <= night.as_of, true)
    group by all
  )
select
  dated_requests.* exclude (id, due_at, is_due_a_date, first_closed_at, first_reopened_at, reopen_count),
  case when sources.has_id then dated_requests.id else made_ids.id end as id,
  coalesce(first_dues.due_at, dated_requests.due_at) as due_at,
  coalesce(first_dues.is_due_a_date, dated_requests.is_due_a_date) as is_due_a_date,
  coalesce(first_dues.is_target_moved, false) as is_target_moved,
  coalesce(
    dated_requests.first_closed_at,
    case when sources.has_history then coalesce(observed_closings.first_closed_at, dated_requests.closed_at) end
  ) as first_closed_at,
  coalesce(
    dated_requests.first_reopened_at,
    case when sources.has_history then observed_closings.first_reopened_at end
  ) as first_reopened_at,
  coalesce(
    dated_requests.reopen_count,
    case when sources.has_history then coalesce(observed_closings.reopen_count, 0) end,
    case when sources.has_reopenings and dated_requests.first_reopened_at is null then 0 end
  ) as reopen_count
from
  dated_requests
  inner join sources on dated_requests.source = sources.source
  anti join rejected_requests on dated_requests.source = rejected_requests.source
    and dated_requests.delivery_order = rejected_requests.delivery_order
  anti join replaced_requests on dated_requests.source = replaced_requests.source
    and dated_requests.delivery_order = replaced_requests.delivery_order
  anti join superseded_records on dated_requests.source = superseded_records.source
    and dated_requests.delivery_order = superseded_records.delivery_order
  anti join withdrawn_requests on dated_requests.source = withdrawn_requests.source
    and dated_requests.id = withdrawn_requests.id
  left join made_ids on dated_requests.source = made_ids.source
    and dated_requests.delivery_order = made_ids.delivery_order
  left join first_dues on dated_requests.source = first_dues.source
    and dated_requests.id = first_dues.id
  left join observed_closings on dated_requests.source = observed_closings.source
    and dated_requests.id = observed_closings.id
