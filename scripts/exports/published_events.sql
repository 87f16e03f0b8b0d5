-- Storms and other events that the city declared.
--
-- grain: one row per event begun by the night's moment
-- reads: events, night
select
  events.event_id,
  events.kind,
  events.starts_on,
  events.ends_on,
  events.name_en,
  events.name_fr
from
  events
  cross join night
where
  events.starts_on <= night.as_of_on
