/** A small valid city folder for tests, and a way to write it with some of its files changed. */

import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const settings = {
  id: 'pine-harbour',
  name: { en: 'Pine Harbour', fr: 'Havre-des-Pins' },
  languages: ['en', 'fr'],
  time_zone: 'America/Toronto',
  site: {
    url: 'https://dashboard.example.ca/',
    accent: '#0a5c8a',
    city_url: 'https://www.example.ca/',
    portal_url: 'https://www.example.ca/report',
  },
  publisher: {
    name: { en: 'City of Pine Harbour', fr: 'Ville de Havre-des-Pins' },
    steward: { en: 'Data office', fr: 'Bureau des données' },
    email: 'data@example.ca',
  },
  licence: { name: { en: 'Open licence', fr: 'Licence ouverte' }, url: 'https://www.example.ca/licence' },
  expected_by: '06:00',
  sources: [
    {
      id: 'crm',
      kind: 'files',
      folder: '$CRM_EXPORTS/nightly',
      pattern: '*.csv',
      encoding: 'utf-8',
      delimiter: ',',
      date_format: 'iso',
      fields: { id: 'Number', requested_at: 'Opened', service: { column: 'Type' } },
    },
  ],
};

const square = [
  [-80, 46],
  [-79, 46],
  [-79, 47],
  [-80, 46],
];

export const areas = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { area_id: 'ward-1', name_en: 'Ward 1', name_fr: 'Quartier 1', matches: '1|W1' },
      geometry: { type: 'Polygon', coordinates: [square] },
    },
    {
      type: 'Feature',
      properties: { area_id: 'ward-2', name_en: 'Ward 2', name_fr: 'Quartier 2', population: { '2021': 9000 } },
      geometry: null,
    },
  ],
};

export const validFiles: Readonly<Record<string, string>> = {
  'city.json': JSON.stringify(settings, null, 2),
  'areas.geojson': JSON.stringify(areas),
  'service_groups.csv': 'service_group,name_en,name_fr\nroads,Roads,Voirie\n',
  'departments.csv': 'department,name_en,name_fr,matches\nworks,Public works,Travaux publics,PW|Works\n',
  'channels.csv': 'channel,name_en,name_fr,matches\nphone,Phone,Téléphone,\n',
  'services.csv':
    'service_code,service_group,department,kind,tier,name_en,name_fr,matches\n' +
    'potholes,roads,works,request,A,Potholes,Nids-de-poule,Pothole\n' +
    'street-lights,roads,works,request,A,"Street lights, lamps",Éclairage,Street light|Lamp\n',
  'statuses.csv': 'source,status,closure,outcome\n*,Closed,*,fulfilled\ncrm,Open,*,open\n',
  'targets.csv': 'service_code,valid_from,value,unit,owner\npotholes,2024-01-01,5,business_days,Public works\n',
};

/** Writes the valid files with some changed, for the length of the test; null leaves one out. */
export async function writeCity(changed: Readonly<Record<string, string | Uint8Array | null>> = {}): Promise<string> {
  const temporary = await mkdtemp(join(tmpdir(), 'plainview-city-'));
  onTestFinished(() => rm(temporary, { recursive: true }));
  const folder = join(temporary, 'city');
  await mkdir(folder);
  for (const [name, text] of Object.entries({ ...validFiles, ...changed })) {
    if (text !== null) await writeFile(join(folder, name), text);
  }
  return folder;
}
