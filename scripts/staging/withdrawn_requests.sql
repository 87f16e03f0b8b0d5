-- Requests that their source has deleted, or holds no longer.
--
-- grain: one row per withdrawn request, by (source, id)
-- reads: raw_deletions, dated_requests, rejected_requests, sources, night
--
-- A record that was updated after its deletion is back. A deletion after the night's moment has not happened.
with
  deleted as (
    select
      raw_deletions.source,
      trim(raw_deletions.id) as id,
      max(instant_of(raw_deletions.deleted_at, sources.time_zone)) as deleted_at
    from
      raw_deletions
      inner join sources on raw_deletions.source = sources.source
      cross join night
    where
      instant_of(raw_deletions.deleted_at, sources.time_zone) <= night.as_of
    group by all
  ),
  updated as (
    select
      dated_requests.source,
      dated_requests.id,
      max(dated_requests.updated_at) filter (dated_requests.updated_at <= night.as_of) as updated_at
    from
      dated_requests
      semi join deleted on dated_requests.source = deleted.source
        and dated_requests.id = deleted.id
      anti join rejected_requests on dated_requests.source = rejected_requests.source
        and dated_requests.delivery_order = rejected_requests.delivery_order
      cross join night
    group by all
  )
select
  deleted.source,
  deleted.id
from
  deleted
  inner join updated on deleted.source = updated.source
    and deleted.id = updated.id
where
  updated.updated_at is null
  or updated.updated_at <= deleted.deleted_at
