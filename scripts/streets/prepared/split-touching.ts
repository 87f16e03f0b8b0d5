/** Streets that end on the middle of another, which the city did not cut there: cut, so that the two meet in a node. */

import { sheetUnder, snapMetres, type StreetPiece } from '../assemble-streets.ts';
import { distance, lineLength, type Position, type Sheet } from '../ground.ts';

type Metres = readonly [number, number];

interface End {
  readonly place: Position;
  readonly point: Metres;
}

interface Cut extends End {
  /** After which point of the line, and how far from it. */
  readonly after: number;
  readonly metres: number;
}

const cellMetres = 100;

/** The parts of each piece, in their order; a piece that nobody ends on has one. */
export function splitTouching(pieces: readonly StreetPiece[]): StreetPiece[][] {
  const sheet = sheetUnder(pieces);
  const places = new Map(pieces.flatMap(({ line }) => [line[0]!, line.at(-1)!].map((place) => [place.join(), place])));
  const ends = [...places.values()].map((place): End => ({ place, point: sheet.toMetres(place) }));
  const cells = Map.groupBy(ends, ({ point: [x, y] }) => `${cellOf(x)},${cellOf(y)}`);
  return pieces.map((piece) => cutPiece(piece, findCuts(piece.line.map(sheet.toMetres), cells), sheet));
}

function cellOf(metres: number): number {
  return Math.floor(metres / cellMetres);
}

/** The ends on the line, but for those at its own ends. */
function findCuts(points: readonly Metres[], cells: ReadonlyMap<string, readonly End[]>): Cut[] {
  const own = [points[0]!, points.at(-1)!];
  const cuts = points.slice(1).flatMap((to, after) => {
    const from = points[after]!;
    return endsNear(from, to, cells).flatMap((end) => {
      if (own.some((point) => distance(point, end.point) <= snapMetres)) return [];
      const { away, along } = fromStretch(end.point, from, to);
      return away > snapMetres ? [] : [{ ...end, after, metres: along }];
    });
  });
  const inOrder = cuts.sort((one, other) => one.after - other.after || one.metres - other.metres);
  return inOrder.filter((cut, i) => i === 0 || distance(cut.point, inOrder[i - 1]!.point) > snapMetres);
}

function endsNear(from: Metres, to: Metres, cells: ReadonlyMap<string, readonly End[]>): End[] {
  const range = (axis: 0 | 1) => {
    const low = cellOf(Math.min(from[axis], to[axis]) - snapMetres);
    const high = cellOf(Math.max(from[axis], to[axis]) + snapMetres);
    return Array.from({ length: high - low + 1 }, (_, i) => low + i);
  };
  return range(0).flatMap((column) => range(1).flatMap((row) => cells.get(`${column},${row}`) ?? []));
}

function fromStretch(point: Metres, from: Metres, to: Metres): { away: number; along: number } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return { away: distance(point, from), along: 0 };
  const share = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length ** 2;
  const held = Math.min(1, Math.max(0, share));
  return { away: distance(point, [from[0] + dx * held, from[1] + dy * held]), along: held * length };
}

function cutPiece(piece: StreetPiece, cuts: readonly Cut[], sheet: Sheet): StreetPiece[] {
  const parts: StreetPiece[] = [];
  let rest = piece;
  let taken = 0;
  for (const { place, after } of cuts) {
    const at = after - taken + 1;
    const [line, left] = [
      [...rest.line.slice(0, at), place],
      [place, ...rest.line.slice(at)],
    ];
    const metres = (points: readonly Position[]) => lineLength(points.map(sheet.toMetres));
    const share = metres(line) / metres(rest.line);
    parts.push({ ...rest, ...shareHouses(rest, share, 'first'), line });
    rest = { ...rest, ...shareHouses(rest, share, 'last'), line: left };
    taken = after;
  }
  return [...parts, rest];
}

/** Houses stand evenly along a side: each part gets its share of the numbers, and none stands twice. */
function shareHouses(
  { left_from, left_to, right_from, right_to }: StreetPiece,
  share: number,
  part: 'first' | 'last',
): Pick<StreetPiece, 'left_from' | 'left_to' | 'right_from' | 'right_to'> {
  const side = (from: number | null, to: number | null): [number | null, number | null] => {
    if (from === null || to === null) return [null, null];
    const step = Math.sign(to - from) * ((to - from) % 2 === 0 ? 2 : 1);
    const houses = step === 0 ? 1 : (to - from) / step + 1;
    const first = Math.round(houses * share);
    if (part === 'first') return first === 0 ? [null, null] : [from, from + step * (first - 1)];
    return first === houses ? [null, null] : [from + step * first, to];
  };
  const [left, right] = [side(left_from, left_to), side(right_from, right_to)];
  return { left_from: left[0], left_to: left[1], right_from: right[0], right_to: right[1] };
}
