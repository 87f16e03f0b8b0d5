/** The city's own ward polygons as areas of its folder: ESRI rings in UTM, zone 16, made into degrees. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findProjection } from '../../../scripts/streets/prepared/projections.ts';

interface Ward {
  readonly WARDNUMBER: number;
  readonly 'geometry.rings': readonly (readonly [number, number])[][];
}

export const zone16 = findProjection('EPSG:26916', []);

/** Fills in the geometry of `areas.geojson` of a copied city folder. */
export function fillAreas(cityFolder: string, realFolder: string): void {
  const wards: Ward[] = JSON.parse(gunzipSync(readFileSync(join(realFolder, 'municipalWards.json.gz'))).toString());
  const file = join(cityFolder, 'areas.geojson');
  const areas = JSON.parse(readFileSync(file, 'utf8'));
  for (const feature of areas.features) {
    const ward = wards.find(({ WARDNUMBER }) => feature.properties.matches === String(WARDNUMBER));
    const coordinates = ward!['geometry.rings'].map((ring) => ring.map((point) => zone16.toDegrees(point)));
    feature.geometry = { type: 'Polygon', coordinates };
  }
  writeFileSync(file, JSON.stringify(areas));
}
