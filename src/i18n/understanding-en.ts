/** What turns figures into understanding, in English: curves, ages, seasons, signals, comparisons and other formulas. */

export const understandingEn = {
  'curve.kicker': 'Share dealt with, by days waited',
  'curve.sentence':
    'Of the requests received {period}, an estimated {first_share} were dealt with within {first_days} and {second_share} within {second_days}.',
  'curve.none': 'No request received {period} was watched for as long as 30 days, so no share can be given.',
  // Beside the point where the curve reaches it.
  'curve.half': 'Half',
  'curve.nine': 'Nine in ten',
  'curve.handed_on':
    'This is the share if every request had to be finished. If being handed on to others counts as an end of its own, {dealt} were dealt with within 30 days and {handed} were handed on.',
  'curve.days': 'Days',
  'curve.share': 'Dealt with',
  'curve.share_aj': 'Dealt with, if handing on is an end',

  'wait.now_not_reached':
    'Of the requests received {period}, fewer than half have been dealt with so far: no time can be given.',
  'wait.unmapped': 'What became of too many of these requests is unknown: no time can be given.',

  'ages.kicker': 'Open requests, by how long they have waited',
  'ages.sentence': {
    one: 'The one request open on {day} had waited {old}.',
    other: 'Of {count} requests open on {day}, {old}.',
  },
  // In the sentences above: for one request, and for several.
  'ages.one_old': 'for more than 90 days',
  'ages.one_young': 'for 90 days or less',
  'ages.old': { one: '{count} had waited for more than 90 days', other: '{count} had waited for more than 90 days' },
  'ages.old_none': 'none had waited for more than 90 days',
  'ages.none': 'No request was open on {day}.',
  'ages.median': 'Half of them had waited for {days} or longer.',
  'ages.open_0_7_days': '0 to 7 days',
  'ages.open_8_30_days': '8 to 30 days',
  'ages.open_31_90_days': '31 to 90 days',
  'ages.open_91_365_days': '91 to 365 days',
  'ages.open_over_365_days': 'over 365 days',
  'ages.earlier': 'a year earlier',

  'seasons.winter': '{measure}, winter by winter',
  'seasons.summer': '{measure}, summer by summer',
  'seasons.season': 'Season',
  'seasons.winter_slowest': 'The slowest of {count} winters.',
  'seasons.winter_fastest': 'The fastest of {count} winters.',
  'seasons.summer_slowest': 'The slowest of {count} summers.',
  'seasons.summer_fastest': 'The fastest of {count} summers.',
  'seasons.note': 'Winter is November to April, summer May to October; a winter is counted whole.',

  'signals.title': 'Out of the ordinary',
  'signals.kicker': '{measure}, beside what is usual for it',
  'signals.none': '{measure} in {month}: {value}, within what is usual ({low} to {high}).',
  'signals.above': '{measure} in {month}: {value}, above what is usual ({low} to {high}).',
  'signals.below': '{measure} in {month}: {value}, below what is usual ({low} to {high}).',
  'signals.run_above':
    '{measure} in {month}: {value}, at least the eighth month in a row on the high side of what is usual.',
  'signals.run_below':
    '{measure} in {month}: {value}, at least the eighth month in a row on the low side of what is usual.',
  'signals.rule':
    'A month stands out when it lies beyond the limits, or when it is the eighth in a row on one side of the middle. The limits are made of the months before it alone. Chance alone gives such a signal in about {share} of months.',
  'signals.run_above_label': { one: '{count} month high', other: '{count} months high' },
  'signals.run_below_label': { one: '{count} month low', other: '{count} months low' },
  'signals.limits': 'Limits, each made of the months before',
  'signals.beyond': 'Beyond the limits',
  'signals.expected': 'Usual',
  'signals.signal': 'Signal',
  'signals.kind.none': 'none',
  'signals.kind.above': 'above the limits',
  'signals.kind.below': 'below the limits',
  'signals.kind.run_above': 'eight on the high side',
  'signals.kind.run_below': 'eight on the low side',
  // {judged} is a number of measures of services, each watched month by month.
  'signals.overview': {
    one: 'In {month}, {count} of {judged} series watched stood out; chance alone would give about {chance}.',
    other: 'In {month}, {count} of {judged} series watched stood out; chance alone would give about {chance}.',
  },
  'signals.overview_none': 'In {month}, none of {judged} series watched stood out.',
  'signals.overview_lead':
    'The requests received, the share on time and the share dealt with within 7 days of each service, beside their own past.',
  'signals.whole_city': 'Whole city',

  'funnel.sentence': {
    one: '{measure}: {count} of {areas} areas lies beyond the limits that chance would keep in 998 of 1,000 cases.',
    other: '{measure}: {count} of {areas} areas lie beyond the limits that chance would keep in 998 of 1,000 cases.',
  },
  'funnel.sentence_none':
    '{measure}: none of {areas} areas lies beyond the limits that chance would keep in 998 of 1,000 cases.',
  'funnel.outside': '{area}: {value}, where chance would keep {low} to {high}.',
  'funnel.note':
    'The limits are wide where there are few requests and narrow where there are many. From left to right is how much an area asked, not how well it was served.',
  'funnel.widened':
    'The areas differ more than chance alone would make them, as places do; the limits are widened for that, by a factor of {factor}.',
  'funnel.few': {
    one: '{count} area with fewer than 20 requests is not compared.',
    other: '{count} areas with fewer than 20 requests are not compared.',
  },
  'funnel.count': 'Number of requests',
  'funnel.limits_95': '95% limits',
  'funnel.limits_998': '99.8% limits',

  'due_days.kicker': 'Day dealt with, counted from the due day',
  'due_days.sentence': {
    one: 'Of {n} request due {period}, {before} was dealt with before its due day, {on} on it, {after} after it; {open} was not, or was handed on.',
    other:
      'Of {n} requests due {period}, {before} were dealt with before their due day, {on} on it, {after} after it; {open} were not, or were handed on.',
  },
  'due_days.spike':
    'On the due day itself {times} times as many were dealt with as on the busiest day of the week before it. That may be good planning, or closing to meet the target: ask.',
  'due_days.before': 'Before',
  'due_days.on': 'Due day',
  'due_days.after': 'After',
  'due_days.open': 'Other',
  'due_days.day': 'Days from the due day',
  'due_days.early_31': '31 or more before',
  'due_days.late_31': '31 or more after',
  'due_days.early': { one: '{count} day before', other: '{count} days before' },
  'due_days.late': { one: '{count} day after', other: '{count} days after' },

  // On a line over a chart of days; {target} is such as “10 days”.
  'chart.target': 'Target: {target}',

  'alternatives.title': 'What other formulas would say',
  'alternatives.lead':
    'Cities publish figures of the same name by other formulas. These are this city’s own, each of its newest month that can be told, by their formula and by our definition.',
  'alternatives.formula': 'The other formula',
  'alternatives.theirs': 'It would say',
  'alternatives.ours': 'We say',
  'alternatives.why': 'Why we do not use it',
  'alternatives.on_time_of_closed': 'Closed on time ÷ closed',
  'alternatives.on_time_of_closed.why':
    'A request that is past due and still open is in neither number, so the worst delays count for nothing: 100% on time can stand beside a long list of overdue requests.',
  'alternatives.median_of_closed': 'Median days of the requests closed',
  'alternatives.median_of_closed.why':
    'Of recent requests only the quick ones are closed, so the newest month always looks fast, and slow ones are left out until they end.',
  'alternatives.closings_of_requests': 'Closings in the month ÷ requests in the month',
  'alternatives.closings_of_requests.why':
    'The closings are not those of the same requests: clearing an old pile gives more than 100%, and a busy month looks bad before its requests have had their time.',
  'alternatives.competing_title': 'Requests that are handed on',
  'alternatives.competing':
    'Our times answer how long it takes when a request is finished: one that is handed on leaves the curve. Of all requests received {period}, counting each as it ended, {dealt} were dealt with within 30 days and {handed} were handed on or closed with an unknown code; our curve says {curve} within 30 days.',

  // At the day on which a ward was redrawn.
  'chart.boundaries': 'New boundaries',

  'table.per_1000': 'Per 1,000 residents',
} as const;
