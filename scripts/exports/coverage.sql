-- What span of time the records cover, and the night's moment.
--
-- grain: one row
-- reads: requests, sources, night
--
-- A month is whole when it lies between the first request and the night's moment; the first counts as whole only if
-- its first day has a request.
with
  covered as (
    select
      min(requested_on) as first_requested_on,
      max(requested_on) as last_requested_on,
      cast(date_trunc('month', min(requested_on)) as date) as first_month
    from
      requests
  ),
  whole as (
    select
      covered.*,
      night.as_of,
      case
        when covered.first_requested_on = covered.first_month then covered.first_month
        else cast(covered.first_month + interval 1 month as date)
      end as first_whole_month,
      cast(date_trunc('month', night.month_end_on) as date) as last_whole_month
    from
      covered
      cross join night
  )
select
  epoch_ms(as_of)::double as as_of_ms,
  first_requested_on::varchar as first_requested_on,
  last_requested_on::varchar as last_requested_on,
  case when first_whole_month <= last_whole_month then first_whole_month::varchar end as first_whole_month,
  case when first_whole_month <= last_whole_month then last_whole_month::varchar end as last_whole_month,
  (select bool_or(has_closing) from sources) as has_closing
from
  whole
