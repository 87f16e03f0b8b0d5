/** The areas of the city, their residents, and their shapes where the city gives them. */

import type { AreaGeometry } from '../contract/city.ts';
import { readExportText } from './exports-folder.ts';
import { manifest } from './manifest.ts';
import { addMonths } from './months.ts';
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

/** Whether an area was there on some day of the month; the city as a whole, and what has no place, always are. */
export function isInForce(areaId: string | undefined, month: string): boolean {
  const { firstDay, lastDay } = termOf(areaId);
  return firstDay < addMonths(month, 1) && month <= lastDay;
}

/** The areas of one map, since redrawn ones lie over those before: of the newest day, or of the nearest that one saw. */
export function areasOfMap(areaId: string | undefined): readonly Area[] {
  const { firstDay, lastDay } = termOf(areaId);
  const newest = manifest.coverage.last_requested_on;
  const day = lastDay < newest ? lastDay : firstDay > newest ? firstDay : newest;
  return areas.filter(({ id }) => termOf(id).firstDay <= day && day <= termOf(id).lastDay);
}

function termOf(areaId: string | undefined): { readonly firstDay: string; readonly lastDay: string } {
  const area = areas.find(({ id }) => id === areaId);
  return { firstDay: area?.validFrom ?? '0001-01-01', lastDay: area?.validTo ?? '9999-12-31' };
}

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
