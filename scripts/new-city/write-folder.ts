/** Writes the new city folder: the settings, the lists, and a page that explains each as it stands. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CitySettings, cityLists, type CityListName, type Language } from '../../src/contract/city.ts';
import type { FilesSource } from '../../src/contract/sources.ts';
import { csvLine } from '../support/csv-line.ts';
import type { Delivery } from './find-delivery.ts';
import { slugOf } from './make-codes.ts';
import type { ProposedField } from './propose-fields.ts';
import type { CityNames, ListRow, ProposedLists } from './propose-lists.ts';
import type { ProposedStatus } from './propose-outcomes.ts';

export const SOURCE_ID = 'crm';

/** Stands where a person has to write; `npm run check-config` names each that is left. */
export const PLACEHOLDER_HOST = 'example.org';

export const LICENCE_TO_CHOOSE: Record<Language, string> = { en: 'Licence to be chosen', fr: 'Licence à choisir' };

export interface SourceFacts {
  readonly delivery: Delivery;
  readonly fields: readonly ProposedField[];
  readonly dateFormats: ReadonlyMap<string, string>;
  readonly encoding: FilesSource['encoding'];
  readonly delimiter: FilesSource['delimiter'];
  /** Whether some month is in several of the files. */
  readonly months: ReadonlyMap<string, readonly string[]>;
}

/** As a person writes them: what a default says is left out. */
export type CitySettingsSpec = Omit<CitySettings, 'demo' | 'fulfilment_horizon_days' | 'sources'> & {
  readonly sources: readonly object[];
};

export function proposeSettings(city: CityNames, timeZone: string, source: SourceFacts): CitySettingsSpec {
  const inEach = (texts: Record<Language, string>) =>
    Object.fromEntries(city.languages.map((language) => [language, texts[language]]));
  return {
    id: slugOf(Object.values(city.name)[0] ?? '', 'city').replaceAll('_', '-'),
    name: city.name,
    languages: [...city.languages],
    time_zone: timeZone,
    site: {
      url: `https://requests.${PLACEHOLDER_HOST}`,
      accent: '#1f4e79',
      city_url: `https://www.${PLACEHOLDER_HOST}`,
      portal_url: `https://www.${PLACEHOLDER_HOST}/311`,
    },
    publisher: {
      name: city.name,
      steward: inEach({ en: 'Open data office', fr: 'Bureau des données ouvertes' }),
      email: `open-data@${PLACEHOLDER_HOST}`,
    },
    licence: {
      name: inEach(LICENCE_TO_CHOOSE),
      url: `https://www.${PLACEHOLDER_HOST}/licence`,
    },
    expected_by: '06:00',
    sources: [proposeSource(source)],
  };
}

function proposeSource({ delivery, fields, dateFormats, encoding, delimiter, months }: SourceFacts): object {
  const usual = dateFormats.get('requested_at') ?? 'iso';
  const hasId = fields.some(({ field }) => field === 'id');
  const isByMonth = delivery.files.length > 1 && !hasId;
  return {
    id: SOURCE_ID,
    kind: 'files',
    folder: delivery.folder,
    pattern: delivery.pattern,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    date_format: usual,
    ...(isByMonth ? { delivery: 'full_by_month' } : {}),
    ...(isByMonth && sharedMonths(months).length > 0 ? { order: delivery.files } : {}),
    fields: Object.fromEntries(
      fields.map(({ field, column }) => {
        const own = dateFormats.get(field);
        return [field, own === undefined || own === usual ? column : { column, date_format: own }];
      }),
    ),
  };
}

/** Months that several files hold: of each, the file delivered last counts. */
export function sharedMonths(months: ReadonlyMap<string, readonly string[]>): string[] {
  const all = [...months.values()].flat().sort();
  return [...new Set(all.filter((month, index) => all.indexOf(month) < index))];
}

export interface FolderTexts {
  readonly settings: CitySettingsSpec;
  readonly lists: ProposedLists;
  readonly statuses: readonly ProposedStatus[];
  readonly holidays: readonly ListRow[];
  readonly readme: string;
}

/** The folder must not be there. Its owner alone may read it: it names the city's systems. */
export async function writeFolder(
  folder: string,
  { settings, lists, statuses, holidays, readme }: FolderTexts,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { languages } = settings;
  const files: Record<string, string> = {
    'README.md': readme,
    'city.json': `${JSON.stringify(settings, null, 2)}\n`,
    'areas.geojson': areasText(lists.areas),
    'services.csv': listText('services', lists.services, languages),
    'service_groups.csv': listText('service_groups', lists.service_groups, languages),
    'departments.csv': listText('departments', lists.departments, languages),
    'channels.csv': listText('channels', lists.channels, languages),
    'statuses.csv': listText(
      'statuses',
      statuses.map(({ status, closure, outcome }) => ({ source: SOURCE_ID, status, closure, outcome })),
      languages,
    ),
    'targets.csv': listText('targets', [], languages),
    'holidays.csv': listText('holidays', holidays, languages),
    'events.csv': listText('events', [], languages),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}

/** The columns in the order of the contract, names in the city's languages only. */
function listText(name: CityListName, rows: readonly ListRow[], languages: readonly Language[]): string {
  const columns = Object.keys(cityLists[name].shape).filter(
    (column) => !column.startsWith('name_') || languages.some((language) => column === `name_${language}`),
  );
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((values) => `${csvLine(values)}\n`)
    .join('');
}

function areasText(areas: readonly ListRow[]): string {
  const features = areas.map((properties) => ({ type: 'Feature', properties, geometry: null }));
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${lines}${lines === '' ? '' : '\n'}]}\n`;
}
