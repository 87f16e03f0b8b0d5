/** The short answers at the head of a service's page, in English. */

export const serviceShortEn = {
  'short.title': 'In short',
  'short.done': 'Is it done?',
  'short.long': 'How long does it take?',
  'short.worse': 'Is it worse than a year ago?',
  'short.mine': 'How long will mine take?',
  // {past_due} is one of the next two, or nothing.
  'short.work_done': {
    one: 'The work was done within {days} for {value} of {n} request received {period}.',
    other: 'The work was done within {days} for {value} of {n} requests received {period}.',
  },
  'short.others': 'The others needed none, took longer, were handed on, or are still open.',
  'short.dealt_with': '“Dealt with” also counts requests where someone looked and nothing needed doing.',
  'short.open': {
    one: 'One request was still open on {day}{past_due}.',
    other: '{count} requests were still open on {day}{past_due}.',
  },
  'short.open_none': 'None was still open on {day}.',
  'short.past_due': { one: ', {count} of them past due', other: ', {count} of them past due' },
  'short.past_due_none': ', none of them past due',
  'short.target_met': 'The city aims for {target}, and met that for {value} of those that fell due.',
  'short.target_plain': 'The city aims for {target}.',

  // A half of the year: winter is November to April, summer May to October. {year} is 2025–2026, or 2026. {figures} is one or two of
  // those below.
  'short.winter_worse': 'Yes, worse in winter {year} than the winter before: {figures}.',
  'short.winter_better': 'No, better in winter {year} than the winter before: {figures}.',
  'short.winter_alike': 'No clear difference between winter {year} and the winter before: {figures}.',
  'short.summer_worse': 'Yes, worse in summer {year} than the summer before: {figures}.',
  'short.summer_better': 'No, better in summer {year} than the summer before: {figures}.',
  'short.summer_alike': 'No clear difference between summer {year} and the summer before: {figures}.',
  'short.winter_years': '{from}–{to}',
  'short.figure_on_time': '{now} on time, against {before}',
  'short.figure_median': 'half dealt with within {now}, against {before}',
  'short.figures': '{first}; {second}',
  'short.target_moved': 'The target was moved between the two, so they are compared by time alone.',
  'short.worse_note': 'Small differences can be chance, and are not called worse or better.',
  'short.years':
    'Of those received in {year}, half were dealt with within {now}; of those of {before_year}, within {before}.',
  'short.worse_none': 'There is nothing before to compare with yet.',

  'wait.now': 'Asked for today, it may take what others took: half were dealt with within {half}{nine}.',
  'wait.now_nine': ', and nine in ten within {value}',
  'wait.after': {
    one: 'Of those still open after {count} day, half were dealt with within another {half}{nine}.',
    other: 'Of those still open after {count} days, half were dealt with within another {half}{nine}.',
  },
  'wait.after_nine': ', and nine in ten within another {value}',
  'wait.nine_unsure': '; how long nine in ten took cannot be said yet',
  'wait.nine_not_reached': '; more than one in ten were still open when last seen',
  'wait.at_least': {
    one: 'For those still open after {count} day no time can be given: half of them waited more than another {half}, and how much more is not known.',
    other:
      'For those still open after {count} days no time can be given: half of them waited more than another {half}, and how much more is not known.',
  },
  'wait.at_least_cell': 'at least {days}',
  'wait.too_few_cell': 'fewer than 20',
  'wait.not_reached': {
    one: 'Of those still open after {count} day, fewer than half have been dealt with so far: no time can be given.',
    other: 'Of those still open after {count} days, fewer than half have been dealt with so far: no time can be given.',
  },
  'wait.too_few': {
    one: 'Fewer than 20 requests were still open after {count} day: too few to say.',
    other: 'Fewer than 20 requests were still open after {count} days: too few to say.',
  },
  'wait.none': 'Too few requests were received {period} to say.',
  // A number of days is typed after one of the first two.
  'wait.reported': 'I reported it',
  'wait.applied': 'I applied',
  'wait.days_ago': 'days ago.',
  'wait.note':
    'These are the times of other requests, received {period}, and not a promise for yours. Requests still open count with their wait so far.',
  'wait.caption': 'How much longer, by how long you have waited',
  'wait.waited': 'Already waited',
  'wait.half': 'Half within another',
  'wait.nine': 'Nine in ten within another',
  'wait.at_risk': 'Still open then',
} as const;
