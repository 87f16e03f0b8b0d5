-- Between which rates an area of a given size would lie by chance alone, if its rate were the city's.
--
-- grain: one row per measure and number of requests of an area
-- reads: area_rates
--
-- Exact binomial limits, interpolated (Spiegelhalter 2005, Statistics in Medicine 24, appendix A.1.1): with r the
-- smallest count whose cumulated probability F(r) is over p, the limit is (r - (F(r) - p) / (F(r) - F(r - 1))) / n.
-- Counts beyond eight standard deviations and forty have no share of probability that a double could show.
with
  asked as (
    select distinct
      measure_id,
      city_value as p,
      denominator as n
    from
      area_rates
    where
      city_value > 0
      and city_value < 1
  ),
  counted as (
    select
      asked.*,
      unnest(generate_series(
        greatest(0, floor(n * p - 8 * sqrt(n * p * (1 - p)) - 40))::bigint,
        least(n, ceil(n * p + 8 * sqrt(n * p * (1 - p)) + 40))::bigint
      )) as r
    from
      asked
  ),
  likely as (
    select
      counted.*,
      exp(lgamma(n + 1) - lgamma(r + 1) - lgamma(n - r + 1) + r * ln(p) + (n - r) * ln(1 - p)) as probability
    from
      counted
  ),
  cumulated as (
    select
      likely.*,
      sum(probability) over (partition by measure_id, n order by r) as cumulated
    from
      likely
  )
select
  measure_id,
  n as denominator,
  arg_min((r - (cumulated - 0.025) / probability) / n, r) filter (cumulated > 0.025) as lower_95,
  arg_min((r - (cumulated - 0.975) / probability) / n, r) filter (cumulated > 0.975) as upper_95,
  arg_min((r - (cumulated - 0.001) / probability) / n, r) filter (cumulated > 0.001) as lower_998,
  arg_min((r - (cumulated - 0.999) / probability) / n, r) filter (cumulated > 0.999) as upper_998
from
  cumulated
group by all
