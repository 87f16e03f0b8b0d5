-- What each status and closure reason of a source means: the first rule of the city that matches.
--
-- grain: one row per source, status and closure reason that occurs
-- reads: dated_requests, status_steps, outcome_rules
with
  occurring as (
    select source, status, closure from dated_requests
    union
    select source, status, closure from status_steps
  ),
  matching as (
    select
      occurring.source,
      occurring.status,
      occurring.closure,
      arg_min(outcome_rules.outcome, outcome_rules.rule_order) as outcome
    from
      occurring
      left join outcome_rules on outcome_rules.source in ('*', occurring.source)
        and outcome_rules.status in ('*', occurring.status)
        and outcome_rules.closure in ('*', occurring.closure)
    group by all
  )
select
  source,
  status,
  closure,
  coalesce(outcome, 'unmapped') as outcome
from
  matching
