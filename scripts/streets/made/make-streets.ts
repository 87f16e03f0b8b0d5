/** The streets of a town that does not exist, of any size: the same seed gives the same town on every machine. */

import type { Place, StreetCollection } from '../../../src/contract/streets.ts';
import { seededRandom } from '../../support/random.ts';
import { assembleStreets, type StreetPiece } from '../assemble-streets.ts';
import { distance, isInside, laySheet, type Position, type Ring } from '../ground.ts';
import { follow, layLand } from './lay-of-the-land.ts';
import { nameStreets } from './name-streets.ts';
import { numberHouses } from './number-houses.ts';
import { makePlaces } from './make-places.ts';
import { chooseFilling, planLines, side, type Block, type Extent, type Point } from './plan.ts';
import { splitLines, type Piece } from './split-lines.ts';

export interface TownSpec {
  readonly seed: number;
  /** About how many segments: the town is built on superblock by superblock until it has them, to within 2 %. */
  readonly segments: number;
  /** The polygons that the town lies in, each of its rings. */
  readonly outline: readonly (readonly Ring[])[];
  /** The middle of the old town. */
  readonly middle: Position;
  /** Further villages that the town has grown together with. */
  readonly villages?: readonly Position[];
}

export interface Town {
  readonly streets: StreetCollection;
  readonly places: Place[];
}

/** An outline for a town that lies in no city's areas: a square, metres. */
export function squareOutline(middle: Position, metres: number): Ring[][] {
  const sheet = laySheet(middle[1]);
  const [x, y] = sheet.toMetres(middle);
  const half = metres / 2;
  const corners = [[-half, -half], [half, -half], [half, half], [-half, half], [-half, -half]] as const; // prettier-ignore
  return [[corners.map(([dx, dy]) => sheet.toDegrees([x + dx, y + dy]))]];
}

export function makeStreets(spec: TownSpec): Town {
  const toGround = layLand(spec.seed, spec.middle);
  const isWithin = remember((point) => {
    const [x, y] = toGround(point);
    return spec.outline.some((rings) => isInside(rings, x, y));
  });
  const extent = extentOf(spec);
  const blocks = rankBlocks(spec, extent, toGround, isWithin);
  const build = (count: number) =>
    largestPart(
      splitLines(planLines(spec.seed, extent, blocks.slice(0, count))).filter(({ points }) =>
        follow(points, longest).every(isWithin),
      ),
    );
  const count = searchCount(blocks.length, (tried) => build(tried).length < spec.segments);
  const pieces = build(count);
  return {
    streets: assembleStreets(drawPieces(spec.seed, pieces, toGround)),
    places: makePlaces(spec.seed, blocks.slice(0, count), toGround),
  };
}

/** The same points are asked about each time the town is built on a little further. */
function remember(isTrue: (point: Point) => boolean): (point: Point) => boolean {
  const known = new Map<string, boolean>();
  return (point) => {
    const key = `${point}`;
    const answer = known.get(key) ?? isTrue(point);
    known.set(key, answer);
    return answer;
  };
}

/** Country roads follow the land in steps of this many metres. */
const longest = 130;

/** The smallest count that is not too small. */
function searchCount(most: number, isTooSmall: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isTooSmall(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function extentOf({ outline, middle }: TownSpec): Extent {
  const sheet = laySheet(middle[1]);
  const center = sheet.toMetres(middle);
  const reach = Math.max(...outline.flat(2).map((corner) => distance(center, sheet.toMetres(corner))));
  const lines = Math.ceil(reach / side) + 1;
  return { columns: [-lines, lines], rows: [-lines, lines] };
}

/** The superblocks within the outline, nearest to the old town or to a village first. */
function rankBlocks(
  { seed, middle, villages = [] }: TownSpec,
  { columns, rows }: Extent,
  toGround: (point: Point) => Position,
  isWithin: (point: Point) => boolean,
): Block[] {
  const sheet = laySheet(middle[1]);
  const centers = [{ at: sheet.toMetres(middle), pull: 1 }, ...villages.map((at) => ({ at: sheet.toMetres(at), pull: 0.5 }))]; // prettier-ignore
  const ranked: { column: number; row: number; from: number; nearest: number }[] = [];
  for (let column = columns[0]; column < columns[1]; column++)
    for (let row = rows[0]; row < rows[1]; row++) {
      const [west, south] = [column * side, row * side];
      const corners = [[west, south], [west + side, south], [west + side, south + side], [west, south + side]] as const; // prettier-ignore
      if (!corners.every(isWithin)) continue;
      const here = sheet.toMetres(toGround([west + side / 2, south + side / 2]));
      const distances = centers.map(({ at, pull }) => ({ pull, metres: distance(at, here) }));
      const from = Math.min(...distances.map(({ metres, pull }) => metres / pull));
      ranked.push({ column, row, from, nearest: Math.min(...distances.map(({ metres }) => metres)) / side });
    }
  return ranked
    .sort((a, b) => a.from - b.from || a.column - b.column || a.row - b.row)
    .map(({ column, row, nearest }, rank) => {
      const chance = seededRandom(seed, 'block', column, row)();
      return { column, row, filling: chooseFilling(chance, rank, nearest) };
    });
}

/** A town's roads hang together: what the outline cuts off is left out. */
function largestPart(pieces: readonly Piece[]): Piece[] {
  const ends = ({ points }: Piece) => [`${points[0]}`, `${points.at(-1)}`];
  const at = new Map<string, Piece[]>();
  for (const piece of pieces) for (const end of ends(piece)) at.set(end, [...(at.get(end) ?? []), piece]);
  const seen = new Set<Piece>();
  let largest: Piece[] = [];
  for (const start of pieces) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const piece of part)
      for (const next of ends(piece).flatMap((end) => at.get(end)!)) {
        if (seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    if (part.length > largest.length) largest = part;
  }
  return largest;
}

/** Real cities digitize either way round: here three in ten segments are drawn against their street. */
function drawPieces(seed: number, pieces: readonly Piece[], toGround: (point: Point) => Position): StreetPiece[] {
  const random = seededRandom(seed, 'drawn');
  const names = nameStreets(seed, pieces);
  const numbers = numberHouses(pieces, names);
  return pieces.map((piece) => {
    const { line, points } = piece;
    const drawn: StreetPiece = {
      name: names.get(piece)!,
      class: line.class,
      travel: line.travel,
      ...numbers.get(piece)!,
      line: follow(points, longest).map(toGround),
    };
    return random() < 0.3 ? turnRound(drawn) : drawn;
  });
}

function turnRound(piece: StreetPiece): StreetPiece {
  const { left_from, left_to, right_from, right_to } = piece;
  const travel = piece.travel === 'both' ? 'both' : piece.travel === 'forward' ? 'backward' : 'forward';
  const sides = { left_from: right_to, left_to: right_from, right_from: left_to, right_to: left_from };
  return { ...piece, ...sides, travel, line: piece.line.toReversed() };
}
