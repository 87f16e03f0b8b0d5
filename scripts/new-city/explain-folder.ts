/** The page beside a new `city.json`, which can hold no comments: what each key and list means as it was filled. */

import { count, mostAskedFor } from './describe-proposal.ts';
import { explainHolidays, type ProposedHolidays } from './propose-holidays.ts';
import type { ProposedLists } from './propose-lists.ts';
import type { ProposedStatus } from './propose-outcomes.ts';
import type { CitySettingsSpec, SourceFacts } from './write-folder.ts';

export interface Explained {
  readonly settings: CitySettingsSpec;
  readonly source: SourceFacts;
  readonly lists: ProposedLists;
  readonly statuses: readonly ProposedStatus[];
  readonly holidays: ProposedHolidays;
  readonly recordCount: number;
  /** Names of columns: no value of them is known here. */
  readonly unread: readonly string[];
}

export function explainFolder(explained: Explained): string {
  const { settings, lists, statuses, holidays, recordCount, unread } = explained;
  const most = mostAskedFor(lists.serviceTallies, recordCount);
  return `# ${Object.values(settings.name)[0]}

Everything about this city stands in this folder. \`npm run new-city\` filled it from ${count(recordCount)} records of a real
export; from here on people write it. \`npm run check-config\` names all that is wrong with it, and writes nothing.

## city.json

| key | meaning |
| --- | --- |
| \`id\` | names the city in files and addresses; do not change it later |
| \`name\`, \`languages\`, \`time_zone\` | as you said. The first language is the default |
| \`site.url\` | where the site will be published |
| \`site.accent\` | the one colour of the site, \`#rrggbb\` |
| \`site.city_url\`, \`site.portal_url\` | the city's own website, and where a resident makes a request |
| \`publisher\` | who answers for the figures: \`name\`, \`steward\` (the office), \`email\` |
| \`licence\` | of the open data: its name and address |
| \`expected_by\` | local time by which the night's figures are promised |
| \`sources\` | where the records come from: below |

Addresses of \`example.org\` and \`Licence to be chosen\` are placeholders: replace each before the site is public.

### The source \`crm\`

| key | meaning |
| --- | --- |
${explainSource(explained.source)}

Columns that are not named in \`fields\` are not read, and nothing of them is stored: ${unread.join(', ') || 'none'}.
Free text, names, addresses and numbers to call must stay among them.

## The lists

A value of the export belongs to a row by its \`matches\`: several are separated by \`|\`, capital letters do not count.

- **services.csv**, most asked for first. Each is in tier C, of which no record is published, until you write A (a public
  thing: a pothole) or B (near a home: a missed collection). C is right for what is about a person or a property. The first
  ${most} make nine requests in ten. \`kind\` is request, complaint, application, comment or inquiry.
- **service_groups.csv** and **departments.csv**: a proposal${lists.departments.length > 1 ? ', made of the departments of the export' : ''}; rename and regroup as residents would say it.
- **statuses.csv**: what each status and closure reason means; the first row that fits counts. Outcomes: open, fulfilled
  (the work was done), no_action (looked at, nothing to do), handed_on (closed, but the work goes on elsewhere), referred
  (not the city's), duplicate, cancelled, invalid, unmapped (nobody has said).
- **channels.csv**: how requests come in.
- **areas.geojson**: the wards, by name only${settings.languages.length > 1 ? ' (a name of its own is proposed alike in both languages: look at each)' : ''}. With their polygons in longitude and latitude a request's area is found by its point.
${explainHolidays(holidays)}
- **targets.csv**, **events.csv**: empty; targets by service, storms.

Values of channels, departments, areas and statuses with under 5 records were left out: in such a few a name may have
slipped into the wrong column.

## Counted on the day it was made

| records | status | closure | outcome |
| --- | --- | --- | --- |
${statuses
  .filter(({ records }) => records > 0)
  .map((row) => `| ${count(row.records)} | ${cell(row.status)} | ${cell(row.closure || '(blank)')} | ${row.outcome} |`)
  .join('\n')}

| records | service |
| --- | --- |
${lists.serviceTallies.map(({ text, records }) => `| ${count(records)} | ${cell(text)} |`).join('\n')}
`;
}

function explainSource({ delivery, dateFormats, encoding, delimiter, months, fields }: SourceFacts): string {
  const rows: [string, string][] = [
    ['folder, pattern', `where the export is, and the names of its files. A file with a new name each night needs a pattern: \`*.csv\``],
    ...(encoding === undefined ? [] : [['encoding', `found: ${encoding}`] as [string, string]]),
    ...(delimiter === undefined ? [] : [['delimiter', 'found: what parts the columns'] as [string, string]]),
    ['date_format', `found: how times are written (${[...new Set(dateFormats.values())].map((one) => `\`${one}\``).join(', ')})`],
    ...(delivery.files.length > 1 && !fields.some(({ field }) => field === 'id')
      ? [['delivery, order', `each file holds whole months. Where several hold the same one, the last in \`order\` counts${months.size > 0 ? ': the order is that of the files’ own times, look at it' : ''}`] as [string, string]]
      : []),
    ['fields', 'which column is which: correct it here'],
  ]; // prettier-ignore
  return rows.map(([key, meaning]) => `| \`${key}\` | ${meaning} |`).join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
