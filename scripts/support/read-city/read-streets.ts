/** Reads what a city folder may hold of its streets: the segments, the ground around them, the levels of service. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { CityStreets } from '../../../src/contract/city.ts';
import { type LiveList, liveLists, liveSettings } from '../../../src/contract/live-settings.ts';
import { placeCollection, streetCollection } from '../../../src/contract/streets.ts';
import type { Fault } from '../operator-error.ts';
import { readJson } from './read-json.ts';
import { readRows } from './read-list.ts';
import { pathText, schemaFaults } from './schema-faults.ts';

export interface ReadStreets {
  readonly value: CityStreets | null;
  readonly faults: readonly Fault[];
}

export const noStreets: ReadStreets = { value: null, faults: [] };

/** Faults shown of a file: one that a program made wrongly has thousands. */
const SHOWN = 10;

export async function readStreets(folder: string): Promise<ReadStreets> {
  const file = join(folder, 'streets.geojson');
  if (!existsSync(file)) return noStreets;
  const streets = await readShape(file, streetCollection);
  const places = await readOptional(join(folder, 'places.geojson'), placeCollection);
  const settings = await readOptional(join(folder, 'live', 'settings.json'), liveSettings);
  const levelsFile = join(folder, 'live', 'levels_of_service.csv');
  const levels = await readRows(levelsFile, liveLists.levels_of_service, true);
  const faults = [...streets.faults, ...(places?.faults ?? []), ...(settings?.faults ?? []), ...levels.faults];
  if (streets.value === undefined || faults.length > 0) return { value: null, faults };
  return {
    value: {
      streets: streets.value,
      places: places?.value ?? { type: 'FeatureCollection', features: [] },
      levels: levels.rows.map(({ cells }): LiveList<'levels_of_service'>[number] =>
        liveLists.levels_of_service.parse(cells),
      ),
      publishDelaySeconds:
        settings?.value?.publish_delay_seconds ?? liveSettings.shape.publish_delay_seconds.parse(undefined),
    },
    faults: [],
  };
}

async function readOptional<Shape extends z.ZodType>(file: string, shape: Shape) {
  return existsSync(file) ? await readShape(file, shape) : undefined;
}

async function readShape<Shape extends z.ZodType>(
  file: string,
  shape: Shape,
): Promise<{ readonly value?: z.infer<Shape>; readonly faults: readonly Fault[] }> {
  const { value, faults } = await readJson(file);
  if (faults.length > 0) return { faults };
  const parsed = shape.safeParse(value);
  if (parsed.success) return { value: parsed.data, faults: [] };
  return { faults: schemaFaults(shape, value, (path) => `${file}, ${pathText(path)}`).slice(0, SHOWN) };
}
