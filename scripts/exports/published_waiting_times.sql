-- How long it still takes, for each service and number of days already waited.
--
-- grain: one row per service (or `all`) and days already waited
-- reads: waiting_times, published_measures
--
-- Of tier C only services whose median of the last twelve months is published, and of them whole days without counts,
-- shares or limits: as of the end of the last whole month.
select
  waiting_times.*
from
  waiting_times
where
  basis = 'published'
union all by name
select
  waiting_times.basis,
  waiting_times.service_code,
  waiting_times.days_waited,
  case when waiting_times.median_more_days is not null
    then greatest(1, round(waiting_times.median_more_days)) end as median_more_days,
  case when waiting_times.p90_more_days is not null
    then greatest(1, round(waiting_times.p90_more_days)) end as p90_more_days,
  waiting_times.missing_reason
from
  waiting_times
  inner join published_measures on published_measures.basis = 'warehouse'
    and published_measures.measure_id = 'median_days_to_close'
    and published_measures.period_type = 'last_12_months'
    and published_measures.value is not null
    and waiting_times.service_code = published_measures.service_code
where
  waiting_times.basis = 'warehouse'
