/** From the coordinates of a city's export to degrees, WGS 84. */

import proj4 from 'proj4';
import { OperatorError } from '../../support/operator-error.ts';
import type { Pair } from './read-export.ts';

/** A city of Canada is on NAD 83, within two metres of WGS 84: no shift between them is applied. */
const nad83 = '+datum=NAD83 +units=m +no_defs';
const degrees = '+proj=longlat +datum=WGS84 +no_defs';

/** UTM zones of NAD83(CSRS): the numbers follow no rule (EPSG registry). */
const csrsZones: Readonly<Record<number, number>> = {
  ...{ 3154: 7, 3155: 8, 3156: 9, 3157: 10, 2955: 11, 2956: 12, 2957: 13, 3158: 14, 3159: 15, 3160: 16 },
  ...{ 2958: 17, 2959: 18, 2960: 19, 2961: 20, 2962: 21, 3761: 22 },
};

/** Central meridians of the Modified Transverse Mercator zones 1 to 17 (Natural Resources Canada; EPSG 32181–32197). */
const mtmMeridians = [
  ...[-53, -56, -58.5, -61.5, -64.5, -67.5, -70.5, -73.5, -76.5, -79.5],
  ...[-82.5, -81, -84, -87, -90, -93, -96],
];

export interface Projection {
  readonly name: string;
  readonly toDegrees: (point: Pair) => Pair;
}

/**
 * `spec` is `EPSG:26916`, a proj4 string or the text of a `.prj`. Without one, numbers that can be degrees are degrees.
 * Throws STREETS_PROJECTION_UNKNOWN.
 */
export function findProjection(spec: string | undefined, sample: readonly Pair[]): Projection {
  const isDegrees = sample.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 180);
  if (spec === undefined && isDegrees) return { name: 'degrees', toDegrees: (point) => point };
  if (spec === undefined) throw unknown('nothing, and its numbers are no degrees', sample[0]);
  const definition = define(spec.trim());
  if (definition === undefined) throw unknown(spec.slice(0, 120), sample[0]);
  try {
    const transform = proj4(definition, degrees);
    return { name: nameOf(spec), toDegrees: ([x, y]) => transform.forward([x, y]) as [number, number] };
  } catch {
    throw unknown(spec.slice(0, 120), sample[0]);
  }
}

function define(spec: string): string | undefined {
  const code = Number(/^(?:(?:EPSG|ESRI):)?(\d+)$/i.exec(spec)?.[1]);
  if (Number.isNaN(code)) return spec;
  if (code === 4326 || code === 4269 || code === 4617) return degrees;
  if ([3857, 102100, 102113, 900913].includes(code)) return 'EPSG:3857';
  if (code > 26900 && code <= 26923) return `+proj=utm +zone=${code - 26900} ${nad83}`;
  if (code > 32600 && code <= 32660) return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`;
  if (csrsZones[code] !== undefined) return `+proj=utm +zone=${csrsZones[code]} ${nad83}`;
  if (code > 32180 && code <= 32197) return mtm(code - 32180);
  if (code >= 2945 && code <= 2952) return mtm(code - 2942);
  return undefined;
}

function mtm(zone: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${mtmMeridians[zone - 1]} +k=0.9999 +x_0=304800 +y_0=0 ${nad83}`;
}

/** A `.prj` text begins with the kind and the name: `PROJCS["NAD_1983_UTM_Zone_16N",…`. */
function nameOf(spec: string): string {
  return /^\w+\["([^"]+)"/.exec(spec.trim())?.[1] ?? spec.trim();
}

function unknown(found: string, example: Pair | undefined): OperatorError {
  return new OperatorError('STREETS_PROJECTION_UNKNOWN', {
    exit: 'configuration',
    message: 'It is not known which coordinates the export of the streets is in.',
    faults: [
      {
        where: `the coordinates, such as ${example?.join(', ') ?? 'none'}`,
        found,
        expected: 'a projection known here: degrees, UTM or MTM of NAD 83, Web Mercator, or a proj4 string',
      },
    ],
    remedy: 'Ask who made the export, then add for example: --projection EPSG:26916   (UTM, zone 16)',
  });
}
