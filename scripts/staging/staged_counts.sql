-- How many records came in, and how many were left after each step of the staging.
--
-- grain: one row
-- reads: raw_requests, dated_requests, rejected_requests, withdrawn_requests, current_requests, mapped_requests
--
-- All that is kept of the tables between the delivery and the requests.
select
  (select count(*) from raw_requests) as delivered_count,
  (select count(*) from dated_requests) as dated_count,
  (select count(*) from rejected_requests) as rejected_count,
  (select count(*) from withdrawn_requests) as withdrawn_count,
  (select count(*) from current_requests) as current_count,
  (select count(*) from mapped_requests) as mapped_count
