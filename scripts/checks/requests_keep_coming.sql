-- Requests keep coming in: not two days running with under a fifth of what such days brought.
--
-- severity: stops the night; `--accept requests_keep_coming` lets one night through
-- why: a source that has fallen silent looks like a city where all is well
-- reads: sources, requests, holidays, events, night
--
-- The last two whole days of each source that is not ended, each beside the median of the same weekday of the eight
-- weeks before. Left out: first deliveries, holidays and declared events, and weekdays that bring under 20 requests.
with
  whole_days as (
    select
      sources.source,
      days.day
    from
      sources
      cross join night
      cross join lateral (
        select
          case
            when night.as_of = first_instant(night.as_of_on + 1, city_zone()) then night.as_of_on
            else night.as_of_on - 1
          end as last_on
      ) as whole
      cross join lateral unnest(range(whole.last_on - 1, whole.last_on + 1, interval 1 day)) as days (day)
    where
      sources.is_watched
  ),
  compared as (
    select
      whole_days.source,
      whole_days.day::date as day,
      weeks.week,
      count(requests.id) as request_count
    from
      whole_days
      cross join unnest(range(0, 9)) as weeks (week)
      left join requests on whole_days.source = requests.source
        and requests.requested_on = whole_days.day::date - weeks.week::integer * 7
    group by all
  ),
  judged as (
    select
      source,
      day,
      sum(request_count) filter (week = 0) as request_count,
      median(request_count) filter (week > 0) as usual_count
    from
      compared
    group by all
  )
select
  source,
  day,
  request_count,
  usual_count
from
  judged
where
  usual_count >= 20
  and request_count < 0.2 * usual_count
  and not exists (select 1 from holidays where holidays.holiday_on = judged.day)
  and not exists (select 1 from events where judged.day between events.starts_on and events.ends_on)
qualify
  count(*) over (partition by source) = 2
