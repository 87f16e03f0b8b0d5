-- Which area a word of the source means, while the same areas are in force.
--
-- grain: one row per word and term in which an area bears it
-- reads: area_matches, area_terms
select
  area_matches.match,
  area_terms.term_from,
  area_terms.term_to,
  min(area_matches.area_id) as area_id
from
  area_matches
  inner join area_terms on area_matches.area_id = area_terms.area_id
group by all
