/** The demo's six wards: a town on both banks of a river, cut so that neighbours share every vertex. */

import { seededRandom, type Random } from '../../support/random.ts';

type Position = [longitude: number, latitude: number];

/** Forest far from any town, north of Lake Superior. */
const center: Position = [-85.36, 50.31];
/** Half the width and the height of the city, degrees. */
const [halfWidth, halfHeight] = [0.155, 0.088];

/** Rings of the wards from the first to the sixth: three on the west bank from the south, three on the east. */
export function wardRings(): Position[][] {
  return drawShapes().rings;
}

/** The lake as far as the city's maps reach: from its shore to open water. */
export function lakeRing(): Position[] {
  const { shore } = drawShapes();
  const openWater = at(0, -1.35)[1];
  return joinRing([[...shore, [shore.at(-1)![0], openWater], [shore[0]![0], openWater], shore[0]!]]);
}

/** The shore from its east end to its west end. */
function drawShapes(): { rings: Position[][]; shore: Position[] } {
  const random = seededRandom('wards');
  // The river from the northern limit to the lake, and the places on it where the wards of each bank meet.
  const river = [at(0.2, 1), at(-0.03, 0.22), at(0.1, -0.02), at(-0.06, -0.28), at(0.04, -0.52), at(-0.02, -0.92)];
  const reaches = river.slice(1).map((to, i) => wander(random, river[i]!, to, 3, 0.16));
  const [r0, r1, r2, r3, r4] = reaches as [Position[], Position[], Position[], Position[], Position[]];
  // Outer limits, clockwise from the river's northern end: survey lines to the north, the lake to the south.
  const [north, south] = [river[0]!, river[5]!];
  const [eastUpper, eastLower, westLower, westUpper] = [at(1, 0.12), at(0.96, -0.36), at(-0.95, -0.42), at(-1, 0.06)];
  const outer = {
    northEast: path(north, at(0.7, 1), at(0.7, 0.82), at(1, 0.82), eastUpper),
    east: path(eastUpper, at(1, -0.1), at(0.96, -0.1), eastLower),
    southEast: [
      ...path(eastLower, at(0.96, -0.62)),
      ...wander(random, at(0.96, -0.62), at(0.42, -0.86), 3, 0.2).slice(1),
      ...wander(random, at(0.42, -0.86), south, 3, 0.25).slice(1),
    ],
    southWest: [
      ...wander(random, south, at(-0.5, -0.8), 3, 0.25),
      ...wander(random, at(-0.5, -0.8), at(-0.95, -0.68), 3, 0.2).slice(1),
      ...path(at(-0.95, -0.68), westLower).slice(1),
    ],
    west: path(westLower, at(-1, -0.42), westUpper),
    northWest: path(westUpper, at(-1, 0.9), at(-0.6, 0.9), at(-0.6, 1), north),
  };
  // Streets and creeks between the wards of one bank, from the outer limit to the river.
  const cuts = {
    westUpper: wander(random, westUpper, river[2]!, 3, 0.1),
    westLower: wander(random, westLower, river[4]!, 3, 0.1),
    eastUpper: wander(random, eastUpper, river[1]!, 3, 0.1),
    eastLower: wander(random, eastLower, river[3]!, 3, 0.1),
  };
  const back = (line: Position[]) => line.toReversed();
  const rings = [
    [cuts.westLower, r4, outer.southWest],
    [cuts.westUpper, r2, r3, back(cuts.westLower), outer.west],
    [r0, r1, back(cuts.westUpper), outer.northWest],
    [back(r4), back(r3), back(cuts.eastLower), outer.southEast],
    [back(r2), back(r1), back(cuts.eastUpper), outer.east, cuts.eastLower],
    [back(r0), outer.northEast, cuts.eastUpper],
  ].map(joinRing);
  return { rings, shore: [...outer.southEast.slice(1), ...outer.southWest.slice(1, -1)] };
}

function at(x: number, y: number): Position {
  return [round(center[0] + x * halfWidth), round(center[1] + y * halfHeight)];
}

function path(...points: Position[]): Position[] {
  return points;
}

/** Midpoint displacement (Fournier, Fussell and Carpenter, 1982): `depth` halvings, each bend a share of its chord. */
function wander(random: Random, from: Position, to: Position, depth: number, bend: number): Position[] {
  if (depth === 0) return [from, to];
  const offset = (random() - 0.5) * bend;
  const middle: Position = [
    round((from[0] + to[0]) / 2 - (to[1] - from[1]) * offset),
    round((from[1] + to[1]) / 2 + (to[0] - from[0]) * offset),
  ];
  return [...wander(random, from, middle, depth - 1, bend), ...wander(random, middle, to, depth - 1, bend).slice(1)];
}

/** One closed, counter-clockwise ring (RFC 7946) of lines that end where the next begins. */
function joinRing(lines: Position[][]): Position[] {
  const ring = lines.flatMap((line, i) => (i === 0 ? line : line.slice(1)));
  return signedArea(ring) > 0 ? ring : ring.toReversed();
}

function signedArea(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] * y - x * ring[i]![1]) / 2, 0);
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
