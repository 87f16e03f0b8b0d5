/** Degrees to metres around one place: true to a thousandth within a city. */

export interface LocalPlane {
  readonly x: (lon: number) => number;
  readonly y: (lat: number) => number;
  readonly lon: (x: number) => number;
  readonly lat: (y: number) => number;
}

/** Metres of one degree of latitude and longitude on the WGS 84 ellipsoid, by its series (NIMA TR8350.2, 2000; Snyder, 1987). */
export function localPlane(lon0: number, lat0: number): LocalPlane {
  const phi = (lat0 * Math.PI) / 180;
  const perLat = 111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
  const perLon = 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);
  return {
    x: (lon) => (lon - lon0) * perLon,
    y: (lat) => (lat - lat0) * perLat,
    lon: (x) => lon0 + x / perLon,
    lat: (y) => lat0 + y / perLat,
  };
}
