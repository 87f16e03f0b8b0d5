/** Writes the city's streets, the parks and water around them, and what council approved, for the pages of streets. */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { City, CityStreets } from '../../src/contract/city.ts';
import type { PublishedLive } from '../../src/contract/live-settings.ts';
import { isSegment, type PlaceCollection, type PublishedStreets } from '../../src/contract/streets.ts';
import { type AreaFinder, findAreas, middleOf } from '../support/find-areas.ts';
import { describeFile, type ExportedFile } from './write-exports.ts';

/** Nothing where the city folder has no streets. */
export async function writeStreets(folder: string, city: City, asOf: Date): Promise<ExportedFile[]> {
  if (city.streets === null) return [];
  const { streets, places } = city.streets;
  const areaAt = findAreas(city, asOf.toISOString().slice(0, 10));
  // Yards are for the live lane: a works yard is no part of the ground that a map needs.
  const ground = places.features.filter(({ properties }) => properties.kind !== 'yard');
  return [
    await write(folder, 'streets.geojson', 'geojson', publishedStreets(streets, areaAt)),
    await write(folder, 'places.geojson', 'geojson', { ...places, features: ground }),
    await write(folder, 'live.json', 'json', publishedLive(city.streets)),
  ];
}

/** In the order of the city's file: the live lane's columns follow it. */
function publishedStreets({ type, features }: CityStreets['streets'], areaAt: AreaFinder): PublishedStreets {
  return {
    type,
    features: features.map((feature) =>
      isSegment(feature)
        ? {
            ...feature,
            properties: { ...feature.properties, area_id: areaAt(...middleOf(feature.geometry.coordinates)) ?? null },
          }
        : feature,
    ),
  };
}

function publishedLive({ levels, publishDelaySeconds }: CityStreets): PublishedLive {
  return { publish_delay_seconds: publishDelaySeconds, levels_of_service: levels };
}

async function write(
  folder: string,
  name: string,
  format: 'geojson' | 'json',
  content: PublishedStreets | PlaceCollection | PublishedLive,
): Promise<ExportedFile> {
  await writeFile(path.join(folder, name), JSON.stringify(content));
  return describeFile(folder, name, {
    dataset: null,
    format,
    rows: 'features' in content ? content.features.length : null,
  });
}
