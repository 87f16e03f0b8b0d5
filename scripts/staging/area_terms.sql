-- When each area is in force, in terms: spans of days between which the city's division did not change.
--
-- grain: one row per area and term in which it is in force
-- reads: areas
--
-- A redrawn ward is two areas, one after the other. An area without dates is in force always.
with
  dated as (
    select
      area_id,
      coalesce(valid_from, date '-infinity') as valid_from,
      coalesce(valid_to, date 'infinity') as valid_to
    from
      areas
  ),
  changes as (
    select valid_from as changed_on from dated
    union
    select valid_to + 1 from dated where isfinite(valid_to)
  ),
  terms as (
    select
      changed_on as term_from,
      coalesce(lead(changed_on) over (order by changed_on) - 1, date 'infinity') as term_to
    from
      changes
  )
select
  dated.area_id,
  terms.term_from,
  terms.term_to
from
  dated
  inner join terms on terms.term_from between dated.valid_from and dated.valid_to
