-- Each record as delivered, with its times read as instants and its placeholders for "no date" taken away.
--
-- grain: one row per delivered record
-- reads: raw_requests, sources
--
-- Text stays as the source wrote it, trimmed; blank is null. Nothing is dropped here.
with
  trimmed as (
    select
      source,
      delivery_order,
      nullif(trim(id), '') as id,
      nullif(trim(requested_at), '') as requested_at,
      nullif(trim(closed_at), '') as closed_at,
      nullif(trim(first_closed_at), '') as first_closed_at,
      nullif(trim(first_reopened_at), '') as first_reopened_at,
      nullif(trim(due_at), '') as due_at,
      nullif(trim(updated_at), '') as updated_at,
      try_cast(reopen_count as integer) as reopen_count,
      lower(trim(coalesce(status, ''))) as status,
      lower(trim(coalesce(closure, ''))) as closure,
      nullif(lower(trim(service)), '') as service,
      nullif(lower(trim(department)), '') as department,
      nullif(lower(trim(channel)), '') as channel,
      nullif(lower(trim(area)), '') as area,
      try_cast(longitude as double) as longitude,
      try_cast(latitude as double) as latitude
    from
      raw_requests
  ),
  dated as (
    select
      trimmed.* exclude (requested_at, closed_at, first_closed_at, first_reopened_at, due_at, updated_at),
      sources.time_zone,
      sources.clock_tolerance_seconds,
      unless_sentinel(trimmed.requested_at, sources.sentinels) as requested_at,
      unless_sentinel(trimmed.closed_at, sources.sentinels) as closed_at,
      unless_sentinel(trimmed.first_closed_at, sources.sentinels) as first_closed_at,
      unless_sentinel(trimmed.first_reopened_at, sources.sentinels) as first_reopened_at,
      unless_sentinel(trimmed.due_at, sources.sentinels) as due_at,
      unless_sentinel(trimmed.updated_at, sources.sentinels) as updated_at
    from
      trimmed
      inner join sources on trimmed.source = sources.source
  )
select
  source,
  delivery_order,
  id,
  instant_of(requested_at, time_zone) as requested_at,
  instant_of(closed_at, time_zone) as closed_at,
  instant_of(first_closed_at, time_zone) as first_closed_at,
  instant_of(first_reopened_at, time_zone) as first_reopened_at,
  instant_of(due_at, time_zone) as due_at,
  instant_of(updated_at, time_zone) as updated_at,
  reopen_count,
  clock_tolerance_seconds,
  length(requested_at) = 10 as is_requested_a_date,
  coalesce(length(closed_at) = 10, false) as is_closed_a_date,
  length(due_at) = 10 as is_due_a_date,
  coalesce(length(updated_at) = 10, false) as is_updated_a_date,
  status,
  closure,
  service,
  department,
  channel,
  area,
  longitude,
  latitude
from
  dated
