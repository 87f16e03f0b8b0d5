/** Plane geometry on the ground: places in degrees, distances in metres over the few kilometres of a city. */

/** Longitude and latitude, WGS 84, in degrees. */
export type Position = [longitude: number, latitude: number];
export type Ring = readonly (readonly [number, number])[];

const metresPerDegree = 111_320;

/** A flat sheet laid on the ground at one latitude: metres east and north of longitude 0 and the equator. */
export interface Sheet {
  toMetres(position: readonly [number, number]): [x: number, y: number];
  toDegrees(point: readonly [number, number]): Position;
}

/** Equirectangular: over a city 40 km wide its distances are right to a few in a thousand. */
export function laySheet(latitude: number): Sheet {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  return {
    toMetres: ([longitude, latitude]) => [longitude * metresPerDegree * shrink, latitude * metresPerDegree],
    toDegrees: ([x, y]) => roundPosition([x / (metresPerDegree * shrink), y / metresPerDegree]),
  };
}

/** Six decimals are a tenth of a metre. */
export function roundPosition([longitude, latitude]: readonly [number, number]): Position {
  return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];
}

export function lineLength(points: Ring): number {
  return points.slice(1).reduce((sum, point, i) => sum + distance(points[i]!, point), 0);
}

export function distance(one: readonly [number, number], other: readonly [number, number]): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

/** The point half-way along a line: the same from whichever end the line was drawn. */
export function middleOf(points: Ring): [number, number] {
  let left = lineLength(points) / 2;
  for (const [i, point] of points.entries()) {
    const next = points[i + 1];
    if (!next) break;
    const piece = distance(point, next);
    if (left <= piece && piece > 0) {
      const share = left / piece;
      return [point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share];
    }
    left -= piece;
  }
  return [...points[0]!] as [number, number];
}

/** Even–odd rule over all rings, so that holes count as outside. */
export function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
