/** Sault Ste. Marie's streets as prepare-streets makes them, with the city's own addresses on them: real records, where the machine has them. */

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { csvParse } from 'd3';
import { prepareStreets } from '../../scripts/streets/prepared/prepare-streets.ts';
import { distance, laySheet } from '../../scripts/streets/ground.ts';
import { readCity } from '../../scripts/support/read-city/read-city.ts';
import { isSegment, streetCollection, type Segment, type StreetCollection } from '../../src/contract/streets.ts';

export interface SaultAddress {
  readonly number: number;
  readonly street: string;
  /** Longitude and latitude, degrees. */
  readonly place: readonly [number, number];
}

export interface Sault {
  readonly streets: StreetCollection;
  /** Those on a street of the street file: a search cannot find a street that is not there. */
  readonly addresses: readonly SaultAddress[];
  /** Of all that the city has. */
  readonly addressCount: number;
}

/** `dataFolder` holds the city's exports. */
export async function readSault(dataFolder: string): Promise<Sault> {
  const unpacked = async (name: string) => gunzipSync(await readFile(join(dataFolder, name)));
  const folder = await mkdtemp(join(tmpdir(), 'plainview-sault-'));
  try {
    await cp('tests/cities/sault-ste-marie/city', join(folder, 'city'), { recursive: true });
    await writeFile(join(folder, 'streets.json'), await unpacked('streets.json.gz'));
    const city = await readCity(join(folder, 'city'), { environment: { ...process.env, PLAINVIEW_SAULT: folder } });
    await prepareStreets(city, { from: join(folder, 'streets.json'), projection: 'EPSG:26916', fields: '' });
    const text = await readFile(join(folder, 'city', 'streets.geojson'), 'utf8');
    const streets = streetCollection.parse(JSON.parse(text));
    const known = new Set(streets.features.filter(isSegment).map(({ properties }) => properties.name.toLowerCase()));
    const all = csvParse(String(await unpacked('addresses.csv.gz'))).map((row): SaultAddress => ({
      number: Number(row['CIVICNUMBER']),
      street: String(row['STREETNAME']),
      place: [Number(row['LONGITUDE']), Number(row['LATITUDE'])],
    }));
    const addresses = all.filter(({ number, street }) => number > 0 && known.has(street.toLowerCase()));
    return { streets, addresses, addressCount: all.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Some of them, by chance; with a number that is drawn again where it was before. */
export function drawSault({ addresses }: Sault, count: number, random: () => number): SaultAddress[] {
  return Array.from({ length: count }, () => addresses[Math.floor(random() * addresses.length)] as SaultAddress);
}

/**
 * `nearest`: a block whose numbers hold it, and no block of the street is nearer to the address's point · `beside`: its
 * numbers hold it, and another of the street is nearer, as at a corner house · `whole street`: no block's numbers hold
 * it, and the answer says so · `lost`: neither the street nor any block that holds it.
 */
export type SaultVerdict = 'nearest' | 'beside' | 'whole street' | 'lost';

export interface FoundStreet {
  readonly street: string;
  readonly holdsNumber: boolean;
  readonly segments: readonly Segment[];
}

export function verdictOn(found: readonly FoundStreet[], address: SaultAddress, { streets }: Sault): SaultVerdict {
  const isSame = (name: string) => name.toLowerCase() === address.street.toLowerCase();
  const own = streets.features.filter(isSegment).filter(({ properties }) => isSame(properties.name));
  const holding = own.filter((segment) => isHeld(address.number, segment));
  const one = found.find(({ street }) => isSame(street));
  if (one === undefined || one.holdsNumber !== holding.length > 0) return 'lost';
  if (!one.holdsNumber) return 'whole street';
  if (one.segments.length !== holding.length || !one.segments.every((segment) => holding.includes(segment)))
    return 'lost';
  const nearest = own.reduce((a, b) => (metresTo(address.place, b) < metresTo(address.place, a) ? b : a));
  return one.segments.includes(nearest) ? 'nearest' : 'beside';
}

/** On the side whose two ends are both even or both odd, as the number is; on any where they are not. */
function isHeld(number: number, { properties: p }: Segment): boolean {
  const holds = (from: number | null, to: number | null) =>
    from !== null &&
    to !== null &&
    (number - from) * (number - to) <= 0 &&
    ((from - to) % 2 !== 0 || (number - from) % 2 === 0);
  return holds(p.left_from, p.left_to) || holds(p.right_from, p.right_to);
}

/** Metres from a place to the nearest point of a segment. */
function metresTo(place: readonly [number, number], { geometry }: Segment): number {
  const { toMetres } = laySheet(place[1]);
  const [x, y] = toMetres(place);
  const line = geometry.coordinates.map(toMetres);
  const gaps = line.slice(1).map((end, index) => {
    const [fromX, fromY] = line[index]!;
    const [dx, dy] = [end[0] - fromX, end[1] - fromY];
    const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.min(1, Math.max(0, along));
    return distance([x, y], [fromX + share * dx, fromY + share * dy]);
  });
  return Math.min(...gaps);
}
