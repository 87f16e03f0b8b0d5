/** The files of the demo's city folder that are computed: holidays, events and the wards' outlines. */

import { areaCollection } from '../../../src/contract/city.ts';
import { csvLine } from '../../support/csv-line.ts';
import { demoEvents } from './events.ts';
import { municipalHolidays } from './holidays.ts';
import { wardRings } from './ward-shapes.ts';

/** Years the lists cover: the demo's first to as far ahead as it is likely to be shown. */
const [fromYear, toYear] = [2020, 2031];

export function holidaysCsv(): string {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, i) => fromYear + i);
  const rows = years
    .flatMap(municipalHolidays)
    .map(({ holiday_on, name_en, name_fr }) => [holiday_on, name_en, name_fr]);
  return csv(['holiday_on', 'name_en', 'name_fr'], rows);
}

export function eventsCsv(seed: number): string {
  const rows = demoEvents(seed, fromYear, toYear).map(({ event_id, kind, starts_on, ends_on, name_en, name_fr }) => [
    ...[event_id, kind, starts_on, ends_on],
    ...[name_en, name_fr],
  ]);
  return csv(['event_id', 'kind', 'starts_on', 'ends_on', 'name_en', 'name_fr'], rows);
}

/** The same areas, by name and in their order, with the computed outlines. */
export function areasGeojson(written: string): string {
  const areas = areaCollection.parse(JSON.parse(written));
  const rings = wardRings();
  const features = areas.features.map((feature, i) => ({
    ...feature,
    geometry: rings[i] ? { type: 'Polygon', coordinates: [rings[i]] } : null,
  }));
  // One area a line: people read and compare this file.
  const lines = features.map((feature) => JSON.stringify(feature));
  const head = JSON.stringify({ ...areas, features: [] }).slice(0, -2);
  return `${head}\n${lines.join(',\n')}\n]}\n`;
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${csvLine(row)}\n`).join('');
}
