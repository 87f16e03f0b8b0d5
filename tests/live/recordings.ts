/** Real positions of real plows: Chicago's polls and the traces its matcher gave up on, Toronto's snapshots. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Fix } from '../../src/contract/live.ts';

const plow = { kind: 'plow', work: {} } as const;

/** Nineteen polls thirty seconds apart; the name of each file is the second it was read. */
export function chicagoPolls(folder: string): Fix[] {
  return readFolder(join(folder, 'test_data'), '.json').flatMap(({ second, json }) =>
    json.TrackingDataResponse.locationList.map((one: any) => ({
      ...plow,
      source: 'chicago',
      vehicle: one.assetName,
      at: Date.parse(one.postingTime),
      receivedAt: second * 1000,
      lon: one.longitude,
      lat: one.latitude,
      bearing: one.directionDegrees,
    })),
  );
}

/** Snapshots of 800 vehicles, most of them parked for days; some have no time at all. */
export function torontoSnapshots(folder: string): Fix[] {
  return readFolder(join(folder, 'points'), '.geojson').flatMap(({ second, json }) =>
    json.features.map(({ properties }: any) => ({
      ...plow,
      source: 'toronto',
      vehicle: properties.UNITTYPE,
      at: properties.LASTUPDATE,
      receivedAt: second * 1000,
      lon: properties.X,
      lat: properties.Y,
    })),
  );
}

/** Positions in their order, without times. Names repeat within the archive, and one trace is empty. */
export function unmatchedTraces(folder: string): [number, number][][] {
  const tar = gunzipSync(readFileSync(join(folder, 'unmatched-traces.tar.gz')));
  const text = (from: number, length: number) => tar.toString('latin1', from, from + length).replace(/\0.*$/s, '');
  const traces: [number, number][][] = [];
  // A header of 512 octets, with the size as octal digits at 124, then the file, filled up to 512 (POSIX ustar).
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const body = tar.toString('utf8', at + 512, at + 512 + size);
    if (text(at, 100).endsWith('.geojson')) {
      const { features } = JSON.parse(body === '' ? '{"features":[]}' : body);
      traces.push(features.map(({ geometry }: any) => geometry.coordinates));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return traces;
}

function readFolder(folder: string, ending: string): { second: number; json: any }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => ({
    second: Number(name.slice(0, -ending.length)),
    json: JSON.parse(readFileSync(join(folder, name), 'utf8')),
  }));
}
