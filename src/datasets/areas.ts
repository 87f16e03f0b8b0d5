/** The areas of the city, their residents, and their shapes where the city gives them. */

import type { AreaGeometry } from '../contract/city.ts';
import { readExportText } from './exports-folder.ts';
import type { Names } from './name-in.ts';
import { readNames } from './names.ts';
import { readArrow, type RawRow } from './read-arrow.ts';

export interface Area {
  readonly id: string;
  readonly names: Names;
  /** Residents in the newest year known, or null. */
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Null where the area is known by name only. */
  readonly geometry: AreaGeometry | null;
}

interface AreaFeature {
  readonly properties: { readonly area_id: string };
  readonly geometry: AreaGeometry | null;
}

const features = (JSON.parse(readExportText('areas.geojson')) as { features: AreaFeature[] }).features;
const geometries = new Map(features.map((feature) => [feature.properties.area_id, feature.geometry]));

/** In the order of the city's file, which is nobody's ranking. */
export const areas: readonly Area[] = [...Map.groupBy(readArrow('areas'), (row) => String(row['area_id']))].map(
  ([id, rows]) => readArea(id, rows),
);

/** Whether there is a map to draw at all. */
export const hasMap = areas.some((area) => area.geometry !== null);

function readArea(id: string, rows: readonly RawRow[]): Area {
  const newest = rows.reduce((a, b) => (yearOf(b) >= yearOf(a) ? b : a));
  return {
    id,
    names: readNames(newest, `The area "${id}"`),
    population: newest['population'] as number | null,
    populationYear: newest['population_year'] as number | null,
    validFrom: newest['valid_from'] as string | null,
    validTo: newest['valid_to'] as string | null,
    geometry: geometries.get(id) ?? null,
  };
}

function yearOf(row: RawRow): number {
  return Number(row['population_year'] ?? 0);
}
