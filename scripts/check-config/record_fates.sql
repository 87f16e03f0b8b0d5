-- What becomes of the records delivered before they are requests: counted, rejected, replaced, or after the moment.
--
-- grain: one row per fate
-- reads: raw_requests, rejected_requests, withdrawn_requests, current_requests, requests
select 'delivered' as fate, count(*)::integer as record_count from raw_requests
union all
select reason, count(*)::integer from rejected_requests group by all
union all
select
  'superseded',
  (select count(*) from raw_requests)::integer
  - (select count(*) from rejected_requests)::integer
  - (select count(*) from withdrawn_requests)::integer
  - (select count(*) from current_requests)::integer
union all
select 'withdrawn', count(*)::integer from withdrawn_requests
union all
select 'after_as_of', (select count(*) from current_requests)::integer - (select count(*) from requests)::integer
