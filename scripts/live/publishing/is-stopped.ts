/** Whether a vehicle stands, though its receiver strays: somebody at a counter, at lunch or at home. */

interface Place {
  /** Metres. */
  readonly x: number;
  readonly y: number;
}

export interface TimedPlace extends Place {
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** For so long, and so many of the places of that time so near to their middle: some stray further, and nothing moves so little. */
const STOPPED_MS = 180_000;
const STANDING_SHARE = 0.8;
const STANDING_METRES = 30;
const STEP_MS = 15_000;
/** In three minutes, with both ends. */
const SAMPLES = STOPPED_MS / STEP_MS + 1;

/**
 * Whether some three minutes around `moment`, and before `now`, were spent in one place. `places` are in the order of
 * time. Between two it is taken to go straight, and after the last to stand: of one in silence nobody knows better.
 */
export function isStopped(places: readonly TimedPlace[], moment: number, now: number): boolean {
  const first = moment - STOPPED_MS;
  const spans = Math.floor((Math.min(moment, now - STOPPED_MS) - first) / STEP_MS) + 1;
  // One after the other the three minutes overlap, so each place is looked for once.
  const samples = Array.from({ length: spans + SAMPLES - 1 }, (_, i) => placeAt(places, first + i * STEP_MS));
  return Array.from({ length: spans }).some((_, i) => isOnePlace(samples.slice(i, i + SAMPLES)));
}

function isOnePlace(samples: readonly (Place | undefined)[]): boolean {
  const known = samples.filter((sample) => sample !== undefined);
  // One that has only just been heard of for the first time has not been seen to move.
  const [x, y] = [median(known.map((place) => place.x)), median(known.map((place) => place.y))];
  const near = known.filter((place) => Math.hypot(place.x - x, place.y - y) <= STANDING_METRES);
  return near.length >= STANDING_SHARE * known.length;
}

/** Undefined before the first. */
function placeAt(places: readonly TimedPlace[], time: number): Place | undefined {
  const index = places.findLastIndex((place) => place.time <= time);
  const [from, to] = [places[index], places[index + 1]];
  if (from === undefined || to === undefined) return from;
  const share = (time - from.time) / (to.time - from.time);
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
