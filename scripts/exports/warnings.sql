-- What a reader should know before using the figures: values that no list of the city names, from 1 % of the records.
--
-- grain: one row per warning
-- reads: published_quality, published_requests, night
select
  reason as code,
  request_count as count
from
  published_quality
  inner join night on night_on = as_of_on
where
  reason in ('unmapped_outcome', 'unmapped_channel')
  and request_count >= 0.01 * (select count(*) from published_requests)
