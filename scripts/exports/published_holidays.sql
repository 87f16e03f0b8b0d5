-- The days on which the city's offices are closed: with the targets, all that a due time in business days is made of.
--
-- grain: one row per day, of years to come too
-- reads: holidays
select
  holiday_on,
  name_en,
  name_fr
from
  holidays
