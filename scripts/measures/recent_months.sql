-- The last twelve whole months, or, where the records do not go back as far, those since the first request.
--
-- grain: one row per basis and month
-- reads: months
with
  newest as (
    select
      basis,
      max(month_start) as last_month
    from
      months
    where
      is_whole
    group by all
  )
select
  months.basis,
  months.month_start
from
  months
  inner join newest on months.basis = newest.basis
    and months.month_start between newest.last_month - interval 11 month and newest.last_month
