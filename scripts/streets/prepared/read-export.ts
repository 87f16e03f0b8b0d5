/** A city's GIS export as rows: what each says, and its lines in whatever coordinates the file is in. */

import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { read as readShapefile } from 'shapefile';
import { OperatorError } from '../../support/operator-error.ts';

export type Pair = readonly [number, number];

export interface ExportedRow {
  readonly cells: Readonly<Record<string, unknown>>;
  readonly lines: readonly (readonly Pair[])[];
}

export interface StreetExport {
  readonly rows: readonly ExportedRow[];
  /** What the file itself says of its coordinates, as `--projection` would: a code, or a `.prj` text. */
  readonly projection: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/** GeoJSON, ESRI JSON (as a layer or as plain rows), packed with gzip or not, or a shapefile by its `.shp`. */
export async function readExport(file: string): Promise<StreetExport> {
  const bytes = await readBytes(file);
  if (/\.shp$/i.test(file)) return readShapes(file, bytes);
  let value: unknown;
  try {
    value = JSON.parse((bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch (cause) {
    throw unreadable(file, (cause as Error).message, cause);
  }
  const rows = Array.isArray(value) ? value : asRecord(value)['features'];
  if (!Array.isArray(rows)) throw unreadable(file, 'JSON without features and without rows');
  const read = rows.map((row) => readRow(asRecord(row)));
  if (!read.some(({ lines }) => lines.length > 0))
    throw unreadable(file, `${read.length} rows, none of them with a line`);
  return { rows: read, projection: declaredProjection(asRecord(value)) };
}

/** The cells of a feature, or the row itself where it is one flat row with its `geometry.paths`. */
function readRow(row: Json): ExportedRow {
  const geometry = asRecord(row['geometry']);
  const { geometry: _, 'geometry.paths': flatPaths, ...flat } = row;
  const cells = row['attributes'] ?? row['properties'] ?? flat;
  return { cells: asRecord(cells), lines: linesOf({ ...geometry, paths: geometry['paths'] ?? flatPaths }) };
}

function linesOf(geometry: Json): Pair[][] {
  const { type, paths, coordinates } = geometry;
  const lines = type === 'LineString' ? [coordinates] : type === 'MultiLineString' ? coordinates : paths;
  if (!Array.isArray(lines)) return [];
  return lines
    .map((line: unknown) => (Array.isArray(line) ? line.filter(isPair).map(([x, y]): Pair => [x, y]) : []))
    .filter(({ length }) => length > 0);
}

function isPair(point: unknown): point is [number, number] {
  return Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]);
}

/** ESRI names a well-known id, and its newer number beside it; old GeoJSON has a `crs`. */
function declaredProjection(value: Json): string | undefined {
  const { wkid, latestWkid, wkt } = asRecord(value['spatialReference']);
  if (typeof wkt === 'string') return wkt;
  const id = latestWkid ?? wkid;
  if (id !== undefined) return `EPSG:${String(id)}`;
  const name = asRecord(asRecord(value['crs'])['properties'])['name'];
  if (typeof name !== 'string') return undefined;
  const code = /EPSG:+(\d+)$/.exec(name)?.[1];
  return /CRS84$/.test(name) ? 'EPSG:4326' : code === undefined ? name : `EPSG:${code}`;
}

async function readShapes(file: string, shapes: Buffer): Promise<StreetExport> {
  const beside = (extension: string) => file.replace(/\.shp$/i, (end) => (end === '.SHP' ? extension.toUpperCase() : extension)); // prettier-ignore
  const table = await readBytes(beside('.dbf'));
  const encoding = await readFile(beside('.cpg'), 'utf8').catch(() => 'windows-1252');
  try {
    const { features } = await readShapefile(shapes, table, { encoding: encoding.trim() });
    return {
      rows: features.map(({ properties, geometry }) => ({
        cells: properties ?? {},
        lines: linesOf(asRecord(geometry)),
      })),
      projection: await readFile(beside('.prj'), 'utf8').catch(() => undefined),
    };
  } catch (cause) {
    throw unreadable(file, (cause as Error).message, cause);
  }
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new OperatorError('STREETS_FILE_MISSING', {
      exit: 'configuration',
      message: 'The export of the streets cannot be read.',
      faults: [
        { where: file, found: (cause as Error).message, expected: 'GeoJSON, ESRI JSON, or a .shp beside its .dbf' },
      ],
      remedy: 'Name the file: npm run prepare-streets -- --from FILE',
      cause,
    });
  }
}

function unreadable(file: string, found: string, cause?: unknown): OperatorError {
  return new OperatorError('STREETS_FILE_UNREADABLE', {
    exit: 'source',
    message: 'The export of the streets holds no lines that can be read.',
    faults: [
      {
        where: file,
        found,
        expected: 'GeoJSON, ESRI JSON ("features", or rows with "geometry.paths"), or a shapefile',
      },
    ],
    remedy:
      'Export the layer of street centre lines again, as GeoJSON if there is the choice, then: npm run prepare-streets -- --from FILE',
    cause,
  });
}

function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
