-- What is known of the way each request went: its status at one moment after the other.
--
-- grain: one row per request of a source that delivers changes, and version of its record or entry of its history
-- reads: dated_requests, repeated_records, raw_status_changes, sources, night
--
-- Only of requests with more than one of them; nothing after the night's moment.
with
  changed as (
    select
      raw_status_changes.source,
      trim(raw_status_changes.id) as id,
      instant_of(raw_status_changes.changed_at, sources.time_zone) as step_at,
      lower(trim(coalesce(raw_status_changes.status, ''))) as status
    from
      raw_status_changes
      inner join sources on raw_status_changes.source = sources.source
  ),
  with_history as (
    select source, id from repeated_records
    union
    select source, id from changed
  ),
  steps as (
    select
      dated_requests.source,
      dated_requests.id,
      dated_requests.updated_at as step_at,
      dated_requests.delivery_order,
      dated_requests.status,
      dated_requests.closure,
      dated_requests.closed_at
    from
      dated_requests
      inner join sources on dated_requests.source = sources.source
      semi join with_history on dated_requests.source = with_history.source
        and dated_requests.id = with_history.id
    where
      sources.has_history
    union all
    select
      source,
      id,
      step_at,
      null,
      status,
      '',
      null
    from
      changed
  )
select
  steps.source,
  steps.id,
  steps.step_at,
  steps.delivery_order,
  steps.status,
  steps.closure,
  steps.closed_at
from
  steps
  cross join night
where
  steps.step_at is null
  or steps.step_at <= night.as_of
