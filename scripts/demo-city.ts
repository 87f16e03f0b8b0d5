/** `npm run demo-city`: writes the computed files of the demo's city folder, or its CRM's records as an export. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { areaCollection, citySettings } from '../src/contract/city.ts';
import { areasGeojson, eventsCsv, holidaysCsv } from './sources/demo/city-files.ts';

const usage = `npm run demo-city -- [--data DIR]                 rewrites areas.geojson, events.csv and holidays.csv
npm run demo-city -- --csv FILE [--until INSTANT]  writes the demo CRM's export, personal data and all`;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    csv: { type: 'string' },
    until: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) console.log(usage);
else writeCityFiles(join(options.data, 'city'));

function writeCityFiles(folder: string): void {
  const settings = citySettings.parse(JSON.parse(readFileSync(join(folder, 'city.json'), 'utf8')));
  const source = settings.sources.find((each) => each.kind === 'demo');
  const areas = readFileSync(join(folder, 'areas.geojson'), 'utf8');
  writeFileSync(join(folder, 'areas.geojson'), areasGeojson(areas));
  writeFileSync(join(folder, 'events.csv'), eventsCsv(source?.seed ?? 1));
  writeFileSync(join(folder, 'holidays.csv'), holidaysCsv());
}
