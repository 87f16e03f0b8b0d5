-- How many requests came in for every 1,000 people who live there.
--
-- grain: one row per cell and period of the city and its areas, and of each service or group in the city and each group
--   in an area
-- reads: received_counts, cells, periods, residents
--
-- Every kind and outcome. The numerator is the requests, the denominator the residents; there is no interval. A service
-- in an area is left to the reader: the same division, of one figure by another. Tiers A and B only.
select
  'requests_per_1000_residents' as measure_id,
  received_counts.cell_id,
  received_counts.period_id,
  1000 * received_counts.received_count / residents.resident_count as value,
  received_counts.received_count as numerator,
  residents.resident_count::bigint as denominator,
  null::double as lower,
  null::double as upper,
  case when periods.is_over then 'final' else 'provisional' end as status,
  0::bigint as unmapped_count,
  null::varchar as missing_reason
from
  received_counts
  inner join cells on received_counts.cell_id = cells.cell_id
  inner join periods on received_counts.period_id = periods.period_id
  inner join residents on received_counts.period_id = residents.period_id
    and cells.area_id = residents.area_id
where
  cells.basis = 'published'
  and coalesce(not periods.is_for_fulfilment, true)
  and cells.department = 'all'
  and (cells.service_code = 'all' or cells.area_id = 'all')
