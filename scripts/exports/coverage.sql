-- What span of time the records cover, and the night's moment.
--
-- grain: one row
-- reads: requests, months, sources, night
--
-- The first month counts as whole only if its first day has a request; the last is the newest whole one.
with
  covered as (
    select
      min(requested_on) as first_requested_on,
      max(requested_on) as last_requested_on
    from
      requests
  ),
  whole as (
    select
      min(months.month_start) filter (months.month_start >= covered.first_requested_on) as first_whole_month,
      max(months.month_start) filter (months.is_whole) as last_whole_month
    from
      months
      cross join covered
    where
      months.basis = 'published'
  )
select
  epoch_ms(night.as_of)::double as as_of_ms,
  covered.first_requested_on::varchar as first_requested_on,
  covered.last_requested_on::varchar as last_requested_on,
  case when first_whole_month <= last_whole_month then first_whole_month::varchar end as first_whole_month,
  case when first_whole_month <= last_whole_month then last_whole_month::varchar end as last_whole_month,
  (select bool_or(has_closing) from sources) as has_closing,
  (select bool_or(has_reopenings) from sources) as has_reopenings
from
  covered
  cross join whole
  cross join night
