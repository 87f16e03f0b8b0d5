-- Records of a month that a later delivery of the same source holds again: the later delivery replaces the month whole.
--
-- grain: one row per replaced record
-- reads: dated_requests, sources
--
-- Only of sources whose files are months. A month is one of local dates of the request.
with
  delivered as (
    select
      dated_requests.source,
      dated_requests.delivery_order,
      dated_requests.delivery_order // 1000000000 as page,
      date_trunc('month', local_date(dated_requests.requested_at, city_zone())) as requested_month
    from
      dated_requests
      inner join sources on dated_requests.source = sources.source
    where
      sources.is_by_month
      and dated_requests.requested_at is not null
  ),
  newest_pages as (
    select
      source,
      requested_month,
      max(page) as page
    from
      delivered
    group by all
  )
select
  delivered.source,
  delivered.delivery_order
from
  delivered
  inner join newest_pages on delivered.source = newest_pages.source
    and delivered.requested_month = newest_pages.requested_month
where
  delivered.page < newest_pages.page
