-- There is at least one request, and at least one of them can be published.
--
-- severity: stops the night
-- why: an empty site would say that nobody asked for anything
-- reads: requests
select
  'no request of tier A or B' as found
where
  not exists (select 1 from requests where tier in ('A', 'B'))
