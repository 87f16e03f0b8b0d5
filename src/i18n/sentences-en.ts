/** Sentences written from a figure, in English: its period, its value, why it is missing, and its own past. */

export const sentencesEn = {
  // Phrases that stand inside a sentence, after the verb.
  'period.month': 'in {month}',
  'period.last_12_months': 'in the twelve months to {month}',
  // Of records that hold fewer than twelve months.
  'months.from_to': 'from {first} to {month}',
  'period.year': 'in {year}',
  // Phrases that stand inside a sentence, after the verb, as those of the other periods.
  'period.day': 'on {day}',
  'period.season': 'in {season}',
  'season.winter': 'the winter of {from}–{to}',
  'season.summer': 'the summer of {from}',
  'season.winter.title': 'Winter {from}–{to}',
  'season.summer.title': 'Summer {from}',

  // {age} is one of the ages below.
  'sentence.open_days': {
    one: 'On {day}, {value} of {n} open requests had waited {age}{past}.',
    other: 'On {day}, {value} of {n} open requests had waited {age}{past}.',
  },
  'age.open_0_7_days': 'no longer than 7 days',
  'age.open_8_30_days': '8 to 30 days',
  'age.open_31_90_days': '31 to 90 days',
  'age.open_91_365_days': '91 to 365 days',
  'age.open_over_365_days': 'more than 365 days',
  'sentence.requests_per_1000_residents': {
    one: 'For every 1,000 residents, {value} request was received {period}{past}.',
    other: 'For every 1,000 residents, {value} requests were received {period}{past}.',
  },
  'sentence.median_open_age_days': {
    one: 'On {day}, the one open request had waited {value}{past}.',
    other: 'On {day}, half of the {n} open requests had waited {value} or longer{past}.',
  },
  'sentence.reopened_rate': {
    one: 'Of {n} request first closed {period}, {value} was opened again within 30 days{past}.',
    other: 'Of {n} requests first closed {period}, {value} were opened again within 30 days{past}.',
  },
  'sentence.closed_in_10_minutes_share': {
    one: 'Of {n} request closed {period} with a time, {value} was closed within ten minutes{past}.',
    other: 'Of {n} requests closed {period} with a time, {value} were closed within ten minutes{past}.',
  },

  // {past} is one of the clauses below, or nothing.
  'sentence.requests_received': {
    one: '{value} request was received {period}{past}.',
    other: '{value} requests were received {period}{past}.',
  },
  'sentence.fulfilment_rate': {
    one: 'Of {n} request received {period}, {value} was fulfilled within {days}{past}.',
    other: 'Of {n} requests received {period}, {value} were fulfilled within {days}{past}.',
  },
  'sentence.on_time_rate': {
    one: 'Of {n} request due {period}, {value} was dealt with on time{past}.',
    other: 'Of {n} requests due {period}, {value} were dealt with on time{past}.',
  },
  'sentence.median_days_to_close': {
    one: 'The one request received {period} was dealt with within {value}{past}.',
    other: 'Half of the requests received {period} were dealt with within {value}{past}.',
  },
  'sentence.p90_days_to_close': {
    one: 'The one request received {period} was dealt with within {value}{past}.',
    other: 'Nine in ten of the requests received {period} were dealt with within {value}{past}.',
  },
  'sentence.closed_within_1_days': {
    one: 'Of {n} request received {period}, an estimated {value} was dealt with within a day{past}.',
    other: 'Of {n} requests received {period}, an estimated {value} were dealt with within a day{past}.',
  },
  'sentence.closed_within_7_days': {
    one: 'Of {n} request received {period}, an estimated {value} was dealt with within 7 days{past}.',
    other: 'Of {n} requests received {period}, an estimated {value} were dealt with within 7 days{past}.',
  },
  'sentence.closed_within_30_days': {
    one: 'Of {n} request received {period}, an estimated {value} was dealt with within 30 days{past}.',
    other: 'Of {n} requests received {period}, an estimated {value} were dealt with within 30 days{past}.',
  },
  'sentence.closed_within_90_days': {
    one: 'Of {n} request received {period}, an estimated {value} was dealt with within 90 days{past}.',
    other: 'Of {n} requests received {period}, an estimated {value} were dealt with within 90 days{past}.',
  },
  // {outcome} is one of those below, such as “handed on”.
  'sentence.outcome': {
    one: 'Of {n} request received {period}, {value} had this outcome: {outcome}.',
    other: 'Of {n} requests received {period}, {value} had this outcome: {outcome}.',
  },
  'sentence.outcomes': {
    one: 'Of {n} request received {period}: {done} dealt with, {open} still open, {other} with another outcome.',
    other: 'Of {n} requests received {period}: {done} dealt with, {open} still open, {other} with another outcome.',
  },
  'sentence.open_requests': {
    one: 'On {day}, {value} request was open{past}.',
    other: 'On {day}, {value} requests were open{past}.',
  },
  'sentence.overdue_requests': {
    one: 'On {day}, {value} request was past due{past}.',
    other: 'On {day}, {value} requests were past due{past}.',
  },
  'sentence.median_and_p90':
    'Half of the requests received {period} were dealt with within {median}, and nine in ten within {p90}.',
  'sentence.within': {
    one: 'Of {n} request received {period}, an estimated {first} was dealt with within a day, {second} within 7 days and {third} within 30 days.',
    other:
      'Of {n} requests received {period}, an estimated {first} were dealt with within a day, {second} within 7 days and {third} within 30 days.',
  },
  'sentence.open_and_overdue': {
    one: 'On {day}, {value} request was open; {overdue} past due.',
    other: 'On {day}, {value} requests were open; {overdue} past due.',
  },
  // Stands after a sentence whose figure is not final.
  'sentence.provisional': '{sentence} This may still change.',
  // Stands after a sentence of a time, where few of the requests that it tells of were dealt with.
  'sentence.rests_on_few':
    '{sentence} Estimated from the {done} of {n} dealt with by then; the others were handed on, or are still open.',
  'sentence.missing': 'There is no figure for “{measure}” {period}, because {reason}.',
  'sentence.no_value': 'There is no figure for “{measure}” yet.',
  'because.no_data': 'the source does not record it',
  'because.suppressed': 'it is withheld for privacy',
  'because.no_target': 'no request had a target',
  'because.not_due': 'the requests have not yet had their full time',
  'because.no_time': 'the source gives dates only, no times',
  'because.unmapped': 'what became of too many requests is unknown',
  'because.too_few': 'there were fewer than 10 requests',
  'because.not_reached': 'too few of the requests have been dealt with',
  'because.no_requests': 'there was no request',

  // The comparison with the same month in earlier years, with or without its name; it goes on after the verb of the sentence.
  'past.month.beside': ', compared with {low} to {high} in {monthName} from {from} to {to}',
  'past.month.within': ', within the range of {monthName} from {from} to {to} ({low} to {high})',
  'past.month.count.above': ', more than in any {monthName} from {from} to {to} ({low} to {high})',
  'past.month.count.below': ', fewer than in any {monthName} from {from} to {to} ({low} to {high})',
  'past.month.share.above': ', a higher share than in any {monthName} from {from} to {to} ({low} to {high})',
  'past.month.share.below': ', a lower share than in any {monthName} from {from} to {to} ({low} to {high})',
  'past.month.days.above': ', longer than in any {monthName} from {from} to {to} ({low} to {high})',
  'past.month.days.below': ', faster than in any {monthName} from {from} to {to} ({low} to {high})',
  'past.year.beside': ', compared with {low} to {high} in the years {from} to {to}',
  'past.year.within': ', within the range of the years {from} to {to} ({low} to {high})',
  'past.year.count.above': ', more than in any year from {from} to {to} ({low} to {high})',
  'past.year.count.below': ', fewer than in any year from {from} to {to} ({low} to {high})',
  'past.year.share.above': ', a higher share than in any year from {from} to {to} ({low} to {high})',
  'past.year.share.below': ', a lower share than in any year from {from} to {to} ({low} to {high})',
  'past.year.days.above': ', longer than in any year from {from} to {to} ({low} to {high})',
  'past.year.days.below': ', faster than in any year from {from} to {to} ({low} to {high})',
} as const;
