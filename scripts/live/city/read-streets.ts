/** Reads the streets and yards of the city folder, and finds the segments that a person's words mean. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  placeCollection,
  streetCollection,
  type PlaceCollection,
  type Segment,
  type StreetCollection,
} from '../../../src/contract/streets.ts';
import { OperatorError, type Fault } from '../../support/operator-error.ts';
import { readJson } from '../../support/read-city/read-json.ts';
import { pathText, schemaFaults } from '../../support/read-city/schema-faults.ts';

export interface StreetFiles {
  readonly streets: StreetCollection;
  readonly places: PlaceCollection;
  /** Of the streets, in the order of the file. */
  readonly segments: readonly Segment[];
  /** Of the content: what is kept about streets holds for these alone. */
  readonly hash: string;
  readonly streetNames: readonly string[];
  /** By the id of a segment or a street, or a street's name in any case; none where nothing bears it. */
  segmentsOf(place: string): readonly string[];
}

/** Faults shown; a file with one has thousands. */
const SHOWN = 10;

/** Throws LIVE_STREETS_MISSING or LIVE_STREETS_INVALID. */
export async function readStreets(cityFolder: string): Promise<StreetFiles> {
  const file = join(cityFolder, 'streets.geojson');
  if (!existsSync(file)) throw missing(file);
  const streets = await readChecked(file, streetCollection);
  const placesFile = join(cityFolder, 'places.geojson');
  return indexStreets(streets, existsSync(placesFile) ? await readChecked(placesFile, placeCollection) : undefined);
}

const noPlaces: PlaceCollection = { type: 'FeatureCollection', features: [] };

export function indexStreets(streets: StreetCollection, places = noPlaces): StreetFiles {
  const segments = streets.features.filter((feature): feature is Segment => feature.geometry.type === 'LineString');
  const found = new Map<string, Set<string>>();
  for (const { properties } of segments) {
    for (const words of [properties.segment_id, properties.street_id, properties.name]) {
      const key = words.trim().toLowerCase();
      if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(properties.segment_id));
    }
  }
  return {
    streets,
    places,
    segments,
    hash: createHash('sha256')
      .update(JSON.stringify([segments, places]))
      .digest('hex')
      .slice(0, 12),
    streetNames: [...new Set(segments.map(({ properties }) => properties.name))].filter((name) => name !== ''),
    segmentsOf: (place) => [...(found.get(place.trim().toLowerCase()) ?? [])],
  };
}

type Shape = typeof streetCollection | typeof placeCollection;

async function readChecked<Schema extends Shape>(file: string, schema: Schema) {
  const { value, faults } = await readJson(file);
  const all = faults.length > 0 ? faults : schemaFaults(schema, value, (path) => `${file}, ${pathText(path)}`);
  if (all.length > 0) throw invalid(file, all);
  return schema.parse(value) as ReturnType<Schema['parse']>;
}

function missing(file: string): OperatorError {
  return new OperatorError('LIVE_STREETS_MISSING', {
    exit: 'configuration',
    message: 'The live lane needs the city’s streets, and there are none.',
    faults: [{ where: file, found: 'no such file', expected: 'the street segments of the city' }],
    remedy: 'Make it from the city’s GIS export; the runbook, at “The live lane”, says how',
  });
}

function invalid(file: string, faults: readonly Fault[]): OperatorError {
  return new OperatorError('LIVE_STREETS_INVALID', {
    exit: 'configuration',
    message: `${file} is not what the live lane can read: ${faults.length} places.`,
    faults: faults.slice(0, SHOWN),
    remedy: 'Make it again from the city’s GIS export; the runbook, at “The live lane”, says how',
  });
}
