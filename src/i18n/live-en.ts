/** The sentences of the live pages in English, apart from the others: a browser loads these, in one language. */

export const liveEn = {
  'live.title': 'When was my street plowed?',
  'live.description':
    'For each street of {city}: when it was last served in this storm, how sure that is, and what the city’s standard is.',
  'live.lead': 'Ask for a street, an address or a corner. The answer is what the plows’ own positions say.',
  'live.now': 'Right now',
  // Stands where the newest times will be once the script has read them.
  'live.asking': 'Asking for the newest times…',
  'live.without_script':
    'The search and the newest times need scripts. These plain texts say the same, street by street:',
  'live.plain_text': '{area}, as plain text',
  'live.plain_texts': 'The same as plain text, with no script and no map',

  'live.search': 'Street, address or corner',
  'live.search_hint': 'Such as “{address}” or “{corner}”. The spelling need not be exact.',
  'live.corner_example': '{first} and {second}',
  'live.find': 'Find',
  'live.suggestions': 'Suggestions',
  'live.suggested': { one: '{count} suggestion.', other: '{count} suggestions.' },
  'live.not_found':
    'No street here is like “{query}”. Try its name alone, without the number, or find it in its area below.',
  'live.unreadable': 'The list of streets cannot be read now. The plain texts below may still be there.',
  'live.no_number': 'No block of {street} is known to hold number {number}. This is the whole street.',
  'live.corner': '{first} and {second}',
  'live.street_page': '{street}, block by block',
  'live.answer': 'Answer',
  // Above the words that nothing was found, or that nothing could be read.
  'live.no_answer': 'No answer',

  'live.block_between': '{street}, between {from} and {to}',
  'live.block_from': '{street}, from {from}',
  'live.between': 'between {from} and {to}',
  'live.from_one': 'from {from}',
  'live.whole': 'whole street',
  // Joins the names of the streets that meet at one corner.
  'live.or': '{first} / {second}',

  // By the visitor's clock. {time} is a time of day; with its day where that is not today.
  'live.fresh.live':
    'Live. The newest position is from {time}. Positions are shown {minutes} minutes late on purpose, for the safety of the people who drive.',
  'live.fresh.behind': 'A few minutes behind. The newest position is from {time}.',
  'live.fresh.delayed': 'Delayed. The newest position is from {time}.',
  'live.fresh.silent': 'No positions since {time}; street times here are the last known.',
  'live.fresh.waiting': 'A storm is being worked, and no position can be shown yet.',
  'live.fresh.standby': 'No storm is being worked now. Any street times here are of the last one.',
  'live.fresh.off_season': 'It is off season: no plow is expected, and none reports.',
  'live.fresh.none': 'There is no live information at the moment. No data does not mean “not plowed”.',
  'live.fresh.paused': 'Paused {time}: nothing here moves until you resume.',
  'live.fresh.differ':
    'The city’s streets were changed after this page was made. Until it is made again, the plain texts have the newest times.',
  'live.reporting': {
    one: '{count} of {of} vehicles is reporting. No data does not mean “not plowed”.',
    other: '{count} of {of} vehicles are reporting. No data does not mean “not plowed”.',
  },
  'live.pause': 'Pause',
  'live.resume': 'Resume',

  'live.service.plow': 'Plowing',
  'live.service.salt': 'Salting',
  'live.service.sand': 'Sanding',
  'live.service.cut_back': 'Cutting back',
  'live.service.snow_removal': 'Snow removal',
  'live.service.laneway': 'Plowing of the laneway',
  'live.service.sidewalk': 'Sidewalk',
  'live.service.bus_stop': 'Bus stops',

  // {time} is absolute, {ago} “about 25 minutes ago”.
  'live.done.plow': 'Plowed {time}, {ago}.',
  'live.done.salt': 'Salted {time}, {ago}.',
  'live.done.sand': 'Sanded {time}, {ago}.',
  'live.done.cut_back': 'Cut back {time}, {ago}.',
  'live.done.snow_removal': 'Snow removed {time}, {ago}.',
  'live.done.laneway': 'Laneway plowed {time}, {ago}.',
  'live.done.sidewalk': 'Sidewalk cleared {time}, {ago}.',
  'live.done.bus_stop': 'Bus stop cleared {time}, {ago}.',
  'live.likely.plow': 'Likely plowed {time}, {ago}.',
  'live.likely.salt': 'Likely salted {time}, {ago}.',
  'live.likely.sand': 'Likely sanded {time}, {ago}.',
  'live.likely.cut_back': 'Likely cut back {time}, {ago}.',
  'live.likely.snow_removal': 'Snow likely removed {time}, {ago}.',
  'live.likely.laneway': 'Laneway likely plowed {time}, {ago}.',
  'live.likely.sidewalk': 'Sidewalk likely cleared {time}, {ago}.',
  'live.likely.bus_stop': 'Bus stop likely cleared {time}, {ago}.',
  // A vehicle without a sensor: never “plowed”.
  'live.drove.plow': 'A plow drove this street {time}, {ago}. Whether its blade was down is not known.',
  'live.drove.salt': 'Salting: a vehicle drove this street {time}, {ago}. Whether it spread salt is not known.',
  'live.drove.sand': 'Sanding: a vehicle drove this street {time}, {ago}. Whether it spread sand is not known.',
  'live.drove.cut_back': 'Cutting back: a plow drove this street {time}, {ago}. Whether its wing was out is not known.',
  'live.drove.snow_removal':
    'Snow removal: a vehicle drove this street {time}, {ago}. Whether it removed snow is not known.',
  'live.drove.laneway': 'A plow drove this laneway {time}, {ago}. Whether its blade was down is not known.',
  'live.drove.sidewalk': 'Sidewalk: a machine drove by {time}, {ago}. Whether it was at work is not known.',
  'live.drove.bus_stop': 'Bus stops: a machine drove by {time}, {ago}. Whether it was at work is not known.',
  'live.said.blocked': '{service}: reported blocked {time}, {ago}, by the crew.',
  'live.said.skipped': '{service}: reported skipped {time}, {ago}, by the crew.',
  'live.said.inspected': '{service}: inspected {time}, {ago}, by a supervisor.',
  'live.none': '{service}: no pass seen since the storm began {time}. No data does not mean “not plowed”.',
  // The same, short, in a cell of a table.
  'live.cell.none': 'No pass seen since the storm began.',
  'live.cell.hidden': 'Hidden for now on a dispatcher’s order.',
  'live.hidden': '{service}: hidden for now on a dispatcher’s order, which does not mean “not done”.',
  // How sure a pass is: the blade, the path and the clock agree; one of them is weak; several are.
  'live.sure.A': 'Seen plainly.',
  'live.sure.B': 'Seen, with a small doubt.',
  'live.sure.C': 'Not sure: the positions could also be of another street or lane.',
  'live.next': 'When the next pass comes is not known, and no arrival time is made up here.',

  'live.at_time': 'at {time}',
  'live.at_day_time': 'on {day} at {time}',
  'live.about_time': 'at about {time}',
  'live.about_day_time': 'on {day} at about {time}',
  'live.just_now': 'just now',
  'live.minutes_ago': { one: 'about {count} minute ago', other: 'about {count} minutes ago' },
  'live.hours_ago': { one: 'about {count} hour ago', other: 'about {count} hours ago' },
  'live.days_ago': { one: 'about {count} day ago', other: 'about {count} days ago' },

  // Parts of a street, joined by semicolons after the name of the service.
  'live.parts': '{service}: {parts}.',
  'live.part.done': {
    one: '{count} of {total} blocks done {time}',
    other: '{count} of {total} blocks done, the last {time}',
  },
  'live.part.likely': {
    one: '{count} of {total} likely done {time}',
    other: '{count} of {total} likely done, the last {time}',
  },
  'live.part.drove': {
    one: '{count} of {total} driven by a vehicle without a sensor {time}',
    other: '{count} of {total} driven by a vehicle without a sensor, the last {time}',
  },
  'live.part.blocked': {
    one: '{count} of {total} reported blocked {time}',
    other: '{count} of {total} reported blocked, the last {time}',
  },
  'live.part.skipped': {
    one: '{count} of {total} reported skipped {time}',
    other: '{count} of {total} reported skipped, the last {time}',
  },
  'live.part.inspected': {
    one: '{count} of {total} inspected {time}',
    other: '{count} of {total} inspected, the last {time}',
  },
  'live.part.none': {
    one: '{count} of {total} with no pass seen since the storm began',
    other: '{count} of {total} with no pass seen since the storm began',
  },
  'live.part.hidden': {
    one: '{count} of {total} hidden on a dispatcher’s order',
    other: '{count} of {total} hidden on a dispatcher’s order',
  },

  'live.standards': 'The standard',
  'live.standards_none': 'No standard for this class of street stands in the city’s list.',
  'live.standard': '{service}: within {hours} after the snow has ended, or as the decision says.',
  // Where several classes of street meet: {service} of streets of this {class}.
  'live.standard_of': '{service} ({class}): within {hours} after the snow has ended, or as the decision says.',
  'live.standard_link': 'Council’s decision, in force since {day}',
  'live.hours': { one: '{count} hour', other: '{count} hours' },

  'live.class.highway': 'highway',
  'live.class.arterial': 'main street',
  'live.class.collector': 'collector',
  'live.class.local': 'local street',
  'live.class.laneway': 'laneway',
  'live.class.path': 'path',

  'live.areas_title': 'The streets, by area',
  'live.areas_caption': 'Areas, their streets and the newest times',
  'live.area_sentence': {
    one: '{count} of {total} blocks served, as far as is known, {time}.',
    other: '{count} of {total} blocks served, as far as is known, the last {time}.',
  },
  'live.area_column': 'Area',
  'live.streets_column': 'Streets',
  'live.street_column': 'Street',
  'live.block_column': 'Block',
  'live.numbers_column': 'Numbers',
  'live.class_column': 'Class',
  'live.times_column': 'Last pass',
  // Stands in a cell until a script fills it.
  'live.times_none': 'not known',
  'live.times_none_now': 'No times are known now.',
  'live.area_title': 'Streets of {area}',
  'live.area_description': 'Each street of {area}, {city}: when it was last served in this storm.',
  'live.area_lead': {
    one: '{count} street, with the newest time of each.',
    other: '{count} streets, with the newest time of each.',
  },
  'live.no_area': 'Outside every area',
  'live.street_description':
    '{street}, {city}: when it was last served in this storm, its class and the standard for it.',
  'live.street_lead': { one: '{count} block ({classes}).', other: '{count} blocks ({classes}).' },
  'live.blocks_title': 'Block by block',
  'live.blocks_caption': 'Blocks of {street}',
  'live.in_areas': 'Streets of the same area',
  'live.back': 'Ask for another street',
  'live.privacy':
    'Positions are shown late, without names, and never near a yard or a parked vehicle. Raw positions are not published.',

  'live.map_title': 'The map',
  'live.map_sentence': 'The map says what the tables say, with the vehicles. It loads half a megabyte.',
  'live.map_show': 'Show the map',
  'live.map_loading': 'The map is loading…',
  'live.map_failed': 'This browser cannot draw the map. The tables below say the same.',
  'live.map_label': 'Map of the streets by the age of the last pass. The tables below say the same.',
  'live.map_zoom_in': 'Zoom in',
  'live.map_zoom_out': 'Zoom out',
  'live.map_service': 'Colour the streets by',
  // Said of the street that was pointed at.
  'live.map_chosen': '{street}. {sentences}',
  'live.map_unnamed': 'A street without a name',
  'live.map_point': 'Point at a street to read what is known of it.',
  'live.map_keys': 'With the map in focus, the arrow keys move it, + and − zoom in and out.',
  // Over the map, where a finger or a wheel would scroll the page. {key} is Ctrl or ⌘.
  'live.map_fingers': 'Two fingers move the map',
  'live.map_wheel': '{key} and the wheel zoom the map',
  'live.legend': 'What the colours mean',
  'live.legend.under_2': 'under 2 hours ago',
  'live.legend.under_6': '2 to 6 hours ago',
  'live.legend.under_12': '6 to 12 hours ago',
  'live.legend.under_24': '12 to 24 hours ago',
  'live.legend.over_24': 'over 24 hours ago',
  'live.legend.none': 'not since the storm began, as far as is known',
  'live.legend.likely': 'hatched: likely only',
  'live.legend.vehicle': 'vehicle, as it was some minutes ago',
  'live.vehicles': { one: '{count} vehicle on the map.', other: '{count} vehicles on the map.' },
} as const;
