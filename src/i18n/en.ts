/** Every sentence of the site in English. Keys are shared with French; a note above a key is for the translator. */

import { liveEn } from './live-en.ts';
import { measuresEn } from './measures-en.ts';
import { sentencesEn } from './sentences-en.ts';
import { serviceShortEn } from './service-short-en.ts';
import { understandingEn } from './understanding-en.ts';

export const en = {
  ...liveEn,
  ...measuresEn,
  ...sentencesEn,
  ...serviceShortEn,
  ...understandingEn,
  // The site's name, after the city's own: short, a promise of what is inside.
  'site.name': 'Requests and results',
  'site.skip': 'Skip to the content',
  'site.demo': 'Demonstration',
  'site.demo_sentence': '{city} is an invented city. No place, person or request here is real.',
  'site.nav': 'Pages',
  'site.language': 'Language',
  // The name of this language, in this language.
  'site.language_name': 'English',

  'nav.overview': 'Overview',
  'nav.services': 'Services',
  'nav.areas': 'Areas',
  'nav.live': 'Plows',
  'nav.methods': 'Methods',
  'nav.data': 'Data',
  'nav.about': 'Privacy and accessibility',
  'nav.breadcrumb': 'You are here',

  // Shown by the visitor's own clock once the night that was promised has not come. Both are a date with its time.
  'late.sentence':
    'New figures were expected by {expected} and have not come. These, as of {asOf}, are older than promised.',

  'footer.freshness': 'How fresh this is',
  'footer.as_of': 'Data as of',
  'footer.built_at': 'Built at',
  'footer.next_expected': 'Next expected',
  'footer.steward': 'Data steward: {steward}, {publisher}.',
  'footer.report_error': 'Report an error in a figure',
  'footer.report_subject': 'An error in a figure: {title}',
  'footer.city_site': 'Website of {publisher}',

  'root.title': '{city}: requests and results',
  'root.description': 'What residents of {city} asked for, whether it was done, and how long it took.',

  'not_found.title': 'There is no page at this address',
  'not_found.description': 'There is no page at this address.',
  'not_found.sentence': 'It may have moved, or the address may hold a typing error. These pages lead everywhere else:',

  'overview.title': 'What residents asked for, and what became of it',
  'overview.description':
    'Requests to {city} in {month}: how many, how many were done, how long they took and what is still waiting.',
  'overview.lead': 'Residents’ requests to {city}, counted every night.',
  'overview.glance': 'The figures, each for its latest complete month',
  'overview.asked': 'What residents asked for',
  'overview.done': 'Was it done?',
  'overview.long': 'How long did it take?',
  'overview.waiting': 'What is still waiting',
  'overview.areas': 'Across the city',
  'overview.further': 'Look further',
  'overview.top_sentence': {
    one: 'The service most asked for {period} was {first}.',
    other: 'The {count} services most asked for {period}; {first} leads.',
  },
  // None leads: the first two were asked for as often.
  'overview.top_even': {
    one: 'The service most asked for {period}.',
    other: '{count} of the services most asked for {period}.',
  },
  'overview.all_services': {
    one: 'The one service, with its times and its target',
    other: 'All {count} services, each with its times and its target',
  },
  'overview.all_live': 'When each street was last plowed',
  'overview.all_areas': { one: 'The one area of the city', other: 'All {count} areas of the city' },
  'overview.all_methods': 'How each figure is made',
  'overview.all_data': 'Every number, to download',
  'overview.no_closing':
    'The city’s records do not say whether a request was closed, or when. So these pages tell how much was asked for, and cannot tell whether it was done or how long it took.',
  'overview.first_year':
    'The data do not hold twelve whole months in a row, so these are the figures of one: {month}, the last whole month; a share fulfilled may be of an earlier one.',
  'overview.no_month':
    'The data do not yet hold one whole month, so there is nothing to compare. Figures begin with the first.',

  'scope.counted':
    'City and area figures count services of tiers A and B: public things, and things near a home. Services of tier C, about a person or a property, have their own pages and are in no total. Shares and times leave out comments, inquiries, duplicates, cancelled and invalid requests, and those that are not the city’s to do, so they are of fewer requests than were received.',
  // {services} services of tier C published {count} more requests.
  'scope.tier_c': {
    one: 'In {month}, the tier C services whose month can be published ({services}) add {count} request.',
    other: 'In {month}, the tier C services whose month can be published ({services}) add {count} requests.',
  },
  'scope.tier_c_none': 'No tier C service has a month that can be published for {month}.',
  'scope.tier_c_held': {
    one: 'One further service is published by year only, or withheld because it has too few requests.',
    other: '{count} further services are published by year only, or withheld because they have too few requests.',
  },

  'figure.requests_received': 'Requests received',
  'figure.fulfilment_rate': 'Fulfilled within {days} days',
  'figure.on_time_rate': 'Dealt with on time',
  'figure.closed_within_7_days': 'Dealt with within 7 days',
  'figure.open_requests': 'Open at the end of the month',

  // Under a figure: its 95% interval, what it is a share of, and the end of its twelve months.
  'figure.detail': '{range}, of {n}, to {month}',
  'figure.detail_month': '{range}, of {n}, in {month}',
  'figure.key_note':
    'Figures {period}; under each share or time its 95% interval, and the number of requests it is of.',

  'card.table': 'Table',
  'card.download': 'Download',
  'card.about': 'About',
  'card.about_link': 'How “{measure}” is made',
  'card.as_of': 'Data as of {moment}',
  'card.download_sentence': 'This figure and every other, in the data set “{dataset}”:',
  'card.short_history':
    'No band of earlier years is drawn: it needs the same month in at least {years} earlier years, and the data begin in {month}.',
  'card.begin_open':
    'The records begin on {day}. What was asked before and still open is not in them: the first months show fewer open, and shorter waits, than there were.',
  'card.begin_due':
    'The records begin on {day}. In the first months only what has a short target could fall due, so they are not like the later ones.',
  'card.monthly_too_few': 'Too few months can be published to draw a line; the table has what there is.',

  'chart.band': 'Lowest to highest, same month in up to five earlier years',
  'chart.band_median': 'Median of those years',
  'chart.provisional': 'Provisional: will still move',
  'chart.unfinished': 'Part of a month',
  'chart.events': 'Storms, strikes and outages',
  'chart.city': 'Whole city: {value}',
  'chart.interval': '95% interval',
  'chart.median': 'Half',
  'chart.p90': 'Nine in ten',
  'chart.open': 'Open',
  'chart.overdue': 'Past due',
  'chart.within': { one: '{count} day', other: '{count} days' },
  'chart.map': 'Map of the areas of {city}.',
  'chart.map_one': 'Map of {city} with {area} marked.',

  'table.month': 'Month',
  'table.year': 'Year',
  'table.period': 'Period',
  'table.value': 'Value',
  'table.n': 'Of',
  'table.interval': '95% interval',
  'table.earlier': 'Earlier years',
  'table.numerator': 'Numerator',
  'table.denominator': 'Denominator',
  'table.status': 'Status',
  'table.twelve_months': 'Twelve months to {month}',
  'table.note': 'Note',
  'table.service': 'Service',
  'table.area': 'Area',
  'table.p90_days': 'Nine in ten within (days)',
  'table.requests': 'Requests',
  'table.not_published': 'withheld',
  'table.by_year': 'published by year only',
  'table.none': 'none',
  'table.fulfilled': 'Fulfilled',
  'table.on_time': 'On time',
  'table.median': 'Half within',
  'table.median_days': 'Half within (days)',
  'table.p90': 'Nine in ten within',
  'table.open_end': 'Open',
  'table.tier': 'Tier',
  'table.share': 'Share',
  'table.no_requests': 'no requests',
  'table.range': '{low} to {high}',
  'table.scroll': 'Table: {caption}',
  'table.monthly_caption': '{measure}, by month',
  'table.yearly_caption': '{measure}, by year',

  // Above a chart: what it shows, without numbers.
  'times.days_kicker': 'Days until dealt with',
  'times.within_kicker': 'Share dealt with, by number of days',
  'waiting.kicker': 'Open, and past due, at the end of each month',

  'status.final': 'final',
  'status.provisional': 'provisional',
  'status.unfinished': 'part of the month',

  // Why a value is missing: short, for a cell of a table.
  'missing.no_data': 'the source does not say',
  'missing.suppressed': 'withheld for privacy',
  'missing.no_target': 'no target',
  'missing.not_due': 'not due yet',
  'missing.no_time': 'dates only, no times',
  'missing.unmapped': 'too many unknown outcomes',
  'missing.too_few': 'fewer than 10 requests',
  'missing.not_reached': 'not reached yet',
  'missing.no_data.definition': 'The city’s system does not record what the figure needs, for any request.',
  'missing.suppressed.definition':
    'The service is about people or properties (tier C), and the cell has fewer than 10 requests, or none.',
  'missing.no_target.definition': 'The city has set no target for any request of the cell.',
  'missing.not_due.definition':
    'The requests have not yet had their full time. The share appears when the last of them has.',
  'missing.no_time.definition': 'Every request of the cell has a date but no time of day.',
  'missing.unmapped.definition':
    'More than 5% of the requests were closed with a code that the city has not explained.',
  'missing.too_few.definition':
    'A share or a time of fewer than 10 requests says more about chance than about the service.',
  'missing.not_reached.definition':
    'Too few have been dealt with to say: the others are still open, or were handed on, and the half, or the nine in ten, has not been reached.',

  'services.title': 'Services',
  'services.description': 'Every service of {city}: requests, how many were done and on time, and how long they took.',
  'services.lead': {
    one: '{count} service, with its figures {period}.',
    other: '{count} services, with their figures {period}.',
  },
  'services.fulfilment_note':
    'The share fulfilled is of the requests received {period}, the newest that have all had {days} days.',
  'services.dash_note':
    'A dash stands where there is nothing to say: tier C services publish no share on time and no open requests, and no figure for twelve months of which one is withheld.',
  'services.groups': 'Groups of services',

  'service.description':
    '{service} in {city}: how many requests, how many were done and on time, and how long they took.',
  'service.report': 'Make a request on the city’s portal',
  'service.no_requests': 'No request for this service has been published.',
  'service.nothing_to_do':
    'These are comments or inquiries: they ask for no work, so there is no share fulfilled, no time and nothing open.',
  'service.volume': 'How many requests?',
  'service.done': 'Are they done?',
  'service.long': 'How long do they take?',
  'service.waiting': 'What is still waiting',
  'service.target': 'The target',
  'service.target_by_request':
    'The city lists no target for this service. Its system gives requests a due time of their own; the share on time is of those that have one.',
  'service.target_none': 'The city has set no target for this service, so it has no share on time.',
  'service.target_now': 'The city aims to deal with each request within {target}.',
  'service.business_days':
    'A business day is Monday to Friday, except the days on which the city’s offices are closed.',
  'service.holidays': 'The days on which they are closed',
  'service.target_history': 'Targets for this service',
  'service.target_from': 'Requests received from',
  'service.target_value': 'Target',
  'service.target_owner': 'Set by',
  'service.tier_c_title': 'Why so little is published',
  'service.tier_c':
    'This service is about a person or a property (tier C). No single request is published and it is in no total of the city or of an area. Months or years with fewer than 10 requests, or none, are withheld.',
  'service.tier_c_year':
    'Months are shown in a year only if each month of the year before had 10 requests or more. That is not so here, so only whole years are.',
  'service.years': 'By year',
  'service.years_sentence': 'What can be published of this service, year by year.',
  'target.hours': { one: '{count} hour', other: '{count} hours' },
  'target.days': { one: '{count} day', other: '{count} days' },
  'target.business_days': { one: '{count} business day', other: '{count} business days' },

  'areas.title': 'Areas of the city',
  'areas.description': 'Requests in each area of {city}, whether they were done, and how long they took.',
  'areas.lead': 'Each area beside the city’s own rate, in the order in which the city lists them.',
  'areas.caution':
    'More requests do not mean worse service. They may mean more residents, older streets, or people who know how to ask. Areas also ask for different things, and some things take longer everywhere. Areas are not ranked: where an interval crosses the city’s line, the difference may be chance.',
  'areas.table_title': 'The areas in figures',
  'areas.table_caption': 'Areas {period}',
  'areas.measure_caption': '{measure} {period}',
  'areas.dots_title': 'Beside the city’s own rate',
  'areas.dots_sentence': {
    one: '{measure}: the interval of {count} of {areas} areas lies wholly to one side of the city’s {value}.',
    other: '{measure}: the intervals of {count} of {areas} areas lie wholly to one side of the city’s {value}.',
  },
  'areas.dots_none': '{measure}: no area’s interval leaves out the city’s own {value}.',
  'areas.no_rates':
    'No area is set beside the city: the city’s own rates {period} cannot be published, because {reason}.',
  'areas.map_title': 'Where they are',
  'areas.unknown': 'Place missing or withheld',

  'area.description': 'Requests in {area}, {city}: how many, how many were done and on time, and how long they took.',
  'area.residents': '{count} residents ({year}).',
  'area.validity': 'The boundaries of this area have held since {day}.',
  'area.ended': 'The last day of this area is {day}; requests made later belong to others.',
  'area.no_requests': 'No request in this area has been published.',

  'methods.title': 'How the figures are made',
  'methods.description': 'How each figure on this site is defined, when it is final, and why a figure may be missing.',
  'methods.lead':
    'Each figure is made the same way every night, by the rules that stand here, and anyone can download it.',
  'methods.measures': 'The measures',
  'methods.missing_title': 'Why a figure is missing',
  'methods.missing_caption': 'Reasons for a missing figure',
  'methods.reason': 'On the page',
  'methods.code': 'In the files',
  'methods.meaning': 'What it means',
  'methods.tiers_title': 'What is published: three tiers',
  'methods.outcomes_title': 'What became of a request',
  'methods.outcomes_caption': 'Outcomes of a request',
  'methods.outcome': 'Outcome',

  'outcome.open': 'open',
  'outcome.fulfilled': 'fulfilled',
  'outcome.no_action': 'no action needed',
  'outcome.handed_on': 'handed on',
  'outcome.referred': 'referred elsewhere',
  'outcome.duplicate': 'duplicate',
  'outcome.cancelled': 'cancelled',
  'outcome.invalid': 'invalid',
  'outcome.unmapped': 'unexplained',
  'outcome.open.definition': 'Not closed yet.',
  'outcome.fulfilled.definition': 'The work was done. It counts as fulfilled and as dealt with.',
  'outcome.no_action.definition': 'Someone looked, and there was nothing to do. It counts as dealt with.',
  'outcome.handed_on.definition':
    'Closed in the request system while the work goes on elsewhere in the city. It never counts as done.',
  'outcome.referred.definition': 'Not the city’s to do. Left out of rates and times.',
  'outcome.duplicate.definition': 'The same thing was already reported. Left out of rates and times.',
  'outcome.cancelled.definition': 'Withdrawn by the person who asked. Left out of rates and times.',
  'outcome.invalid.definition': 'Not a request that anyone could act on. Left out of rates and times.',
  'outcome.unmapped.definition': 'Closed with a code that the city has not explained. It never counts as done.',

  'outcomes.kicker': 'What became of them',
  'outcomes.caption': 'Requests received {period}, by what is known of them today',
  'outcomes.note':
    'Each request has one outcome. Those that take it out of the shares and times are shown here all the same.',

  'tier.A': 'A, a public thing',
  'tier.B': 'B, near a home',
  'tier.C': 'C, about a person or a property',
  'tier.caption': 'What is published in each tier',
  'tier.records': 'Records',
  'tier.figures': 'Figures',
  'tier.A.records': 'Each request, with its area and at most the nearest intersection, and times to the hour.',
  'tier.B.records': 'Each request, with the area only, and dates only.',
  'tier.C.records': 'None.',
  'tier.A.figures': 'All, in every total.',
  'tier.B.figures': 'All, in every total.',
  'tier.C.figures': 'City-wide and by service only, from 10 requests; in no total.',

  'data.title': 'Data to download',
  'data.description':
    'Every number on this site as CSV, Arrow and Parquet, with its dictionary, licence and how to cite it.',
  'data.lead': 'Every number on this site comes out of these files. They are the same rows and values in each format.',
  'data.files': 'Data sets',
  'data.rows': { one: '{count} row', other: '{count} rows' },
  'data.dictionary': 'Dictionary of “{dataset}”',
  'data.formats': 'CSV opens in any spreadsheet. Arrow and Parquet keep the types, and are made for programs.',
  'data.manifest': 'The manifest lists each file with its size and its SHA-256 sum:',
  'data.cite_title': 'How to cite',
  'data.cite': '{publisher}, “{site}”, data as of {moment}, release {release}, {url}',
  'data.licence_title': 'Licence',
  'data.licence_sentence': 'These data are published by {publisher} under:',
  'data.identify_title': 'Do not try to identify people',
  'data.identify':
    'The records are de-identified: names, contacts, free text and exact places are not in them. Do not try to find out who made a request, and do not combine them with other files to that end. If you believe that a record points to a person, tell the data steward and it will be looked at.',
  'data.quality_title': 'What was found on the way',
  // {day}: the last day that the data hold.
  'data.quality_sentence':
    'How many records each rule touched on the night of this release, whose data end with {day}.',
  // {before}, {without}: numbers of records, 0 among them.
  'data.quality_durations':
    'Closed before they were requested: {before}. Closed without a time of closing: {without}. Their outcomes count; their durations are in no figure of how long it took.',
  'data.quality_withheld':
    'Requests of tier C, about a person or a property, are not counted here: beside the published figures, their number could tell what is withheld. Only rejected and replaced records are counted whatever their service.',
  'data.quality_history': 'How these counts moved from night to night',
  'data.nights_title': 'Night by night',
  // {day}: the last day of the newest night's data. One: no other night is kept yet.
  'data.nights_sentence': {
    one: 'The first night kept is that of {day}. From the next one on, the nights stand here side by side.',
    other:
      'The last {count} published nights, newest first, each by the last day of its data. A count that jumps says that a report of the source, or a list of the city, has changed.',
  },
  'data.nights_caption': 'Records by night and reason',
  'data.night': 'Night of',
  'data.quality_caption': 'Records by reason',
  'data.reason': 'Reason',
  'data.records': 'Records',
  'data.warnings_title': 'Before you use them',

  // The name of the page, apart from the page of the same name about the services themselves.
  'dataset.title': 'Data set: {dataset}',
  'dataset.description': '{dataset}: each column with its type and what it means, and the files to download.',
  'dataset.columns': 'Columns',
  'dataset.columns_caption': 'Columns of “{dataset}”',
  'dataset.column': 'Column',
  'dataset.column_title': 'Title',
  'dataset.type': 'Type',
  'dataset.meaning': 'What it means',
  'dataset.values': 'Values: {values}',
  'dataset.unit': 'Unit: {unit}',
  'dataset.unit.day': 'day of 24 hours',
  'dataset.unit.degree': 'degree',
  'dataset.files': 'Files',
  'dataset.sorted': 'Rows are sorted by {columns}.',
  'dataset.type.code': 'code',
  'dataset.type.text': 'text',
  'dataset.type.timestamp': 'moment, UTC',
  'dataset.type.date': 'local date',
  'dataset.type.number': 'number',
  'dataset.type.integer': 'whole number',
  'dataset.type.boolean': 'true or false',

  'quality.published_tier_a': 'Published, tier A',
  'quality.published_tier_b': 'Published, tier B',
  'quality.rejected_no_requested_at': 'Rejected: no usable date of request',
  'quality.rejected_no_id': 'Rejected: no identifier',
  'quality.superseded': 'Replaced by a newer version of the same record',
  'quality.unmapped_outcome': 'Closing code that the city has not explained',
  'quality.unmapped_channel': 'Channel that no list of the city names',
  'quality.unknown_area': 'Place missing or withheld',
  'quality.overruled_area': 'The point lies in another area than the one recorded: the point counts',
  'quality.moved_target': 'Due time moved by the city’s request system: the first one seen counts',
  'quality.closed_before_requested': 'Closed before it was requested: its duration is not used',
  'quality.closed_without_time': 'Closed without a time of closing',

  // The same as headings of narrow columns.
  'quality_short.published_tier_a': 'Published, tier A',
  'quality_short.published_tier_b': 'Published, tier B',
  'quality_short.rejected_no_requested_at': 'Rejected: no date',
  'quality_short.rejected_no_id': 'Rejected: no identifier',
  'quality_short.superseded': 'Replaced',
  'quality_short.unmapped_outcome': 'Code not explained',
  'quality_short.unmapped_channel': 'Channel not listed',
  'quality_short.unknown_area': 'Place missing',
  'quality_short.overruled_area': 'Another area by its point',
  'quality_short.moved_target': 'Target moved',
  'quality_short.closed_before_requested': 'Closed too early',
  'quality_short.closed_without_time': 'Closed, no time',

  // Shown above the downloads, from 1 % of the records.
  'warning.unmapped_outcome': {
    one: '{count} record was closed with a code that the city has not explained. It never counts as done.',
    other: '{count} records were closed with a code that the city has not explained. They never count as done.',
  },
  'warning.unmapped_channel': {
    one: '{count} record came through a channel that no list of the city names.',
    other: '{count} records came through a channel that no list of the city names.',
  },
  'warning.other': 'A check found something that readers should know ({code}: {count}).',

  'about.title': 'Privacy and accessibility',
  'about.description': 'What this site knows about people (nothing), and how to use it with assistive technology.',

  'about.contact': '{steward}, {publisher}:',

  // Bytes, for people: a file of {size} megabytes.
  'size.kilobytes': '{size} kB',
  'size.megabytes': '{size} MB',
  /** A time that rounds to no day at all, in “dealt with within {value}”. */
  'days.none': 'a day',
  'days.hours': { one: '{value} hour', other: '{value} hours' },
  'days.value': { one: '{value} day', other: '{value} days' },
} as const;
