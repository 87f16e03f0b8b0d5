/** A city's GIS export made into `streets.geojson` of its folder, with a report of what was taken and what left out. */

import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { City } from '../../../src/contract/city.ts';
import { OperatorError } from '../../support/operator-error.ts';
import { assembleStreets } from '../assemble-streets.ts';
import type { Ring } from '../ground.ts';
import { featureLines } from '../write-streets.ts';
import { chooseColumns } from './choose-columns.ts';
import { describePrepared } from './describe-prepared.ts';
import { findProjection } from './projections.ts';
import { readExport } from './read-export.ts';
import { splitTouching } from './split-touching.ts';
import { readPieces, type CityOutline, type LeftOut } from './read-pieces.ts';

export interface PrepareOptions {
  readonly from: string;
  readonly projection: string | undefined;
  /** `name=FULLNAME,left_from=…`. */
  readonly fields: string;
}

/** Gives the report as lines. */
export async function prepareStreets(city: City, { from, projection, fields }: PrepareOptions): Promise<string[]> {
  const read = await readExport(from);
  const columns = [...new Set(read.rows.flatMap(({ cells }) => Object.keys(cells)))];
  const choice = chooseColumns(columns, fields);
  const sample = read.rows.flatMap(({ lines }) => lines[0]?.slice(0, 1) ?? []);
  const found = findProjection(projection ?? read.projection, sample);
  const { pieces, dropped, ...doubts } = readPieces(read.rows, choice.columns, found, outlineOf(city));
  const parts = splitTouching(pieces.map(({ piece }) => piece));
  const drawn = parts.flatMap((ones, i) => ones.map((piece) => ({ piece, row: pieces[i]!.row })));
  const repeated: { reason: LeftOut; row: number }[] = [];
  const streets = assembleStreets(
    drawn.map(({ piece }) => piece),
    (index) => repeated.push({ reason: 'duplicate', row: drawn[index]!.row }),
  );
  const left = [...dropped, ...repeated];
  if (streets.features.length === 0) throw noneLeft(from, left.length);
  const file = join(city.folder, 'streets.geojson');
  await writeFile(file, featureLines(streets));
  const source = { file: basename(from), rows: read.rows.length, projection: found.name };
  const cuts = drawn.length - pieces.length;
  return describePrepared({ source, file, choice, streets, left, cuts, doubts });
}

function outlineOf({ settings, areas }: City): CityOutline {
  return {
    names: Object.values(settings.name).filter((name) => name !== undefined),
    polygons: areas.features.flatMap(({ geometry }): Ring[][] => {
      if (geometry === null) return [];
      return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    }),
  };
}

function noneLeft(file: string, count: number): OperatorError {
  return new OperatorError('STREETS_NONE_LEFT', {
    exit: 'configuration',
    message: 'Not one street of the export lies in the city.',
    faults: [{ where: file, found: `${count} pieces, all of them left out`, expected: 'lines inside the polygons of areas.geojson' }], // prettier-ignore
    remedy: 'Compare the projection with what the city uses (--projection EPSG:…), and the areas with the streets.',
  });
}
