-- What the records say that no list of the city names. A value that fewer than five records hold is not repeated: of a
-- row whose columns have shifted it is a person's name.
--
-- grain: one row per list, source and value of five records or more; one per list and source for all rarer ones
-- reads: spelled_requests, sources, service_matches, department_matches, channel_matches, area_matches, outcome_rules
--
-- Blanks are not told, but of a status, where a blank is one more thing that the city gives a meaning. Where a source
-- tells no closing, a status means nothing.
with
  unlisted as (
    select 'services' as list, source, service as word, '' as closure, service_as_written as value, '' as closure_value
    from spelled_requests anti join service_matches on spelled_requests.service = service_matches.match
    union all
    select 'departments', source, department, '', department_as_written, ''
    from spelled_requests anti join department_matches on spelled_requests.department = department_matches.match
    union all
    select 'channels', source, channel, '', channel_as_written, ''
    from spelled_requests anti join channel_matches on spelled_requests.channel = channel_matches.match
    union all
    select 'areas', source, area, '', area_as_written, ''
    from spelled_requests anti join area_matches on spelled_requests.area = area_matches.match
    union all
    select
      'statuses',
      spelled_requests.source,
      spelled_requests.status,
      spelled_requests.closure,
      status_as_written,
      closure_as_written
    from
      spelled_requests
      inner join sources on spelled_requests.source = sources.source and sources.has_closing
    where
      not exists (
        select
          1
        from
          outcome_rules
        where
          outcome_rules.source in ('*', spelled_requests.source)
          and outcome_rules.status in ('*', spelled_requests.status)
          and outcome_rules.closure in ('*', spelled_requests.closure)
      )
  ),
  counted as (
    select
      list,
      source,
      word,
      closure,
      min(value) as value,
      min(closure_value) as closure_value,
      count(*) as request_count
    from
      unlisted
    where
      word is not null
    group by
      list,
      source,
      word,
      closure
  )
select
  list,
  source,
  case when request_count >= 5 then value end as value,
  case when request_count >= 5 then closure_value end as closure,
  count(*)::integer as value_count,
  sum(request_count)::integer as request_count
from
  counted
group by all
