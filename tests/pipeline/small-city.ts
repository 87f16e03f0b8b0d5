/** A city of a few hundred requests in one CSV file: a night of it takes seconds. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { markDelivered } from '../support/mark-delivered.ts';

export const smallCityRows = 420;
const hourMs = 3_600_000;

export interface SmallCityOptions {
  /** One that is no demonstration needs a secret. */
  readonly demo?: boolean;
  /** Where its site is published. */
  readonly url?: string;
}

/** Writes `city/` and the CRM's file below the data folder. Requests from 2024-01 to 2025-03, local times of Toronto. */
export async function writeSmallCity(
  dataFolder: string,
  { demo = true, url = 'https://smallville.example.org' }: SmallCityOptions = {},
): Promise<void> {
  const city = join(dataFolder, 'city');
  await mkdir(join(city, 'crm'), { recursive: true });
  const files: Record<string, string> = {
    'city.json': JSON.stringify(settings(demo, url)),
    'areas.geojson': JSON.stringify({ type: 'FeatureCollection', features: ['north', 'south'].map(area) }),
    'service_groups.csv': 'service_group,name_en\nroads,Roads\nhomes,Homes\n',
    'departments.csv': 'department,name_en,matches\nworks,Public works,\n',
    'channels.csv': 'channel,name_en,matches\nphone,Telephone,\nweb,Web,\n',
    'services.csv': [
      'service_code,service_group,department,kind,tier,name_en,matches',
      'pothole,roads,works,request,A,Pothole,',
      'tree,homes,works,request,B,Tree,',
      'noise,homes,works,complaint,C,Noise,',
      '',
    ].join('\n'),
    'statuses.csv': 'source,status,closure,outcome\n*,Open,*,open\n*,Closed,*,fulfilled\n',
    'targets.csv': 'service_code,valid_from,value,unit,owner\npothole,2020-01-01,5,days,Council\n',
    'crm/requests.csv': requestsCsv(),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(city, name), text);
  await markDelivered(join(city, 'crm/requests.csv'));
}

function settings(demo: boolean, url: string) {
  const name = { en: 'Smallville' };
  return {
    id: 'smallville',
    name,
    languages: ['en'],
    time_zone: 'America/Toronto',
    demo,
    site: { url, accent: '#0b5c7a', city_url: url, portal_url: `${url}/311` },
    publisher: { name, steward: name, email: 'data@smallville.example.org' },
    licence: { name: { en: 'A licence' }, url: `${url}/licence` },
    expected_by: '06:00',
    sources: [
      {
        ...{ id: 'crm', kind: 'files', folder: 'crm', pattern: '*.csv', encoding: 'utf-8', delimiter: ',' },
        date_format: 'iso',
        fields: Object.fromEntries(columns.map((column) => [column, column])),
      },
    ],
  };
}

function area(id: string) {
  return { type: 'Feature', properties: { area_id: id, name_en: id, population: { 2021: 5000 } }, geometry: null };
}

const columns = ['id', 'requested_at', 'closed_at', 'status', 'service', 'channel', 'area'] as const;

/** A request a day and a bit; every ninth is still open. */
function requestsCsv(): string {
  const rows = Array.from({ length: smallCityRows }, (_, index) => {
    const requested = Date.UTC(2024, 0, 1, 14) + index * 26 * hourMs;
    const isOpen = index % 9 === 0;
    const closed = isOpen ? '' : local(requested + (1 + ((index * 37) % 400)) * hourMs);
    const service = ['Pothole', 'Pothole', 'Tree', 'Noise'][index % 4];
    const place = [index % 2 === 0 ? 'Phone' : 'Web', index % 3 === 0 ? 'north' : 'south'];
    return [`C-${index}`, local(requested), closed, isOpen ? 'Open' : 'Closed', service, ...place].join(',');
  });
  return `${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

function local(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}
