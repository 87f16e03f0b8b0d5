-- Every delivered record is published, withheld by its tier, rejected, superseded or after the night's moment.
--
-- severity: stops the night
-- why: a model that loses or doubles rows makes every figure wrong
-- reads: raw_requests, rejected_requests, dated_requests, current_requests, mapped_requests, requests,
--   published_requests
with
  counts as (
    select
      (select count(*) from raw_requests) as delivered_count,
      (select count(*) from dated_requests) as dated_count,
      (select count(*) from rejected_requests) as rejected_count,
      (select count(*) from current_requests) as current_count,
      (select count(*) from mapped_requests) as mapped_count,
      (select count(*) from requests) as request_count,
      (select count_if(tier <> 'C') from requests) as publishable_count,
      (select count(*) from published_requests) as published_count
  )
select
  counts.*
from
  counts
where
  delivered_count <> dated_count
  or rejected_count + current_count > delivered_count
  or mapped_count <> current_count
  or request_count > current_count
  or publishable_count <> published_count
