/** What each measure is, in English: its title, its definition and what to take care of. */

export const measuresEn = {
  'measure.description': '{measure}: how it is defined, when it is final, and what it leaves out.',
  'measure.counted_title': 'What is counted',
  'measure.final_title': 'When it is final',
  'measure.fraction_title': 'Numerator and denominator',
  'measure.caution_title': 'Take care',
  'measure.now_title': 'The newest figures',
  'measure.now_caption': '{measure}, whole city',
  'measure.code': 'In the files, this measure is {id}.',
  'measure.query_title': 'The query',
  'measure.query_lead':
    'Nothing is worked out by hand. This query made the measure last night, in every slice and period.',
  // {command} is what to type; the others are links to files.
  'measure.query_run':
    'To make every figure again, put {script}, the records ({requests}, {services}, {areas}) and the figures ({figures}) into one folder and run {command} there, with DuckDB. It lists each figure that differs: none does.',
  'measure.query_before': 'What it reads is made by these queries before it:',
  'measure.unit.count': 'A number of requests.',
  'measure.unit.share': 'A share of requests.',
  'measure.unit.days': 'A number of days of 24 hours.',
  'measure.unit.per_1000': 'A number of requests for every 1,000 residents.',

  'measure.requests_received.title': 'Requests received',
  'measure.requests_received.definition': 'How many requests the city received in the period.',
  'measure.requests_received.counted':
    'Every request whose local date of receipt is in the period, of every kind and with every outcome: duplicates, comments and requests that turned out not to be the city’s are in it. Figures of the whole city and of areas count tiers A and B.',
  'measure.requests_received.final': 'When the period is over.',
  'measure.requests_received.fraction': 'The value is the count itself; there is no denominator and no interval.',
  'measure.requests_received.caution':
    'A rise is not a decline in service. An easier form, a storm or a campaign makes more people ask.',

  'measure.requests_per_1000_residents.title': 'Requests per 1,000 residents',
  'measure.requests_per_1000_residents.definition':
    'How many requests the city received in the period for every 1,000 people who live there.',
  'measure.requests_per_1000_residents.counted':
    'The requests received, of every kind and with every outcome, of tiers A and B. The residents are those of the newest year in the city’s list that is not after the year in which the period ends; those of the whole city are the sum of its areas.',
  'measure.requests_per_1000_residents.final': 'When the period is over.',
  'measure.requests_per_1000_residents.fraction':
    'Numerator: requests received. Denominator: residents. The value is 1,000 times their ratio; there is no interval.',
  'measure.requests_per_1000_residents.caution':
    'An area with many visitors, workers or through roads has more requests for each person who sleeps there. A higher figure does not mean that an area is worse kept: people who expect an answer ask more.',

  'measure.fulfilment_rate.title': 'Fulfilment rate',
  'measure.fulfilment_rate.definition':
    'Of the requests received in the period, the share whose work was done within {days} days.',
  'measure.fulfilment_rate.counted':
    'Requests, complaints and applications received in the period. Only work that was done counts as fulfilled: a request that needed no work, was handed on, or was closed without a known outcome does not. Duplicates, requests cancelled by the resident, invalid ones and those that belong to someone else are left out of both numbers. Work that was done and closed on a known date, but with a closing before its request, counts as within the time.',
  'measure.fulfilment_rate.final':
    'When {days} days have gone by since the last day of the period. Until then the share is not shown, because the newest requests have not had their full time.',
  'measure.fulfilment_rate.fraction':
    'Numerator: requests fulfilled within {days} times 24 hours. Denominator: requests in scope. The interval is Wilson’s, at 95%.',
  'measure.fulfilment_rate.caution':
    'It does not reach 100% even where all goes well: some requests need no work when someone goes to look.',

  'measure.on_time_rate.title': 'On-time rate',
  'measure.on_time_rate.definition':
    'Of the requests that fell due in the period, the share dealt with at or before the time the city set itself.',
  'measure.on_time_rate.counted':
    'Requests, complaints and applications whose due time is in the period. Dealt with means that the work was done, or that someone looked and there was nothing to do. A request still open when it fell due is late, and so is one that was closed by handing it on. The column “On time” of the published records was judged by exact times; the published times are cut to the hour and must not be compared instead.',
  'measure.on_time_rate.final': 'When the period is over: by then each request was on time or it was not.',
  'measure.on_time_rate.fraction':
    'Numerator: requests dealt with at or before their due time. Denominator: requests that fell due. The interval is Wilson’s, at 95%.',
  'measure.on_time_rate.caution':
    'Services without a target are in no on-time rate. The first target that a request was given counts, even if it was moved later.',

  'measure.median_days_to_close.title': 'Half dealt with within (median)',
  'measure.median_days_to_close.definition':
    'The time within which half of the requests received in the period were dealt with.',
  'measure.median_days_to_close.counted':
    'Requests, complaints and applications received in the period, those still open among them. Leaving out the open ones would make recent months look much faster than they are.',
  'measure.median_days_to_close.final':
    'When nothing is open any more, or when more time has gone by since the period than the upper limit of the interval.',
  'measure.median_days_to_close.fraction':
    'The curve is that of Kaplan and Meier. Numerator: requests dealt with by the value. Denominator: requests on the curve. Their ratio is not the value. The interval is that of Brookmeyer and Crowley, on the log–log scale.',
  'measure.median_days_to_close.caution':
    'Requests that were handed on leave the curve when they are handed on: the figure answers how long it takes when a request is finished.',

  'measure.p90_days_to_close.title': 'Nine in ten dealt with within',
  'measure.p90_days_to_close.definition':
    'The time within which nine in ten of the requests received in the period were dealt with.',
  'measure.p90_days_to_close.counted':
    'Requests, complaints and applications received in the period, those still open among them, on the same curve as the median.',
  'measure.p90_days_to_close.final':
    'When nothing is open any more, or when more time has gone by since the period than the upper limit of the interval.',
  'measure.p90_days_to_close.fraction':
    'The curve is that of Kaplan and Meier. Numerator: requests dealt with by the value. Denominator: requests on the curve. Their ratio is not the value.',
  'measure.p90_days_to_close.caution':
    'While more than one in ten is still open there is no such time yet, and none is shown.',

  'measure.closed_within_1_days.title': 'Dealt with within a day',
  'measure.closed_within_1_days.definition':
    'Of the requests received in the period, the share dealt with within 24 hours.',
  'measure.closed_within_1_days.counted':
    'The same curve as the median, read at 1 day. Requests still open count for as long as they have been watched.',
  'measure.closed_within_1_days.final': 'A day after the period, or when nothing is open.',
  'measure.closed_within_1_days.fraction':
    'Numerator: requests dealt with within 1 day. Denominator: requests on the curve. Their ratio is not the value where some are not yet watched so long.',
  'measure.closed_within_1_days.caution':
    'Where the source gives dates only, or the place is near a home, a day is a local date and not 24 hours.',

  'measure.closed_within_7_days.title': 'Dealt with within 7 days',
  'measure.closed_within_7_days.definition':
    'Of the requests received in the period, the share dealt with within 7 days.',
  'measure.closed_within_7_days.counted':
    'The same curve as the median, read at 7 days. Requests still open count for as long as they have been watched.',
  'measure.closed_within_7_days.final': 'Seven days after the period, or when nothing is open.',
  'measure.closed_within_7_days.fraction':
    'Numerator: requests dealt with within 7 days. Denominator: requests on the curve. Their ratio is not the value where some are not yet watched so long.',
  'measure.closed_within_7_days.caution':
    'Seven days is the same for every service, whatever its target. It measures speed, not promise.',

  'measure.closed_within_30_days.title': 'Dealt with within 30 days',
  'measure.closed_within_30_days.definition':
    'Of the requests received in the period, the share dealt with within 30 days.',
  'measure.closed_within_30_days.counted':
    'The same curve as the median, read at 30 days. Requests still open count for as long as they have been watched.',
  'measure.closed_within_30_days.final': 'Thirty days after the period, or when nothing is open.',
  'measure.closed_within_30_days.fraction':
    'Numerator: requests dealt with within 30 days. Denominator: requests on the curve. Their ratio is not the value where some are not yet watched so long.',
  'measure.closed_within_30_days.caution':
    'The newest month rests on the requests that have already been watched that long, and will still move.',

  'measure.closed_within_90_days.title': 'Dealt with within 90 days',
  'measure.closed_within_90_days.definition':
    'Of the requests received in the period, the share dealt with within 90 days.',
  'measure.closed_within_90_days.counted':
    'The same curve as the median, read at 90 days. Requests still open count for as long as they have been watched.',
  'measure.closed_within_90_days.final': 'Ninety days after the period, or when nothing is open.',
  'measure.closed_within_90_days.fraction':
    'Numerator: requests dealt with within 90 days. Denominator: requests on the curve. Their ratio is not the value where some are not yet watched so long.',
  'measure.closed_within_90_days.caution':
    'It is not the fulfilment rate: here a request that needed no work counts as dealt with.',

  'measure.open_requests.title': 'Open requests',
  'measure.open_requests.definition': 'How many requests were open at the end of the period.',
  'measure.open_requests.counted':
    'Requests, complaints and applications received by the end of the period and not closed by then, judged by the outcome known today. One closed without a date is never counted. In the current period: at the moment of the data.',
  'measure.open_requests.final': 'When the period is over.',
  'measure.open_requests.fraction': 'The value is the count itself; there is no denominator and no interval.',
  'measure.open_requests.caution':
    'A request closed and later opened again counts as open for the whole time, where the source keeps no history.',

  'measure.overdue_requests.title': 'Requests past due',
  'measure.overdue_requests.definition':
    'How many requests were open and past their due time at the end of the period.',
  'measure.overdue_requests.counted':
    'Of the open requests, those whose due time had passed. Services without a target have none.',
  'measure.overdue_requests.final': 'When the period is over.',
  'measure.overdue_requests.fraction': 'The value is the count itself; there is no denominator and no interval.',
  'measure.overdue_requests.caution':
    'A share on time and a count past due answer different questions: the first is about a month, the second about one moment.',

  'measure.median_open_age_days.title': 'Age of open requests (median)',
  'measure.median_open_age_days.definition':
    'How long half of the requests open at the end of the period had waited, or longer.',
  'measure.median_open_age_days.counted':
    'The open requests of the period. The age is in whole local days, from the day of the request to the last day of the period; in the current period, to the day of the data.',
  'measure.median_open_age_days.final': 'When the period is over.',
  'measure.median_open_age_days.fraction':
    'Numerator and denominator are the requests open; their ratio is not the value. There is no interval.',
  'measure.median_open_age_days.caution':
    'It can fall because old requests were finished at last, or because many new ones came in. The backlog by age tells which.',

  // One measure for each age of open requests; they share all but their title and definition.
  'measure.open_0_7_days.title': 'Open for up to 7 days',
  'measure.open_0_7_days.definition':
    'How many of the requests open at the end of the period had waited no longer than 7 days.',
  'measure.open_8_30_days.title': 'Open for 8 to 30 days',
  'measure.open_8_30_days.definition':
    'How many of the requests open at the end of the period had waited 8 to 30 days.',
  'measure.open_31_90_days.title': 'Open for 31 to 90 days',
  'measure.open_31_90_days.definition':
    'How many of the requests open at the end of the period had waited 31 to 90 days.',
  'measure.open_91_365_days.title': 'Open for 91 to 365 days',
  'measure.open_91_365_days.definition':
    'How many of the requests open at the end of the period had waited 91 to 365 days.',
  'measure.open_over_365_days.title': 'Open for over a year',
  'measure.open_over_365_days.definition':
    'How many of the requests open at the end of the period had waited more than 365 days.',
  'measure.open_days.counted':
    'The open requests of the period, by whole local days from the day of the request to the last day of the period; in the current period, to the day of the data. Each is in exactly one of the five, so they add up to the requests open.',
  'measure.open_days.final': 'When the period is over.',
  'measure.open_days.fraction':
    'Numerator: open requests of this age. Denominator: all that are open. The value is the count itself; there is no interval.',
  'measure.open_days.caution':
    'A few services wait for a season on purpose, such as planting trees or painting lines: old requests are not always forgotten ones.',

  'measure.reopened_rate.title': 'Reopened rate',
  'measure.reopened_rate.definition':
    'Of the requests first closed in the period, the share that was opened again within 30 days.',
  'measure.reopened_rate.counted':
    'Requests, complaints and applications whose first closing is in the period, by local dates. One opened again counts once, however often. Where the city’s system does not tell when a request was opened again, there is no figure.',
  'measure.reopened_rate.final': 'When 30 days have gone by since the last day of the period.',
  'measure.reopened_rate.fraction':
    'Numerator: requests opened again within 30 days of their first closing. Denominator: requests first closed. The interval is Wilson’s, at 95%.',
  'measure.reopened_rate.caution':
    'It shows only what was opened again under its own number. A resident who asks anew makes a new request.',

  'measure.closed_in_10_minutes_share.title': 'Closed within 10 minutes',
  'measure.closed_in_10_minutes_share.definition':
    'Of the requests closed in the period, the share that was closed within ten minutes of being made.',
  'measure.closed_in_10_minutes_share.counted':
    'Requests, complaints and applications closed in the period with a time of day, whatever their closing meant. Those of which the city’s system keeps only dates are left out. It is never told by area.',
  'measure.closed_in_10_minutes_share.final': 'When the period is over.',
  'measure.closed_in_10_minutes_share.fraction':
    'Numerator: requests closed within ten minutes. Denominator: requests closed with a time. The interval is Wilson’s, at 95%. A figure of fewer than ten requests is not published.',
  'measure.closed_in_10_minutes_share.caution':
    'It is a sign of closing as a matter of form: hardly any work is done in ten minutes. But a question answered on the telephone is closed at once, and rightly. It is made from exact times, which are not published, so it is the city’s own check.',

  // One measure for each outcome; they share all but their title and definition.
  'measure.outcome_open.title': 'Outcome: open',
  'measure.outcome_open.definition': 'How many of the requests received in the period are still open.',
  'measure.outcome_fulfilled.title': 'Outcome: fulfilled',
  'measure.outcome_fulfilled.definition': 'How many of the requests received in the period have had their work done.',
  'measure.outcome_no_action.title': 'Outcome: no action needed',
  'measure.outcome_no_action.definition':
    'How many of the requests received in the period needed nothing done once someone had looked.',
  'measure.outcome_handed_on.title': 'Outcome: handed on',
  'measure.outcome_handed_on.definition':
    'How many of the requests received in the period were closed while the work goes on elsewhere in the city.',
  'measure.outcome_referred.title': 'Outcome: referred elsewhere',
  'measure.outcome_referred.definition': 'How many of the requests received in the period were not the city’s to do.',
  'measure.outcome_duplicate.title': 'Outcome: duplicate',
  'measure.outcome_duplicate.definition': 'How many of the requests received in the period had been reported before.',
  'measure.outcome_cancelled.title': 'Outcome: cancelled',
  'measure.outcome_cancelled.definition':
    'How many of the requests received in the period were withdrawn by the person who asked.',
  'measure.outcome_invalid.title': 'Outcome: invalid',
  'measure.outcome_invalid.definition':
    'How many of the requests received in the period were nothing that anyone could act on.',
  'measure.outcome_unmapped.title': 'Outcome: unexplained',
  'measure.outcome_unmapped.definition':
    'How many of the requests received in the period were closed with a code that the city has not explained.',
  'measure.outcome.counted':
    'Every request whose local date of receipt is in the period, of every kind. Each has exactly one outcome, by what is known today, so the outcomes of a period add up to the requests received in it. Tiers A and B only.',
  'measure.outcome.final': 'When the period is over and none of its requests is open.',
  'measure.outcome.fraction':
    'Numerator: requests with this outcome. Denominator: all requests received. The value is the count itself; there is no interval.',
  'measure.outcome.caution':
    'An outcome is what the city’s staff entered when they closed the request. Outcomes that take a request out of the rates are counted here too: calling requests duplicates does not make them disappear.',
} as const;
