/** Times as the public gets them: on a grid of five minutes, never later than it was. */

const GRID_MS = 300_000;

/** Milliseconds since 1970. */
export function floorToFive(moment: number): number {
  return Math.floor(moment / GRID_MS) * GRID_MS;
}

export function isoMinute(moment: number): string {
  return new Date(moment).toISOString().slice(0, 16).concat('Z');
}
