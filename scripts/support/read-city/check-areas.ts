/** Checks `areas.geojson` beyond its shape: each area once, its names, its dates, degrees and not metres. */

import type { Fault } from '../operator-error.ts';
import { listFaults, type CheckedRow } from './check-list.ts';
import { isRecord } from './schema-keys.ts';
import { showValue } from './schema-faults.ts';

/** Like the other checks, reads what it can of a file whose shape may be at fault. */
export function areaFaults(file: string, raw: unknown, languages: readonly string[]): Fault[] {
  const features: unknown[] = isRecord(raw) && Array.isArray(raw['features']) ? raw['features'] : [];
  const rows = features.map((feature, index): CheckedRow => {
    const properties = isRecord(feature) && isRecord(feature['properties']) ? feature['properties'] : {};
    const texts = Object.entries(properties).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    // A name that is not there is a blank name.
    const blank = Object.fromEntries(languages.map((language) => [`name_${language}`, '']));
    const cells = { ...blank, ...Object.fromEntries(texts) };
    const at = `features[${index}]`;
    return { where: (column) => `${file}, ${at}.properties.${column}`, at, cells };
  });
  return [
    ...listFaults(rows, ['area_id'], languages),
    ...rows.filter(endsBeforeStart).map(({ where, cells }) => ({
      where: where('valid_to'),
      found: showValue(cells['valid_to']),
      expected: `a day on or after valid_from, ${cells['valid_from']}`,
    })),
    ...features.flatMap((feature, index) => degreeFaults(`${file}, features[${index}].geometry.coordinates`, feature)),
  ];
}

function endsBeforeStart({ cells }: CheckedRow): boolean {
  return cells['valid_to'] !== undefined && (cells['valid_from'] ?? '') > cells['valid_to'];
}

/** A city's export is often in metres of its own projection; one fault an area is enough. */
function degreeFaults(where: string, feature: unknown): Fault[] {
  const geometry = isRecord(feature) && isRecord(feature['geometry']) ? feature['geometry'] : {};
  const outside = positions(geometry['coordinates']).find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (!outside) return [];
  return [{ where, found: outside.join(', '), expected: 'longitude and latitude in degrees (WGS 84)' }];
}

function positions(coordinates: unknown): [number, number][] {
  if (!Array.isArray(coordinates)) return [];
  const [x, y] = coordinates;
  return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : coordinates.flatMap(positions);
}
