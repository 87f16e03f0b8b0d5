-- Every delivered record is published, withheld by its tier, rejected, superseded, withdrawn or after the moment.
--
-- severity: stops the night
-- why: a model that loses or doubles rows makes every figure wrong
-- reads: staged_counts, requests, published_requests
with
  counts as (
    select
      staged_counts.*,
      (select count(*) from requests) as request_count,
      (select count_if(tier <> 'C') from requests) as publishable_count,
      (select count(*) from published_requests) as published_count
    from
      staged_counts
  )
select
  counts.*
from
  counts
where
  delivered_count <> dated_count
  or rejected_count + withdrawn_count + current_count > delivered_count
  or mapped_count <> current_count
  or request_count > current_count
  or publishable_count <> published_count
