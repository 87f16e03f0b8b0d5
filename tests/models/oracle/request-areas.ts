/** The area of a request: of the wards in force that day, the one that holds its point, else the one its word names. */

import { dayOf } from './city-clock.ts';
import type { Delivered } from './deliveries.ts';
import { type Box, defaultPoint, type Ward, wards } from './generated-city.ts';

export function areaOf({ point, area }: Delivered, requestedOn: number): string {
  const inForce = wards.filter(
    ({ from, to }) => (from === null || dayOf(from) <= requestedOn) && (to === null || requestedOn <= dayOf(to)),
  );
  const holding = inForce.filter((ward) => point !== null && isPlace(point) && isHeld(ward, point));
  const word = area?.toLowerCase();
  const named = inForce.find(({ id, words }) => word !== undefined && [id, ...words].includes(word));
  return holding.map(({ id }) => id).toSorted()[0] ?? named?.id ?? 'unknown';
}

function isPlace([longitude, latitude]: readonly [string, string]): boolean {
  if (longitude.trim() === '' || longitude === latitude) return false;
  return Math.abs(Number(longitude)) <= 180 && defaultPoint.join() !== [longitude, latitude].join();
}

/** Its sides and those of its hole are its own. */
function isHeld({ box, hole }: Ward, point: readonly [string, string]): boolean {
  const [x, y] = [Number(point[0]), Number(point[1])];
  const isWithin = ([west, south, east, north]: Box) => west <= x && x <= east && south <= y && y <= north;
  const isInside = ([west, south, east, north]: Box) => west < x && x < east && south < y && y < north;
  return box !== null && isWithin(box) && !(hole !== null && isInside(hole));
}
